package org.tributary.runtime.faults;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tributary.runtime.faults.Child.Shim;
import org.tributary.runtime.faults.PowerCut.Loss;

/** A process that dies at one of its file operations or between two steps, with or without the machine. */
record Deaths(Bench bench, Points points, Tally tally) {
    private static final String KILL = "kill -9 before each file operation";
    private static final String TORN = "kill -9 amid each write and after each other file operation";
    private static final String BOUNDARY = "kill -9 at each start and end of a step";
    private static final Map<Loss, String> CUTS = new EnumMap<>(Map.of(
            Loss.DATA, "power cut before each file operation, unforced data lost",
            Loss.ZEROS, "power cut before each file operation, unforced data zeroed",
            Loss.NAMES, "power cut before each file operation, unforced data and names lost",
            Loss.MIXED, "power cut before each file operation, some of both lost"));

    void sweep() throws IOException {
        tally.row(KILL);
        tally.row(TORN);
        tally.row(BOUNDARY);
        CUTS.values().forEach(tally::row);
        List<Operation> sample = points.sample(bench.log());
        points.each(sample, at -> kill(at, losses(sample.indexOf(at))));
        points.each(sample, this::tear);
        points.each(boundaries(), this::killAtBoundary);
    }

    private static List<String> boundaries() {
        return ThreeSteps.STEPS.stream()
                .flatMap(step -> List.of("started " + step, "finished " + step).stream())
                .toList();
    }

    /** All at each point; a sample takes them in turn. */
    private List<Loss> losses(int index) {
        List<Loss> all = List.of(Loss.values());
        return points.most() == 0 ? all : List.of(all.get(index % all.size()));
    }

    private void kill(Operation at, List<Loss> losses) throws IOException {
        Place place = bench.placeFor("kill-" + at.number());
        Shim shim = new Shim(bench.folder().resolve("kill-shim-" + at.number()), "kill", at.number(), 0);
        Told told = bench.child().run(bench.text(), place, shim);
        for (Loss loss : losses) {
            cut(at, loss, place, shim, told);
        }
        Points.count(
                tally,
                KILL,
                bench.label(at),
                findings -> checkDead(told, place, findings),
                place.root(),
                shim.folder());
    }

    private void cut(Operation at, Loss loss, Place dead, Shim shim, Told told) throws IOException {
        Place place = dead.copyTo(bench.folder().resolve("cut-" + loss + "-" + at.number()));
        PowerCut.apply(shim.log(), dead.root(), place.root(), loss, at.number());
        Points.count(
                tally, CUTS.get(loss), bench.label(at), findings -> checkDead(told, place, findings), place.root());
    }

    private void tear(Operation at) throws IOException {
        Place place = bench.placeFor("torn-" + at.number());
        Shim shim = new Shim(bench.folder().resolve("torn-shim-" + at.number()), "torn", at.number(), 0);
        Points.count(
                tally,
                TORN,
                bench.label(at),
                findings -> checkDead(bench.child().run(bench.text(), place, shim), place, findings),
                place.root(),
                shim.folder());
    }

    private void killAtBoundary(String boundary) throws IOException {
        Place place = bench.placeFor("killed-" + boundary.replace(' ', '-'));
        Points.count(
                tally,
                BOUNDARY,
                boundary,
                findings -> checkDead(bench.child().killAfter(boundary, bench.text(), place), place, findings),
                place.root());
    }

    private void checkDead(Told told, Place place, Findings findings) throws IOException {
        findings.expect(told.exit() == Told.KILLED, "it was not killed: " + told);
        findings.expect(told.foreignLine().isEmpty(), "foreign output: " + told.lines());
        bench.checkNext(place, told.finished(), findings);
    }
}
