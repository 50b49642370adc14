package org.tributary.runtime.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bookkeeping behind "make faults": a miss must show. */
final class FaultTableTest {
    @Test
    void tally_missAndUntriedRow_areTold() {
        Tally tally = new Tally();
        tally.row("kill");
        tally.row("never");
        tally.point("kill", "1 write", List.of(), Duration.ofMillis(1500));
        tally.point("kill", "2 write", List.of("objects differ", "values differ"), Duration.ofMillis(500));

        assertThat(tally.misses()).containsExactly("kill, 2 write: objects differ; values differ");
        assertThat(tally.untried()).containsExactly("never");
        assertThat(tally.table()).containsPattern("\\| kill +\\| +1 of +2 \\| +2\\.0 \\|");
    }

    @Test
    void sample_ofMore_isEvenlySpreadWithBothEnds() {
        List<Integer> all = IntStream.rangeClosed(1, 10).boxed().toList();

        assertThat(new Points(4, 1).sample(all)).containsExactly(1, 4, 7, 10);
        assertThat(new Points(0, 1).sample(all)).isEqualTo(all);
        assertThat(new Points(20, 1).sample(all)).isEqualTo(all);
        assertThat(new Points(1, 1).sample(all)).containsExactly(1);
    }

    @Test
    void each_severalThreads_triesAll() throws IOException {
        Queue<Integer> tried = new ConcurrentLinkedQueue<>();

        new Points(0, 3).each(List.of(1, 2, 3, 4, 5), tried::add);

        assertThat(tried).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void findings_differentFiles_areNamed() {
        Findings findings = new Findings();
        findings.expectSame(Map.of("a", "1", "b", "2"), Map.of("a", "1", "b", "3", "c", "4"), "objects");
        findings.expectAll(Map.of("a", "1", "b", "2"), Map.of("a", "1"), "older");
        findings.expectAll(Map.of("b", "2"), Map.of("a", "1"), "older");

        assertThat(findings.all()).containsExactly("objects differ: [b, c]", "older differ: [a]");
    }

    @Test
    void told_lines_areSortedOut() {
        Told told = new Told(
                0,
                List.of(
                        "started load",
                        "finished load RAN entry damaged",
                        "finished count CACHED ",
                        "value load abc",
                        "Exception in thread \"main\""),
                0);

        assertThat(told.started()).containsExactly("load");
        assertThat(told.finished()).containsExactly("count", "load");
        assertThat(told.values()).containsExactly(Map.entry("load", "abc"));
        assertThat(told.hasNoticed()).isTrue();
        assertThat(told.foreignLine()).contains("Exception in thread \"main\"");
    }
}
