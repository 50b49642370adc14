package org.tributary.benchmarks;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tribuo.MutableDataset;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.data.columnar.ResponseProcessor;
import org.tribuo.data.columnar.RowProcessor;
import org.tribuo.data.columnar.processors.field.DoubleFieldProcessor;
import org.tribuo.data.columnar.processors.field.IdentityProcessor;
import org.tribuo.data.csv.CSVDataSource;
import org.tribuo.transform.Transformation;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

/** Makes the flights ready for a trainer as Tribuo's tutorial on columnar data does: {@code FlightsTribuo FILE [sums]}. */
public final class FlightsTribuo {

    private FlightsTribuo() {}

    /** Reads the file and prints what came of it. */
    public static void main(String[] arguments) {
        RowProcessor.Builder<Label> rows = new RowProcessor.Builder<>();
        Flights.NUMBERS.forEach(name -> rows.addFieldProcessor(new DoubleFieldProcessor(name)));
        Flights.CATEGORIES.forEach(name -> rows.addFieldProcessor(new IdentityProcessor(name)));
        CSVDataSource<Label> source = new CSVDataSource<>(Path.of(arguments[0]), rows.build(new Late()), true);
        MutableDataset<Label> dataset = new MutableDataset<>(source);
        // Tribuo divides by one row less than there are; this asks for the deviation that makes up for it.
        double deviation = Math.sqrt(dataset.size() / (dataset.size() - 1.0));
        Map<String, List<Transformation>> scaled = new HashMap<>();
        Flights.NUMBERS.forEach(
                name -> scaled.put(name + "@value", List.of(new MeanStdDevTransformation(0, deviation))));
        dataset.transform(dataset.createTransformers(new TransformationMap(scaled)));
        Flights.print(dataset, arguments);
    }

    /** Reads the label from the delay; a row without one is left out. */
    private static final class Late implements ResponseProcessor<Label> {
        private final LabelFactory labels = new LabelFactory();

        @Override
        public OutputFactory<Label> getOutputFactory() {
            return labels;
        }

        @Override
        @Deprecated
        public String getFieldName() {
            return Flights.DELAY;
        }

        @Override
        @Deprecated
        public void setFieldName(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public List<String> getFieldNames() {
            return List.of(Flights.DELAY);
        }

        @Override
        @Deprecated
        public Optional<Label> process(String delay) {
            return process(List.of(delay));
        }

        @Override
        public Optional<Label> process(List<String> delay) {
            return delay.get(0).equals("NA")
                    ? Optional.empty()
                    : Optional.of(new Label(Flights.label(Double.parseDouble(delay.get(0)))));
        }

        @Override
        public ConfiguredObjectProvenance getProvenance() {
            return new ConfiguredObjectProvenanceImpl(this, "ResponseProcessor");
        }
    }
}
