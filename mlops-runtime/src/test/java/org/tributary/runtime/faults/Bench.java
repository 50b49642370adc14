package org.tributary.runtime.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.tributary.runtime.engine.StoredStep;
import org.tributary.runtime.faults.Child.Shim;

/**
 * What all rows share: a place where an older run was, and what a clean run makes of it.
 *
 * @param folder where places are made
 * @param text what the runs read
 * @param otherText what the older run read
 * @param template the place of the older run
 * @param clean a copy of it in which a run over the text has ended
 * @param stepOfKey which step each result is of
 * @param objects the objects of the clean place
 * @param values the values of the clean run
 * @param log the operations of the clean run
 */
record Bench(
        Child child,
        Path folder,
        Path text,
        Path otherText,
        Place template,
        Place clean,
        Map<String, String> stepOfKey,
        SortedMap<String, String> objects,
        SortedMap<String, String> values,
        List<Operation> log) {
    private static final int WORDS = 4_000;

    static Bench prepare(Child child, Path folder) throws IOException {
        Path text = writeWords(folder.resolve("text.txt"), 1);
        Path otherText = writeWords(folder.resolve("other.txt"), 2);
        Place template = new Place(Files.createDirectories(folder.resolve("template")));
        requireExit0(child.run(otherText, template, "run"));
        Place clean = template.copyTo(folder.resolve("clean"));
        Shim counting = Shim.counting(folder.resolve("clean-shim"));
        requireExit0(child.run(text, clean, counting));
        SortedMap<String, String> objects = clean.digests("objects");
        Told told = requireExit0(child.run(text, clean, "read"));
        return new Bench(
                child, folder, text, otherText, template, clean, steps(clean), objects, told.values(), counting.log());
    }

    private static Told requireExit0(Told told) {
        if (told.exit() != 0 || told.foreignLine().isPresent() || told.hasNoticed()) {
            throw new IllegalStateException("a run without a fault went wrong: " + told);
        }
        return told;
    }

    private static Path writeWords(Path file, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            words.add(Integer.toString(random.nextInt(400), 36));
        }
        return Files.write(file, words);
    }

    private static Map<String, String> steps(Place place) throws IOException {
        Map<String, String> steps = new HashMap<>();
        for (Path result : Place.files(place.kind("results"))) {
            steps.put(result.getFileName().toString(), StoredStep.of(result));
        }
        return steps;
    }

    /** What an operation of the clean run was, with its path in the place. */
    String label(Operation at) {
        return at.number() + " " + at.kind() + " " + clean.root().relativize(Path.of(at.path()));
    }

    Place placeFor(String point) throws IOException {
        return template.copyTo(folder.resolve(point));
    }

    /** The steps whose result of this text is under its final name, whatever it contains. */
    Set<String> stored(Place place) throws IOException {
        Set<String> steps = new TreeSet<>();
        Set<String> keys = place.results();
        keys.removeAll(template.results());
        keys.forEach(key -> steps.add(String.valueOf(stepOfKey.get(key))));
        return steps;
    }

    /** What the older run left must be as it was. */
    void checkOlder(Place place, Findings findings) throws IOException {
        findings.expectAll(place.digests("objects"), template.digests("objects"), "older objects");
        findings.expectAll(place.digests("results"), template.digests("results"), "older results");
    }

    /** Runs once more without a fault and compares with the clean run. */
    void checkNext(Place place, Set<String> announced, Findings findings) throws IOException {
        checkOlder(place, findings);
        Set<String> mayNotRun = stored(place);
        mayNotRun.addAll(announced);
        Told next = child.run(text, place, "run");
        mayNotRun.retainAll(next.started());
        findings.expectNone(mayNotRun, "stored or announced and computed again");
        checkWhole(place, next, findings);
    }

    /** A run without a fault must end well, and leave what a clean one does. */
    void checkWhole(Place place, Told told, Findings findings) throws IOException {
        findings.expect(told.exit() == 0 && !told.hasNoticed(), "the next run was not clean: " + told.lines());
        findings.expect(told.foreignLine().isEmpty(), "foreign output: " + told.lines());
        findings.expectAll(told.values(), Map.of("render", values.get("render")), "values");
        findings.expectSame(place.digests("objects"), objects, "objects");
        findings.expect(place.temps().isEmpty(), "temporary files left: " + place.temps());
        findings.expect(Place.files(place.kind("damaged")).isEmpty(), "something was set aside");
        findings.expect(place.verifyDurable().isEmpty(), "verify finds " + place.verifyDurable());
    }
}
