package org.tributary.steps;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tributary.cache.Codec;
import org.tributary.cache.FolderFormat;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.StepFactory;
import org.tributary.steps.clean.Case;
import org.tributary.steps.clean.Clean;
import org.tributary.steps.clean.CleanOperation;
import org.tributary.steps.clean.Clip;
import org.tributary.steps.clean.Compute;
import org.tributary.steps.clean.DateParts;
import org.tributary.steps.clean.Drop;
import org.tributary.steps.clean.DropMissing;
import org.tributary.steps.clean.Duplicates;
import org.tributary.steps.clean.Log;
import org.tributary.steps.clean.MissingTokens;
import org.tributary.steps.clean.Outliers;
import org.tributary.steps.clean.ParseTime;
import org.tributary.steps.clean.Range;
import org.tributary.steps.clean.Rename;
import org.tributary.steps.clean.ReplaceText;
import org.tributary.steps.clean.Select;
import org.tributary.steps.clean.Trim;
import org.tributary.steps.clean.Types;
import org.tributary.steps.evaluate.Evaluate;
import org.tributary.steps.generate.CategoryData;
import org.tributary.steps.generate.ClassificationData;
import org.tributary.steps.generate.ClusterData;
import org.tributary.steps.generate.DriftData;
import org.tributary.steps.generate.HiggsData;
import org.tributary.steps.generate.RegressionData;
import org.tributary.steps.ingest.CsvIngest;
import org.tributary.steps.ingest.JsonLinesIngest;
import org.tributary.steps.ingest.ParquetIngest;
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
        return Stream.of(sources(), workers())
                .flatMap(steps -> steps.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, step -> StepFactory.of(step.getValue())));
    }

    private static Map<String, Class<? extends Record>> sources() {
        return Map.of(
                "csv", CsvIngest.class,
                "json-lines", JsonLinesIngest.class,
                "parquet", ParquetIngest.class,
                "generate-classification", ClassificationData.class,
                "generate-regression", RegressionData.class,
                "generate-clusters", ClusterData.class,
                "generate-categories", CategoryData.class,
                "generate-drift", DriftData.class,
                "generate-higgs", HiggsData.class);
    }

    private static Map<String, Class<? extends Record>> workers() {
        return Map.of(
                "clean", Clean.class,
                "split", Split.class,
                "folds", Folds.class,
                "prepare", Prepare.class,
                "train", Train.class,
                "evaluate", Evaluate.class);
    }

    @Override
    public Map<Class<?>, Map<String, Class<? extends Record>>> variants() {
        return Map.of(Trainer.class, Map.of("logistic", Logistic.class), CleanOperation.class, cleanOperations());
    }

    private static Map<String, Class<? extends Record>> cleanOperations() {
        return Map.ofEntries(
                Map.entry("trim", Trim.class),
                Map.entry("missing-tokens", MissingTokens.class),
                Map.entry("types", Types.class),
                Map.entry("rename", Rename.class),
                Map.entry("drop", Drop.class),
                Map.entry("select", Select.class),
                Map.entry("duplicates", Duplicates.class),
                Map.entry("drop-missing", DropMissing.class),
                Map.entry("replace-text", ReplaceText.class),
                Map.entry("case", Case.class),
                Map.entry("clip", Clip.class),
                Map.entry("range", Range.class),
                Map.entry("date-parts", DateParts.class),
                Map.entry("parse-time", ParseTime.class),
                Map.entry("compute", Compute.class),
                Map.entry("log", Log.class),
                Map.entry("outliers", Outliers.class));
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
