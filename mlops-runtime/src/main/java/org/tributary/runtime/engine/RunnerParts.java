package org.tributary.runtime.engine;

import java.util.Optional;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Pipeline;
import org.tributary.run.RunOptions;
import org.tributary.runtime.config.SettingChanges;
import org.tributary.runtime.key.CodeFingerprints;
import org.tributary.runtime.key.OwnCode;
import org.tributary.runtime.value.ValueForms;

/**
 * What all runs of one runner share.
 *
 * @param settings what the runner was built with
 * @param forms how values are stored
 * @param exports how values become folders
 * @param fingerprints the code of steps
 * @param keys computes keys
 */
record RunnerParts(
        RunnerSettings settings, ValueForms forms, Exports exports, CodeFingerprints fingerprints, Keys keys) {

    static RunnerParts of(RunnerSettings settings) {
        return new RunnerParts(
                settings,
                ValueForms.of(settings.extension().codecs()),
                new Exports(settings.extension().folderFormats()),
                CodeFingerprints.of(new OwnCode(settings.ownCode()), settings.fingerprints(), settings.clock()),
                new Keys(new FileDigests(settings.clock()), settings.extension().dataVersions(), settings.data()));
    }

    /** Makes the elements of maps. */
    Elements elements(Encoding encoding, Planner planner) {
        Extension extension = settings.extension();
        Trials trials = new Trials(
                planner, SettingChanges.of(extension), extension.steps().values());
        return new Elements(encoding, trials);
    }

    /** The store as one run sees it; empty if the run uses no cache. */
    Optional<Results> results(Pipeline<?> pipeline, RunOptions options, Warnings warnings) {
        return options.cached()
                ? Optional.of(new Results(settings.store().apply(warnings), pipeline.name(), settings.clock()))
                : Optional.empty();
    }
}
