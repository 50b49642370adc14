package org.tributary.runtime.picture;

import java.util.Objects;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunReport;

/**
 * A pipeline as a picture: its steps from top to bottom, with lines along which values flow.
 *
 * <p>A step shows its name and the type of its value; a part such as {@code split.train} is a label on a line; a map is a box
 * around its body. With the report of a run each step shows how it ended, as a sign, a word and a colour, and how long it took.
 * Whatever is too long for its box is shortened and whole in the tooltip. Settings, the reasons of outcomes and messages of
 * failures are in the tooltips: whoever gets a picture can read them.
 *
 * <p>Equal pipelines and reports give equal texts, on any machine and in any locale. Drawing calls no step and reads nothing.
 * <b>Threads:</b> immutable.
 */
public final class PipelinePicture {

    private final Pipeline<?> pipeline;
    private final RunStates states;

    private PipelinePicture(Pipeline<?> pipeline, RunStates states) {
        this.pipeline = pipeline;
        this.states = states;
    }

    /** The picture of a pipeline that has not run. */
    public static PipelinePicture of(Pipeline<?> pipeline) {
        return new PipelinePicture(Objects.requireNonNull(pipeline, "pipeline"), RunStates.none());
    }

    /**
     * The same pipeline with the states of a run.
     *
     * @param report of a run of this pipeline; a step that it does not name is drawn without a state
     */
    public PipelinePicture withReport(RunReport<?> report) {
        return new PipelinePicture(pipeline, RunStates.of(report));
    }

    /**
     * The picture as one SVG document that needs nothing else: no font, style sheet or script. It follows the viewer's light or
     * dark colours, and tells its content to screen readers.
     *
     * <p>Time and size grow about linearly with the number of steps. In graphs of thousands of steps, lines that would pass a
     * great many others are not drawn: the step at their end names the one they come from.
     */
    public String toSvg() {
        return SvgText.of(scene());
    }

    /** The picture as a Mermaid flowchart, which GitHub draws in Markdown from a block of the language {@code mermaid}. */
    public String toMermaid() {
        return MermaidText.of(scene());
    }

    /** The picture in DOT, the language of Graphviz. */
    public String toDot() {
        return DotText.of(scene());
    }

    private Scene scene() {
        return SceneReader.read(pipeline, states);
    }
}
