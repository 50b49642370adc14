package org.tributary.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.tributary.runtime.picture.FixedReport.cached;
import static org.tributary.runtime.picture.FixedReport.failed;
import static org.tributary.runtime.picture.FixedReport.ran;
import static org.tributary.runtime.picture.FixedReport.skipped;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.Pipeline;
import org.tributary.tracking.RunStatus;

/** Whole pictures, as files that people have looked at. */
final class PipelinePictureTest {

    static final FixedReport FAILURE = FixedReport.of(
            RunStatus.FAILED,
            cached("ingest"),
            cached("clean"),
            ran("split", 49),
            ran("prepare", 1_200),
            failed("train", "no convergence after 50 epochs"),
            skipped("evaluate", "step \"train\" failed"));

    static final FixedReport ELEMENTS = FixedReport.of(
            RunStatus.FAILED,
            cached("ingest"),
            cached("hold-out"),
            ran("folds", 49),
            ran("fold[0]/prepare", 12),
            ran("fold[0]/trials", 3),
            ran("fold[0]/trial[0]/train", 61_000),
            ran("fold[0]/trial[1]/train", 65_000),
            cached("fold[1]/prepare"),
            cached("fold[1]/trials"),
            failed("fold[1]/trial[0]/train", "no convergence"),
            skipped("fold[1]/trial[0]/score", "step \"fold[1]/trial[0]/train\" failed"),
            failed("fold", "1 of 2 elements failed"),
            skipped("all", "step \"fold\" failed"),
            skipped("report", "step \"fold\" failed"));

    private static void assertGolden(String name, PipelinePicture picture) {
        assertAll(
                () -> Golden.assertText(name + ".svg", picture.toSvg()),
                () -> Golden.assertText(name + ".mmd", picture.toMermaid()),
                () -> Golden.assertText(name + ".dot", picture.toDot()));
    }

    @Test
    void picture_withPartsAndExport_isAsLookedAt() {
        assertGolden("training", PipelinePicture.of(Pipelines.training()));
    }

    @Test
    void picture_ofAFailedRun_showsEachState() {
        assertGolden("failed-run", PipelinePicture.of(Pipelines.training()).withReport(FAILURE));
    }

    @Test
    void picture_ofMapsInMaps_holdsTheirBodies() {
        assertGolden("nested", PipelinePicture.of(Pipelines.nested()));
    }

    @Test
    void picture_ofARunOfMaps_countsElements() {
        assertGolden("nested-run", PipelinePicture.of(Pipelines.nested()).withReport(ELEMENTS));
    }

    @Test
    void picture_ofOneStep_isAsLookedAt() {
        assertGolden("one-step", PipelinePicture.of(Pipelines.chain(1)));
    }

    @Test
    void picture_reportOfAnotherPipeline_showsNoStates() {
        PipelinePicture picture = PipelinePicture.of(Pipelines.training())
                .withReport(FixedReport.of(RunStatus.FINISHED, ran("other", 3)));
        assertThat(picture.toSvg()).contains("FINISHED in 2.0 s").doesNotContain("class=\"state\"");
        assertThat(picture.toMermaid()).doesNotContain("classDef");
    }

    @Test
    void withReport_leavesThePictureWithoutItAsItIs() {
        PipelinePicture picture = PipelinePicture.of(Pipelines.training());
        String before = picture.toSvg();
        assertThat(picture.withReport(FAILURE).toSvg()).isNotEqualTo(before);
        assertThat(picture.toSvg()).isEqualTo(before);
    }

    @Test
    void picture_ofEqualPipelines_isTheSame() {
        for (long seed = 1; seed <= 5; seed++) {
            PipelinePicture one = PipelinePicture.of(Pipelines.random(seed, 40));
            PipelinePicture other = PipelinePicture.of(Pipelines.random(seed, 40));
            assertThat(one.toSvg()).as("seed " + seed).isEqualTo(other.toSvg());
            assertThat(one.toDot()).as("seed " + seed).isEqualTo(other.toDot());
            assertThat(one.toMermaid()).as("seed " + seed).isEqualTo(other.toMermaid());
        }
    }

    @Test
    void of_null_isRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> PipelinePicture.of(null))
                .withMessage("pipeline");
    }

    @Test
    void svg_tellsScreenReadersWhatItShows() {
        String svg =
                PipelinePicture.of(Pipelines.training()).withReport(FAILURE).toSvg();
        assertThat(svg)
                .contains(
                        "role=\"img\"",
                        "<title>training</title>",
                        "A pipeline of 6 steps.\nIts run: FAILED in 2.0 s.",
                        "evaluate takes train, split.test: SKIPPED.");
    }

    @Test
    void svg_needsNothingElse() {
        assertThat(PipelinePicture.of(Pipelines.nested())
                        .withReport(ELEMENTS)
                        .toSvg()
                        .replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "href", "url(", "@import", "<script", "id=");
    }

    @Test
    void svg_ofThousandsOfSteps_describesTheFirst() {
        List<String> summary =
                SceneReader.read(Pipelines.chain(2_000), RunStates.none()).summary();
        assertThat(summary).hasSize(62).endsWith("And 1940 more.");
    }

    @Test
    void mapThatGivesAValueFromAroundIt_isDrawn() {
        Pipeline<?> pipeline = Pipeline.define("odd", p -> {
            var rows = p.add("rows", new Pipelines.Read("x"));
            var list = rows.then("list", new Pipelines.Folds(2));
            return p.map("each", list, (g, element) -> rows).then("all", new Pipelines.Collect());
        });
        assertThat(PipelinePicture.of(pipeline).toDot())
                .contains("n0 -> n2n1 [style=dashed]", "n2n1 -> n3 [ltail=cluster_n2]");
        assertThat(PipelinePicture.of(pipeline).toSvg()).contains(">element<", ">rows<");
    }
}
