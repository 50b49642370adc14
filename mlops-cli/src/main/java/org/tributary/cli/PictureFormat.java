package org.tributary.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.tributary.pipeline.PipelineException;
import org.tributary.runtime.picture.PipelinePicture;

/** The languages of pictures. */
enum PictureFormat {
    /** Scalable vector graphics, for browsers. */
    SVG(".svg"),
    /** Mermaid, for Markdown. */
    MERMAID(".mmd"),
    /** DOT, for Graphviz. */
    DOT(".dot");

    private final String ending;

    PictureFormat(String ending) {
        this.ending = ending;
    }

    /**
     * The language that a file's ending stands for.
     *
     * @throws PipelineException if it stands for none
     */
    static PictureFormat ofFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (PictureFormat format : values()) {
            if (name.endsWith(format.ending)) {
                return format;
            }
        }
        throw new PipelineException("[CLI_GRAPH_ENDING] no kind of picture ends as \"" + file
                + "\" does: the endings are .svg, .mmd (Mermaid) and .dot. Give the file one of them.");
    }

    String draw(PipelinePicture picture) {
        return switch (this) {
            case SVG -> picture.toSvg();
            case MERMAID -> picture.toMermaid();
            case DOT -> picture.toDot();
        };
    }
}
