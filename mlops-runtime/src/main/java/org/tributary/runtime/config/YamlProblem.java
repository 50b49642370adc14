package org.tributary.runtime.config;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says what a YAML parser has met, in words of its problem and of ours. */
final class YamlProblem {

    private YamlProblem() {}

    static String text(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("\\t(TAB)")) {
            return "a tab stands where the line begins or a value should: YAML is indented with spaces.";
        }
        String context = e.getContext() == null ? "" : Shown.cut(e.getContext(), 80) + ", ";
        return "this is no YAML: " + context + Shown.cut(problem, 120) + ".";
    }
}
