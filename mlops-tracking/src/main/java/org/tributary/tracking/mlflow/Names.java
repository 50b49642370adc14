package org.tributary.tracking.mlflow;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tributary.pipeline.PipelineException;

/** MLflow's rules for names and lengths, which SQLite itself does not enforce. Lengths count code points, as Python does. */
final class Names {

    /** Longest name of a param, metric or tag. */
    static final int KEY = 250;

    /** Longest value of a param. */
    static final int PARAM = 6_000;

    /** Longest value of a tag. */
    static final int TAG = 8_000;

    /** Longest name of a run. */
    static final int RUN = 250;

    /** Longest name of an experiment. */
    static final int EXPERIMENT = 256;

    /** Longest name of a data set. */
    static final int DATASET = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Names.class);
    private static final int SHOWN = 60;

    private Names() {}

    /** What is wrong with the name of a param, metric or tag, if anything is. */
    static Optional<String> fault(String kind, String key) {
        if (key.isEmpty()) {
            return Optional.of("[MLFLOW_BAD_NAME] a " + kind + " has an empty name. Give it one.");
        }
        if (length(key) > KEY) {
            return Optional.of("[MLFLOW_BAD_NAME] the " + kind + " name \"" + shown(key) + "\" has " + length(key)
                    + " characters: MLflow takes " + KEY + ". Shorten it.");
        }
        return characterFault(kind, key).or(() -> pathFault(kind, key));
    }

    private static Optional<String> characterFault(String kind, String key) {
        return key.codePoints()
                .filter(c -> !isAllowed(c))
                .mapToObj(c -> "[MLFLOW_BAD_NAME] the " + kind + " name \"" + shown(key) + "\" has the character "
                        + describe(c) + ": MLflow takes letters, digits, spaces and _ - . : / only. Rename it.")
                .findFirst();
    }

    private static Optional<String> pathFault(String kind, String key) {
        for (String part : key.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.of(
                        "[MLFLOW_BAD_NAME] the " + kind + " name \"" + shown(key)
                                + "\" is no plain path: MLflow takes no empty part, \".\" or \"..\" between slashes. Rename it.");
            }
        }
        return Optional.empty();
    }

    /** Python's {@code \w} and what MLflow adds. */
    private static boolean isAllowed(int c) {
        int type = Character.getType(c);
        return "_-.: /".indexOf(c) >= 0
                || Character.isLetterOrDigit(c)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static String describe(int c) {
        return Character.isISOControl(c)
                ? "U+" + Integer.toHexString(0x10000 | c).substring(1)
                : "'" + Character.toString(c) + "'";
    }

    /** Refuses what MLflow refuses as the name of an experiment. */
    static void checkExperiment(String name) {
        if (name.isBlank() || length(name) > EXPERIMENT) {
            throw new PipelineException("[MLFLOW_BAD_NAME] the experiment name \"" + shown(name) + "\" has "
                    + length(name) + " characters: MLflow takes 1 to " + EXPERIMENT + ", not all blank. Rename it.");
        }
    }

    /** Refuses what MLflow refuses as the name of a data set. */
    static void checkDataset(String name) {
        if (name.isEmpty() || length(name) > DATASET) {
            throw new PipelineException("[MLFLOW_BAD_NAME] the input name \"" + shown(name) + "\" has " + length(name)
                    + " characters: MLflow takes 1 to " + DATASET + ". Rename it.");
        }
    }

    /** The text, or as much of it as MLflow takes, with a warning that does not show it. */
    static String cut(String what, String text, int longest) {
        if (length(text) <= longest) {
            return text;
        }
        LOG.warn("{} has {} characters, MLflow takes {}: the rest is cut off", what, length(text), longest);
        return text.substring(0, text.offsetByCodePoints(0, longest));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text, or its beginning if it is long. */
    static String shown(String text) {
        return length(text) <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...";
    }
}
