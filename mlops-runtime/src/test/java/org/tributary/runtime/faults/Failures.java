package org.tributary.runtime.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tributary.runtime.faults.Child.Shim;

/** A disk that is full, broken or read-only from one file operation on, for one operation or for good. */
record Failures(Bench bench, Points points, Tally tally) {
    private record Kind(String name, String fault, Set<String> operations) {}

    private record Point(Kind kind, Operation at, int sticky) {}

    private static final Set<String> ALL =
            Set.of("look", "list", "open", "create", "read", "write", "force", "folder", "rename", "delete");
    private static final List<Kind> KINDS = List.of(
            new Kind("disk full (ENOSPC)", "enospc", Operation.NEED_SPACE),
            new Kind("input/output error (EIO)", "eio", ALL),
            new Kind("read-only (EROFS)", "erofs", Operation.CHANGES));

    void sweep() throws IOException {
        for (Kind kind : KINDS) {
            tally.row(row(kind, 0));
            tally.row(row(kind, 1));
            points.each(pointsOf(kind), this::fail);
        }
    }

    private static String row(Kind kind, int sticky) {
        return kind.name() + (sticky == 0 ? " at each file operation" : " from each file operation on");
    }

    /** All points once and for good; a sample takes each of its points in one of the two ways. */
    private List<Point> pointsOf(Kind kind) {
        List<Point> all = new ArrayList<>();
        for (Operation at : bench.log()) {
            if (kind.operations().contains(at.kind())) {
                all.add(new Point(kind, at, 0));
                all.add(new Point(kind, at, 1));
            }
        }
        return points.sample(all);
    }

    private void fail(Point point) throws IOException {
        String name = point.kind().fault() + point.sticky() + "-" + point.at().number();
        Place place = bench.placeFor(name);
        Shim shim = new Shim(
                bench.folder().resolve(name + "-shim"),
                point.kind().fault(),
                point.at().number(),
                point.sticky());
        Points.count(
                tally,
                row(point.kind(), point.sticky()),
                bench.label(point.at()),
                findings -> check(bench.child().run(bench.text(), place, shim), place, findings),
                place.root(),
                shim.folder());
    }

    private void check(Told told, Place place, Findings findings) throws IOException {
        findings.expect(told.foreignLine().isEmpty(), "foreign output: " + told.lines());
        if (told.exit() == 0) {
            findings.expectSame(told.values(), Map.of("render", bench.values().get("render")), "values");
        } else {
            checkError(told, place, findings);
        }
        bench.checkNext(place, Set.of(), findings);
    }

    private static void checkError(Told told, Place place, Findings findings) {
        List<String> errors = told.after("failed");
        findings.expect(told.exit() == 1 && errors.size() == 1, "no single error: " + told);
        String error = String.join("", errors);
        boolean helps =
                error.matches("\\[[A-Z_]+\\] .*") && error.contains(place.root().toString());
        findings.expect(helps, "an error without path and remedy: " + error);
    }
}
