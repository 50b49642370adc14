package org.tributary.runtime.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program behind "make faults": tries all faults and prints the table.
 *
 * <p>Arguments: an empty folder, the shim, the points of a sweep (0 for all), the rounds of the race, its seed, and the command
 * that starts a process of the pipeline. Exit code 0: no point was missed.
 */
final class FaultTable {
    private static final int MOST_SHOWN = 20;

    private FaultTable() {}

    /** Tries everything. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[0]).toRealPath();
        List<String> java = List.of(arguments).subList(5, arguments.length);
        Child child =
                new Child(java, Path.of(arguments[1]).toRealPath(), Files.createDirectory(folder.resolve("home")));
        Points points =
                new Points(Integer.parseInt(arguments[2]), Runtime.getRuntime().availableProcessors());
        Tally tally = new Tally();
        sweep(Bench.prepare(child, folder), points, tally, out);
        long seed = Long.parseLong(arguments[4]);
        out.println("faults: racing for " + arguments[3] + " rounds, seed " + seed);
        new Race(
                        Bench.prepare(child, Files.createDirectory(folder.resolve("races"))),
                        tally,
                        Integer.parseInt(arguments[3]),
                        seed)
                .run();
        System.exit(tell(tally, out) ? 0 : 1);
    }

    private static void sweep(Bench bench, Points points, Tally tally, PrintStream out) throws IOException {
        String most = points.most() == 0 ? "all" : "a sample of " + points.most();
        out.println("faults: a clean run does " + bench.log().size() + " file operations; " + most + " points a sweep");
        new Deaths(bench, points, tally).sweep();
        out.println("faults: deaths done");
        new Failures(bench, points, tally).sweep();
        out.println("faults: failures done");
        new Damages(bench, points, tally).sweep();
        out.println("faults: damages done");
    }

    private static boolean tell(Tally tally, PrintStream out) {
        out.print(tally.table());
        List<String> misses = tally.misses();
        misses.stream().limit(MOST_SHOWN).forEach(miss -> out.println("MISSED " + miss));
        tally.untried().forEach(row -> out.println("NOT TRIED " + row));
        out.println("faults: " + misses.size() + " missed");
        return misses.isEmpty() && tally.untried().isEmpty();
    }
}
