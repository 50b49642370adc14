package org.tributary.runtime.engine;

import java.util.concurrent.ThreadPoolExecutor;
import org.tributary.run.FanOut;

/**
 * Where the steps of maps' elements run, as many at a time as are ready.
 *
 * @param fanOut runs them
 * @param waiting threads that wait for it; several, so that one slow element does not keep the others from their next step
 */
record FanOutDispatch(FanOut fanOut, ThreadPoolExecutor waiting) {}
