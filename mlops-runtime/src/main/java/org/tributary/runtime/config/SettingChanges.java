package org.tributary.runtime.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.tributary.pipeline.Extension;

/**
 * Changes settings of a step that was made in Java, by the keys and texts that {@code --set} takes.
 *
 * <p><b>Threads:</b> safe for concurrent use.
 */
public final class SettingChanges {

    private final Shapes shapes;

    private SettingChanges(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Changes that know the variants of an extension. */
    public static SettingChanges of(Extension extension) {
        return new SettingChanges(new Shapes(extension.variants()));
    }

    /**
     * Makes a record with some settings changed.
     *
     * @param settings the record to start from
     * @param step the name of the step, for messages
     * @param changes texts by key, such as {@code epochs} to {@code 7}
     * @param where what messages call the whole, such as {@code fold[3]}
     * @return a record of the same class
     * @throws ConfigException naming every key that does not exist and every text that does not fit
     */
    public Record apply(Record settings, String step, Map<String, String> changes, String where) {
        Faults faults = new Faults(where);
        Environment nothing = new Environment(Map.of());
        List<String> texts = changes.entrySet().stream()
                .map(change -> step + "." + change.getKey() + "=" + change.getValue())
                .toList();
        Place place = Place.whole(where);
        Tree.Mapping written = new Overrides(List.of(), nothing, faults).apply(empty(step, place), texts);
        faults.throwIfAny();
        Given given = Given.of(section(section(written, "steps"), step), place, step);
        Binder binder = new Binder(shapes, faults, nothing, OptionalLong.empty());
        Record changed = new RecordBinding(binder, shapes.of(settings.getClass()), given).bind(settings);
        faults.throwIfAny();
        return Objects.requireNonNull(changed, "a record that has no fault");
    }

    /** A configuration of one step without settings. */
    private static Tree.Mapping empty(String step, Place place) {
        return mapping("steps", mapping(step, new Tree.Mapping(Map.of(), place), place), place);
    }

    private static Tree.Mapping mapping(String key, Tree value, Place place) {
        return new Tree.Mapping(Map.of(key, new Tree.Entry(place, value)), place);
    }

    private static Tree.Mapping section(Tree.Mapping mapping, String key) {
        return (Tree.Mapping) Objects.requireNonNull(mapping.entry(key), key).value();
    }
}
