package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tributary.run.Reason;
import org.tributary.run.Reason.Kind;
import org.tributary.runtime.engine.KeyParts.NamedDigest;

/** Compares two keys of one step and says what changed, most telling first. */
final class Reasons {

    private final List<Reason> reasons = new ArrayList<>();

    private Reasons() {}

    /** What changed from the last known key of a step to its present one; at least one reason. */
    static List<Reason> between(KeyParts before, KeyParts now) {
        Reasons found = new Reasons();
        found.settings(before, now);
        found.named(Kind.DATA, before.data(), now.data());
        found.named(Kind.INPUT, before.inputs(), now.inputs());
        found.code(before, now);
        found.keyParts(before, now);
        return found.reasons.isEmpty() ? List.of(Reason.of(Kind.DAMAGED)) : List.copyOf(found.reasons);
    }

    private void settings(KeyParts before, KeyParts now) {
        TreeSet<String> names = new TreeSet<>(before.settingDigests().keySet());
        names.addAll(now.settingDigests().keySet());
        for (String name : names) {
            if (!same(before.settingDigests(), now.settingDigests(), name)) {
                reasons.add(new Reason(Kind.SETTING, name, text(before.settings(), name), text(now.settings(), name)));
            }
        }
    }

    private void code(KeyParts before, KeyParts now) {
        if (!before.codeDigest().equals(now.codeDigest()) || !before.stepClass().equals(now.stepClass())) {
            changed(before.classes(), now.classes())
                    .forEach(name -> reasons.add(Reason.of(Kind.CODE, "class " + name)));
            for (String name : changed(before.libraries(), now.libraries())) {
                reasons.add(
                        new Reason(Kind.LIBRARY, name, text(before.libraries(), name), text(now.libraries(), name)));
            }
        }
        if (!before.form().equals(now.form()) && reasons.isEmpty()) {
            reasons.add(new Reason(Kind.CODE, "the value's form", before.form(), now.form()));
        }
    }

    private void named(Kind kind, List<NamedDigest> before, List<NamedDigest> now) {
        Map<String, String> known = new LinkedHashMap<>();
        before.forEach(one -> known.put(one.name(), one.digest()));
        for (NamedDigest one : now) {
            if (!one.digest().equals(known.remove(one.name()))) {
                reasons.add(Reason.of(kind, one.name()));
            }
        }
        known.keySet().forEach(gone -> reasons.add(Reason.of(kind, gone)));
    }

    private void keyParts(KeyParts before, KeyParts now) {
        if (!before.keyParts().equals(now.keyParts())) {
            reasons.add(new Reason(
                    Kind.KEY_PART,
                    "",
                    before.keyParts().toString(),
                    now.keyParts().toString()));
        }
    }

    private static TreeSet<String> changed(Map<String, String> before, Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> same(before, now, name));
        return names;
    }

    private static boolean same(Map<String, String> before, Map<String, String> now, String name) {
        return before.containsKey(name) && before.get(name).equals(now.get(name));
    }

    private static String text(Map<String, String> texts, String name) {
        return texts.getOrDefault(name, "none");
    }
}
