package org.tributary.pipeline;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An element of a {@code map} that changes settings of the body's steps, as {@code --set} would.
 *
 * <p>Only the settings that it names enter the keys of the steps, so equal steps of two trials run once.
 *
 * @param settings values by step and setting, such as {@code train.epochs} to {@code 50}, sorted by name
 */
public record Trial(Map<String, String> settings) {

    /** Copies and sorts. */
    public Trial {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** A trial that changes one setting. */
    public static Trial of(String setting, Object value) {
        return new Trial(Map.of(setting, value.toString()));
    }

    /** The same with one more setting. */
    public Trial with(String setting, Object value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(setting, value.toString());
        return new Trial(more);
    }
}
