package org.tributary.steps.evaluate;

import java.util.Arrays;
import java.util.List;
import org.tributary.steps.json.StrictJson;

/**
 * How often each label was taken for each other one.
 *
 * @param labels those of the training part and those of the test part, in alphabetical order
 * @param counts a line for each true label, in it a count for each predicted one, both in the order of the labels
 */
public record ConfusionMatrix(List<String> labels, List<List<Long>> counts) {

    /** Copies the lists. */
    public ConfusionMatrix {
        labels = List.copyOf(labels);
        counts = counts.stream().map(List::copyOf).toList();
    }

    static ConfusionMatrix of(List<String> labels, long[][] counts) {
        return new ConfusionMatrix(
                labels,
                Arrays.stream(counts)
                        .map(line -> Arrays.stream(line).boxed().toList())
                        .toList());
    }

    /** How often the first label was taken for the second. */
    public long count(String truth, String predicted) {
        return counts.get(at(truth)).get(at(predicted));
    }

    private int at(String label) {
        int at = labels.indexOf(label);
        if (at < 0) {
            throw new IllegalArgumentException("no label \"" + label + "\": labels are " + labels);
        }
        return at;
    }

    /** How often the label was taken for any. */
    long support(int label) {
        return counts.get(label).stream().mapToLong(Long::longValue).sum();
    }

    /** How often any label was taken for this one. */
    long given(int label) {
        return counts.stream().mapToLong(line -> line.get(label)).sum();
    }

    long hits(int label) {
        return counts.get(label).get(label);
    }

    /** The document {@code confusion.json}. */
    public byte[] toJson() {
        return StrictJson.write(out -> {
            out.writeArrayFieldStart("labels");
            for (String label : labels) {
                out.writeString(label);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("counts");
            for (List<Long> line : counts) {
                long[] values = line.stream().mapToLong(Long::longValue).toArray();
                out.writeArray(values, 0, values.length);
            }
            out.writeEndArray();
        });
    }
}
