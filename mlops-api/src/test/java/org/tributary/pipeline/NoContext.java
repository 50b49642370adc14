package org.tributary.pipeline;

import java.nio.file.Path;

/** A context for steps that use none. */
final class NoContext implements StepContext {

    @Override
    public String step() {
        return "step";
    }

    @Override
    public void metric(String name, double value) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void metric(String name, double value, long at) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void param(String name, Object value) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void tag(String name, String value) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void artifact(String path, Path file) {
        throw new UnsupportedOperationException(path);
    }

    @Override
    public void artifact(String path, byte[] content) {
        throw new UnsupportedOperationException(path);
    }

    @Override
    public void progress(long done, long total) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void warn(String message) {
        throw new UnsupportedOperationException(message);
    }

    @Override
    public Path workFolder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkCancelled() {}
}
