package org.tributary.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.classification.Label;

/**
 * The job of {@link FlightsTributary} and {@link FlightsTribuo}: will a flight out of New York arrive more than a quarter of an hour
 * late? What is known only after the landing is left out, and so are the flights that did not land; with them go all missing
 * values, which Tribuo alone could not fill.
 */
final class Flights {
    static final List<String> NUMBERS = List.of(
            "month",
            "day",
            "dep_time",
            "sched_dep_time",
            "dep_delay",
            "sched_arr_time",
            "flight",
            "distance",
            "hour",
            "minute");
    static final List<String> CATEGORIES = List.of("carrier", "origin", "dest");
    static final String DELAY = "arr_delay";
    static final List<String> LABELS = List.of("late", "ontime");
    private static final int LATE_MINUTES = 15;

    private Flights() {}

    static String label(double delay) {
        return LABELS.get(delay > LATE_MINUTES ? 0 : 1);
    }

    /** What both programs print, and the script compares. */
    static void print(Dataset<Label> dataset, String[] arguments) {
        System.out.println(CsvToDataset.summary(dataset));
        if (List.of(arguments).contains("sums")) {
            sums(dataset).forEach((name, sum) -> System.out.println(name + " " + sum[0] + " " + sum[1]));
        }
    }

    /** By feature, the values added up and their squares, both weighted by row: two datasets agree only row by row. */
    private static Map<String, double[]> sums(Dataset<Label> dataset) {
        Map<String, double[]> sums = new TreeMap<>();
        int row = 0;
        for (Example<Label> example : dataset) {
            double weight = 1 + row++ % 97 / 97.0;
            add(sums, "label=" + example.getOutput().getLabel(), weight, 1);
            for (Feature feature : example) {
                add(sums, feature.getName().replace("@value", "").replace('@', '='), weight, feature.getValue());
            }
        }
        return sums;
    }

    private static void add(Map<String, double[]> sums, String name, double weight, double value) {
        double[] sum = sums.computeIfAbsent(name, first -> new double[2]);
        sum[0] += weight * value;
        sum[1] += weight * value * value;
    }
}
