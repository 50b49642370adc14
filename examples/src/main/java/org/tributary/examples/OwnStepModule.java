package org.tributary.examples;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepFactory;
import org.tributary.runtime.wiring.PipelineModule;
import org.tributary.table.Column;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;

/**
 * A step of one's own that needs a collaborator, which Guice injects. As a service in {@code META-INF/services}, the module is found
 * by {@code mlops run examples/own-step.yml}.
 */
public final class OwnStepModule extends AbstractModule {

    /** For the service loader. */
    public OwnStepModule() {}

    @Override
    protected void configure() {
        PipelineModule.steps(binder()).addBinding("locate").to(LocateFactory.class);
        bind(Gazetteer.class).toInstance(Map.of("Biscoe", -64.81, "Dream", -64.73, "Torgersen", -64.77)::get);
    }

    // region step
    /** Knows where places are; in an application a client of some service. */
    @FunctionalInterface
    public interface Gazetteer {

        /** The latitude of a place in degrees, or null if it is not known. */
        @Nullable
        Double latitude(String place);
    }

    /**
     * The settings of the step.
     *
     * @param column holds the names of places
     * @param edition the edition of the gazetteer: the key of a result has the settings and the code, never the collaborator
     */
    public record Locate(String column, String edition) {}

    /** Adds the latitude of each place. */
    static final class Locating implements Step<Table, Table> {

        private final Locate settings;
        private final Gazetteer gazetteer;

        Locating(Locate settings, Gazetteer gazetteer) {
            this.settings = settings;
            this.gazetteer = gazetteer;
        }

        @Override
        public Table run(Table table, StepContext context) {
            Column places = table.column(settings.column());
            double[] latitudes = new double[table.rowCount()];
            for (int row = 0; row < latitudes.length; row++) {
                latitudes[row] = places.isMissing(row) ? Double.NaN : latitude(places.text(row));
            }
            return table.with(NumberColumn.of("latitude", latitudes));
        }

        private double latitude(String place) {
            Double latitude = gazetteer.latitude(place);
            if (latitude == null) {
                throw new PipelineException("[PLACE_UNKNOWN] the gazetteer of " + settings.edition()
                        + " has no place \"" + place + "\". Correct the name, or take another edition.");
            }
            return latitude;
        }

        @Override
        public Optional<Record> settings() {
            return Optional.of(settings);
        }
    }

    /** Makes the step from its settings and what Guice injects. */
    static final class LocateFactory implements StepFactory<Locate> {

        private final Gazetteer gazetteer;

        @Inject
        LocateFactory(Gazetteer gazetteer) {
            this.gazetteer = gazetteer;
        }

        @Override
        public Class<Locate> settings() {
            return Locate.class;
        }

        @Override
        public Object create(Locate settings) {
            return new Locating(settings, gazetteer);
        }
    }
    // endregion
}
