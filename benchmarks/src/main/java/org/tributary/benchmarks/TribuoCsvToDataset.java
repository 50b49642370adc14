package org.tributary.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.tribuo.Dataset;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.data.csv.CSVLoader;

/** Reads a CSV file into a dataset by Tribuo's own loader: {@code TribuoCsvToDataset FILE}. */
public final class TribuoCsvToDataset {

    private TribuoCsvToDataset() {}

    /** Reads the file and prints what came of it. */
    public static void main(String[] arguments) throws IOException {
        CSVLoader<Label> loader = new CSVLoader<>(new LabelFactory());
        Dataset<Label> dataset = new MutableDataset<>(loader.loadDataSource(Path.of(arguments[0]), "label"));
        System.out.println(CsvToDataset.summary(dataset));
    }
}
