package org.tributary.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FairPaceTest {

    private final AtomicLong now = new AtomicLong(-50);
    private final List<Long> pauses = new ArrayList<>();
    private final FairPace pace = new FairPace(now::get, pauses::add);

    private void write(long nanos) {
        pace.beforeLock();
        pace.locked();
        now.addAndGet(nanos);
        pace.unlocked();
    }

    @Test
    void beforeLock_firstTime_waitsForNothing() {
        write(300);
        assertThat(pauses).isEmpty();
    }

    @Test
    void beforeLock_atOnce_waitsForAThirdOfTheTimeHeld() {
        write(300);
        write(30);
        write(1);
        assertThat(pauses).containsExactly(100L, 10L);
    }

    @Test
    void beforeLock_someTimeLater_waitsForTheRest() {
        write(300);
        now.addAndGet(40);
        write(300);
        now.addAndGet(100);
        write(300);
        assertThat(pauses).containsExactly(60L);
    }
}
