package org.tributary.testkit;

import org.junit.jupiter.api.AfterAll;
import org.tributary.run.FanOut;
import org.tributary.runtime.engine.ThreadFanOut;

final class ThreadFanOutTest extends FanOutContract {

    private static final ThreadFanOut THREADS = ThreadFanOut.of(3);

    @AfterAll
    static void end() {
        THREADS.close();
    }

    @Override
    protected FanOut fanOut() {
        return THREADS;
    }
}
