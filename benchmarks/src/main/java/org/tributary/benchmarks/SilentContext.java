package org.tributary.benchmarks;

import java.nio.file.Path;
import org.tributary.pipeline.StepContext;

/** The context of a step that is measured without an engine: hears nothing. */
final class SilentContext implements StepContext {

    @Override
    public String step() {
        return "step";
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
        throw new IllegalStateException("nothing measured needs a work folder");
    }

    @Override
    public void checkCancelled() {}
}
