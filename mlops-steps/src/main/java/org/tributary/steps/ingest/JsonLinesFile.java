package org.tributary.steps.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tributary.pipeline.StepContext;
import org.tributary.table.Table;

/** Reads through the file, a second time if columns turn out to be text after their first values were read as another type. */
final class JsonLinesFile implements RowPlaces {
    private static final int LINES_BETWEEN_REPORTS = 4096;
    private final Path path;
    private final Set<String> missing;
    private final StepContext context;

    JsonLinesFile(Path path, List<String> missing, StepContext context) {
        this.path = path;
        this.missing = Set.copyOf(missing);
        this.context = context;
    }

    Table read(DeclaredTypes types) throws InterruptedException {
        JsonRows first = pass(types);
        first.checkDeclared();
        if (first.misread().isEmpty()) {
            return first.table();
        }
        first.warnings().forEach(context::warn);
        JsonRows second = pass(types.withText(first.misread()));
        if (second.count() != first.count() || !second.misread().isEmpty()) {
            throw JsonLinesFaults.changed(path);
        }
        return second.table();
    }

    @Override
    public List<RowPlace> of(int[] rows) {
        List<RowPlace> places = new ArrayList<>();
        int row = 0;
        try (InputStream in = Files.newInputStream(path)) {
            Utf8Lines lines = new Utf8Lines(path, in);
            for (@Nullable CharBuffer line = lines.next();
                    line != null && places.size() < rows.length;
                    line = lines.next()) {
                boolean isRow = !line.toString().isBlank();
                if (isRow && rows[places.size()] == row) {
                    places.add(RowPlace.of(path, lines.number()));
                }
                row += isRow ? 1 : 0;
            }
        } catch (IOException e) {
            throw JsonLinesFaults.unreadable(path, e);
        }
        if (places.size() < rows.length) {
            throw JsonLinesFaults.changed(path);
        }
        return places;
    }

    private JsonRows pass(DeclaredTypes types) throws InterruptedException {
        JsonRows rows = new JsonRows(path, missing, types);
        try (InputStream in = Files.newInputStream(path)) {
            readAll(new Utf8Lines(path, in), rows);
        } catch (NoSuchFileException none) {
            throw JsonLinesFaults.noFile(path, none);
        } catch (IOException e) {
            throw JsonLinesFaults.unreadable(path, e);
        }
        return rows;
    }

    private void readAll(Utf8Lines lines, JsonRows rows) throws IOException, InterruptedException {
        long size = Files.size(path);
        for (@Nullable CharBuffer line = lines.next(); line != null; line = lines.next()) {
            rows.add(line, lines.number());
            if (lines.number() % LINES_BETWEEN_REPORTS == 0) {
                context.progress(Math.min(lines.bytesRead(), size), size);
                context.checkCancelled();
            }
        }
        context.progress(size, size);
    }
}
