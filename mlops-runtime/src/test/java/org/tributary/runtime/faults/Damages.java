package org.tributary.runtime.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stored file that is not what was written. */
record Damages(Bench bench, Points points, Tally tally) {
    private enum Damage {
        TRUNCATED {
            @Override
            void harm(Path file, Path other, Path spare) throws IOException {
                try (var open = new RandomAccessFile(file.toFile(), "rw")) {
                    open.setLength(open.length() / 2);
                }
            }
        },
        EMPTIED {
            @Override
            void harm(Path file, Path other, Path spare) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        FLIPPED {
            @Override
            void harm(Path file, Path other, Path spare) throws IOException {
                byte[] content = Files.readAllBytes(file);
                content[content.length * 2 / 3] ^= 0x10;
                Files.write(file, content);
            }
        },
        SWAPPED {
            @Override
            void harm(Path file, Path other, Path spare) throws IOException {
                byte[] content = Files.readAllBytes(file);
                Files.write(file, Files.readAllBytes(other));
                Files.write(other, content);
            }
        },
        LINKED {
            @Override
            void harm(Path file, Path other, Path spare) throws IOException {
                Files.move(file, spare);
                Files.createSymbolicLink(file, spare);
            }
        },
        FOLDER {
            @Override
            void harm(Path file, Path other, Path spare) throws IOException {
                Files.delete(file);
                Files.createDirectory(file);
            }
        };

        abstract void harm(Path file, Path other, Path spare) throws IOException;
    }

    private record Point(Damage damage, String kind, String file, String other) {
        String name() {
            return damage + "-" + kind + "-" + file.replace('/', '-').replace('%', '-');
        }
    }

    void sweep() throws IOException {
        tally.row(row("objects"));
        tally.row(row("results"));
        tally.row(row("latest"));
        points.each(points.sample(everyDamage()), this::harm);
    }

    private static String row(String kind) {
        return "each file in " + kind + " truncated, emptied, flipped, swapped, link, folder";
    }

    private List<Point> everyDamage() throws IOException {
        List<Point> all = new ArrayList<>();
        for (String kind : List.of("objects", "results", "latest")) {
            List<String> files = new ArrayList<>(bench.clean().digests(kind).keySet());
            if (!kind.equals("latest")) {
                files.removeAll(bench.template().digests(kind).keySet());
            }
            for (int i = 0; i < files.size(); i++) {
                for (Damage damage : Damage.values()) {
                    all.add(new Point(damage, kind, files.get(i), files.get((i + 1) % files.size())));
                }
            }
        }
        return all;
    }

    private void harm(Point point) throws IOException {
        Place place = bench.clean().copyTo(bench.folder().resolve(point.name()));
        Path kind = place.kind(point.kind());
        point.damage()
                .harm(
                        kind.resolve(point.file()),
                        kind.resolve(point.other()),
                        place.root().resolve("spare"));
        boolean unseen = place.verify().isEmpty();
        boolean hint = point.kind().equals("latest");
        Points.count(
                tally,
                row(point.kind()),
                point.name(),
                findings -> {
                    findings.expect(!unseen, "verify does not see it");
                    if (hint) {
                        checkHint(place, findings);
                    } else {
                        checkContent(place, findings);
                    }
                },
                place.root());
    }

    /** Reads everything, as often as it takes: at once or in the second run all is as it was. */
    private void checkContent(Place place, Findings findings) throws IOException {
        Told first = bench.child().run(bench.text(), place, "read");
        Told second = bench.child().run(bench.text(), place, "read");
        Told third = bench.child().run(bench.text(), place, "read");
        findings.expect(first.hasNoticed(), "nobody noticed: " + first.lines());
        findings.expectAll(bench.values(), first.values(), "values of the first run");
        findings.expectAll(bench.values(), second.values(), "values of the second run");
        findings.expectSame(third.values(), bench.values(), "values of the third run");
        findings.expect(!third.hasNoticed(), "still odd: " + third.lines());
        findings.expect(third.started().isEmpty(), "computed in the third run: " + third.started());
        findings.expectSame(place.digests("objects"), bench.objects(), "objects");
        findings.expect(place.verify().isEmpty(), "verify finds " + place.verify());
    }

    /** A pointer is read when a step has no result: with a text that no run had. */
    private void checkHint(Place place, Findings findings) throws IOException {
        Path newText = Files.write(
                bench.folder().resolve(place.root().getFileName() + ".txt"), Files.readAllBytes(bench.text()));
        Files.writeString(newText, "one\nmore\n".repeat(500) + Files.readString(bench.otherText()));
        Told other = bench.child().run(newText, place, "run");
        findings.expect(other.exit() == 0 && other.hasNoticed(), "nobody noticed: " + other.lines());
        Told same = bench.child().run(bench.text(), place, "read");
        findings.expectSame(same.values(), bench.values(), "values");
        findings.expect(same.started().isEmpty(), "computed again: " + same.started());
        findings.expectAll(place.digests("objects"), bench.objects(), "objects");
    }
}
