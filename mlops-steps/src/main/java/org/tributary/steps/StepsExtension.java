package org.tributary.steps;

import java.util.List;
import java.util.Map;
import org.tributary.cache.Codec;
import org.tributary.cache.FolderFormat;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.StepFactory;
import org.tributary.steps.clean.Clean;
import org.tributary.steps.clean.CleanOperation;
import org.tributary.steps.clean.Drop;
import org.tributary.steps.clean.DropMissing;
import org.tributary.steps.clean.Duplicates;
import org.tributary.steps.clean.MissingTokens;
import org.tributary.steps.clean.Rename;
import org.tributary.steps.clean.ReplaceText;
import org.tributary.steps.clean.Select;
import org.tributary.steps.clean.Trim;
import org.tributary.steps.clean.Types;
import org.tributary.steps.evaluate.Evaluate;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.ingest.JsonLinesIngest;
import org.tributary.steps.model.TrainedModelCodec;
import org.tributary.steps.model.TrainedModelFormat;
import org.tributary.steps.prepare.PreparationCodec;
import org.tributary.steps.prepare.Prepare;
import org.tributary.steps.split.Folds;
import org.tributary.steps.split.Split;
import org.tributary.steps.train.Logistic;
import org.tributary.steps.train.Train;
import org.tributary.steps.train.Trainer;
import org.tributary.table.TableCodec;

/** The ready steps, their variants, and how their values are stored. Found through {@link java.util.ServiceLoader}. */
public final class StepsExtension implements Extension {

    /** For the service loader. */
    public StepsExtension() {}

    @Override
    public Map<String, StepFactory<?>> steps() {
        return Map.of(
                "csv", StepFactory.of(CsvIngest.class),
                "json-lines", StepFactory.of(JsonLinesIngest.class),
                "clean", StepFactory.of(Clean.class),
                "split", StepFactory.of(Split.class),
                "folds", StepFactory.of(Folds.class),
                "prepare", StepFactory.of(Prepare.class),
                "train", StepFactory.of(Train.class),
                "evaluate", StepFactory.of(Evaluate.class));
    }

    @Override
    public Map<Class<?>, Map<String, Class<? extends Record>>> variants() {
        return Map.of(
                Trainer.class,
                Map.of("logistic", Logistic.class),
                CleanOperation.class,
                Map.of(
                        "trim", Trim.class,
                        "missing-tokens", MissingTokens.class,
                        "types", Types.class,
                        "rename", Rename.class,
                        "drop", Drop.class,
                        "select", Select.class,
                        "duplicates", Duplicates.class,
                        "drop-missing", DropMissing.class,
                        "replace-text", ReplaceText.class));
    }

    @Override
    public List<Codec<?>> codecs() {
        return List.of(new TableCodec(), new PreparationCodec(), new TrainedModelCodec());
    }

    @Override
    public List<FolderFormat<?>> folderFormats() {
        return List.of(new TrainedModelFormat());
    }
}
