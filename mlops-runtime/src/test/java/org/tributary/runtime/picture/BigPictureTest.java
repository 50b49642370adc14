package org.tributary.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.Pipeline;
import org.tributary.runtime.picture.Pipelines.Join;
import org.tributary.runtime.picture.Pipelines.Read;
import org.tributary.runtime.picture.Pipelines.Rows;

/** Pictures of ten thousand steps, in threads with a small stack. */
@Timeout(120)
final class BigPictureTest {

    private static final int STEPS = 10_000;
    private static final int SMALL_STACK = 192 * 1024;

    private static <T> T onSmallStack(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(null, task, "small", SMALL_STACK).start();
        return task.get(120, TimeUnit.SECONDS);
    }

    private static String svg(Pipeline<?> pipeline) throws Exception {
        String svg = onSmallStack(PipelinePicture.of(pipeline)::toSvg);
        HostileNamesTest.parsed(svg);
        return svg;
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void chain_ofTenThousand_isDrawnWhole() throws Exception {
        String svg = svg(Pipelines.chain(STEPS));
        assertThat(count(svg, "<text class=\"name\"")).isEqualTo(STEPS);
        assertThat(count(svg, "l-4-7h8z")).isEqualTo(STEPS - 1);
    }

    @Test
    void fan_ofTenThousand_isABlockAndNoRibbon() throws Exception {
        Pipeline<?> fan = Pipelines.fan(STEPS);
        Drawing drawing = Layout.of(SceneReader.read(fan, RunStates.none()).level());
        assertThat(drawing.boxes()).hasSize(STEPS + 1);
        assertThat(drawing.width()).isLessThan(30_000);
        assertThat(drawing.height()).isLessThan(30_000);
        assertThat(count(svg(fan), "l-4-7h8z")).isEqualTo(STEPS);
    }

    @Test
    void graphAtRandom_ofTenThousand_isDrawn() throws Exception {
        assertThat(count(svg(Pipelines.random(3, STEPS)), "<text class=\"name\""))
                .isEqualTo(STEPS);
    }

    @Test
    void linesPastThousandsOfLayers_areNamedInsteadOfDrawn() throws Exception {
        Pipeline<Rows> past = Pipeline.define("past", p -> {
            List<Node<Rows>> values = new ArrayList<>(List.of(p.add("s0", new Read("x"))));
            for (int i = 1; i < STEPS; i++) {
                values.add(p.add("s" + i, new Join(), values.get(i - 1), values.get(Math.max(0, i - STEPS / 2))));
            }
            return values.get(STEPS - 1);
        });
        String svg = svg(past);
        assertThat(count(svg, "<text class=\"name\"")).isEqualTo(STEPS);
        assertThat(svg).contains("\u2190 s4000");
        assertThat(svg.length()).isLessThan(30_000_000);
    }
}
