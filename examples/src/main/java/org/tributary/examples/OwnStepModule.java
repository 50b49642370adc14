package org.tributary.examples;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.Step;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepFactory;
import org.tributary.runtime.wiring.PipelineModule;
import org.tributary.table.NumberColumn;
import org.tributary.table.Table;

/**
 * A step of one's own with a collaborator that Guice injects, for use in {@code config.yml}; see {@code examples/own-step.yml}.
 *
 * <p>The command line finds the module as a service: {@code META-INF/services/com.google.inject.Module} names it.
 */
public final class OwnStepModule extends AbstractModule {

    /** For the service loader. */
    public OwnStepModule() {}

    @Override
    protected void configure() {
        bind(Units.class).toInstance(OwnStepModule::metric);
        PipelineModule.steps(binder()).addBinding("convert").to(ConvertFactory.class);
    }

    private static OptionalDouble metric(String unit) {
        return switch (unit) {
            case "mm" -> OptionalDouble.of(0.001);
            case "g" -> OptionalDouble.of(0.001);
            default -> OptionalDouble.empty();
        };
    }

    /** The collaborator: in a real application a client of some service. */
    @FunctionalInterface
    public interface Units {

        /** How many metres or kilograms one of a unit is; empty if it is not known. */
        OptionalDouble factor(String unit);
    }

    /**
     * The settings of the step: what configuration fills, what MLflow shows, and what the key holds. The collaborator is not in the
     * key, so if its answers change, add their version with {@code options: {key-parts: [...]}}.
     *
     * @param column the column to convert
     * @param unit its unit, such as {@code mm}
     */
    public record Convert(String column, String unit) {

        /** Converts a column. */
        public static Convert of(String column, String unit) {
            return new Convert(column, unit);
        }
    }

    /** Makes the step, giving it the collaborator. */
    static final class ConvertFactory implements StepFactory<Convert> {

        private final Units units;

        @Inject
        ConvertFactory(Units units) {
            this.units = units;
        }

        @Override
        public Class<Convert> settings() {
            return Convert.class;
        }

        @Override
        public ConvertStep create(Convert settings) {
            return new ConvertStep(settings, units);
        }
    }

    /** Brings a column to metres or kilograms. */
    static final class ConvertStep implements Step<Table, Table> {

        private final Convert convert;
        private final Units units;

        ConvertStep(Convert convert, Units units) {
            this.convert = convert;
            this.units = units;
        }

        @Override
        public Optional<Record> settings() {
            return Optional.of(convert);
        }

        @Override
        public Table run(Table table, StepContext context) {
            double factor = units.factor(convert.unit())
                    .orElseThrow(() -> new PipelineException("[CONVERT_UNKNOWN_UNIT] step \"" + context.step()
                            + "\": nobody knows the unit \"" + convert.unit() + "\". Give mm or g."));
            NumberColumn column = (NumberColumn) table.column(convert.column());
            double[] values = column.toArray();
            for (int row = 0; row < values.length; row++) {
                values[row] *= factor;
            }
            return table.with(NumberColumn.of(convert.column(), values));
        }
    }
}
