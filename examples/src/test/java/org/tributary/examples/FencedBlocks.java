package org.tributary.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads fenced blocks of Markdown pages, and named regions of Java sources. */
final class FencedBlocks {

    private static final String FENCE = "```";
    private static final String START = "// region ";
    private static final String END = "// endregion";

    private FencedBlocks() {}

    /** The blocks of one language, in order, each as a reader sees it. */
    static List<String> of(String page, String language) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        String open = "";
        for (String line : page.lines().toList()) {
            String text = line.strip();
            if (block == null && text.startsWith(FENCE)) {
                open = text.substring(FENCE.length());
                block = new StringBuilder();
            } else if (block != null && text.equals(FENCE)) {
                if (open.equals(language)) {
                    blocks.add(withoutIndent(block));
                }
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        if (block != null) {
            throw new IllegalArgumentException("a block of the language \"" + open + "\" is not closed");
        }
        return blocks;
    }

    /** The text of each region by its name, without the indentation that all its lines share. */
    static Map<String, String> regions(String source) {
        Map<String, String> regions = new LinkedHashMap<>();
        String name = "";
        StringBuilder region = new StringBuilder();
        for (String line : source.lines().toList()) {
            String text = line.strip();
            if (text.startsWith(START)) {
                name = text.substring(START.length());
                region.setLength(0);
            } else if (text.equals(END)) {
                regions.put(name, withoutIndent(region));
                name = "";
            } else if (!name.isEmpty()) {
                region.append(line).append('\n');
            }
        }
        return regions;
    }

    /** A line break at the end would count as a line without indentation. */
    private static String withoutIndent(StringBuilder text) {
        return text.toString().stripTrailing().stripIndent();
    }
}
