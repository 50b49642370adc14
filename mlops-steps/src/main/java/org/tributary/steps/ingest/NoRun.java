package org.tributary.steps.ingest;

import java.nio.file.Path;
import org.tributary.pipeline.StepContext;

/** The context of a step's work outside of a run: there is nothing to log to, and an interrupted thread stops it. */
final class NoRun implements StepContext {

    @Override
    public String step() {
        return "read";
    }

    @Override
    public void metric(String name, double value) {}

    @Override
    public void metric(String name, double value, long at) {}

    @Override
    public void param(String name, Object value) {}

    @Override
    public void tag(String name, String value) {}

    @Override
    public void artifact(String path, Path file) {}

    @Override
    public void artifact(String path, byte[] content) {}

    @Override
    public void progress(long done, long total) {}

    @Override
    public void warn(String message) {}

    @Override
    public Path workFolder() {
        throw new IllegalStateException("outside of a run there is no work folder");
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the reading was interrupted");
        }
    }
}
