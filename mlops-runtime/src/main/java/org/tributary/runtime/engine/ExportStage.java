package org.tributary.runtime.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tributary.cache.FolderFormat;
import org.tributary.cache.RunProvenance;
import org.tributary.pipeline.PipelineException;

/** Writes the exports of one run, after its steps. For the thread of the run. */
final class ExportStage {

    private final Exports exports;
    private final Provenances provenances;
    private final FolderSwap folders;
    private final Set<Integer> written = new HashSet<>();

    ExportStage(Exports exports, Provenances provenances, FolderSwap folders) {
        this.exports = exports;
        this.provenances = provenances;
        this.folders = folders;
    }

    /** Whether a step may still have to give its value for an export. */
    boolean wants(StepState state) {
        return state.plan().options().export().isPresent()
                && !written.contains(state.plan().index())
                && (!state.isDone() || state.hasValue());
    }

    /**
     * Writes the value of a step, unless its folder holds it already.
     *
     * @throws IOException if the stored value cannot be read
     * @throws PipelineException if the folder cannot be written or belongs to somebody else, or its format fails
     */
    void write(StepState state) throws IOException {
        try {
            writeIfNeeded(state);
        } catch (PipelineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PipelineException(
                    "[EXPORT_FAILED] the value of step \"" + state.plan().name() + "\" could not be written to "
                            + state.plan().options().export().orElseThrow() + ": its folder format failed with "
                            + Causes.text(e)
                            + ". Mend the format.",
                    e);
        }
    }

    private void writeIfNeeded(StepState state) throws IOException {
        Path folder = state.plan().options().export().orElseThrow();
        FolderFormat<?> format = exports.format(state.plan().node()).orElseThrow();
        String digest = state.value().digest(Optional.empty()).orElse("");
        if (digest.isEmpty() || !format.holds(folder, digest)) {
            write(format, state.value().get(Optional.empty()), provenance(state, digest), folder);
        }
        written.add(state.plan().index());
    }

    private <T> void write(FolderFormat<T> format, Object value, RunProvenance provenance, Path folder) {
        T typed = format.type().cast(value);
        folders.replace(folder, format::owns, fresh -> format.write(typed, provenance, fresh));
    }

    private RunProvenance provenance(StepState state, String digest) {
        String step = state.plan().name();
        return state.result()
                .map(result -> result.provenance().runId().isEmpty()
                        ? provenances.of(step, result.parts(), digest)
                        : result.provenance())
                .orElseGet(() -> provenances.of(step, digest));
    }
}
