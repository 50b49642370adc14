package org.tributary.steps.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepContext;

/** Reads through the file and tells the parser's faults as ours. */
final class CsvFile {
    /** A field of more characters is refused, so that an open quote does not read to the end of a large file. */
    static final int LONGEST_FIELD = 1 << 22;

    private static final int ROWS_BETWEEN_REPORTS = 4096;
    private final Path path;
    private final Charset charset;
    private final CsvIngest settings;
    private final StepContext context;

    CsvFile(Path path, Charset charset, CsvIngest settings, StepContext context) {
        this.path = path;
        this.charset = charset;
        this.settings = settings;
        this.context = context;
    }

    CsvRows read(Pass pass) throws InterruptedException {
        CsvRows rows = new CsvRows(path, pass);
        try (CsvBytes in = CsvBytes.open(path);
                DecodingReader characters = new DecodingReader(path, in, charset);
                CsvReader<Boolean> csv = parser(rows, characters)) {
            readAll(csv, in);
        } catch (NoSuchFileException missing) {
            throw CsvFaults.noFile(path, missing);
        } catch (IOException e) {
            throw CsvFaults.unreadable(path, e);
        } catch (UncheckedIOException e) {
            throw CsvFaults.unreadable(path, Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            throw fault(e, rows);
        }
        if (!rows.headerRead()) {
            throw CsvFaults.empty(path);
        }
        return rows;
    }

    private CsvReader<Boolean> parser(CsvRows rows, DecodingReader characters) {
        return CsvReader.builder()
                .fieldSeparator(settings.delimiter().charAt(0))
                // Refused in the file itself, so as a quote it quotes nothing.
                .quoteCharacter(
                        settings.quote().isEmpty() ? '\0' : settings.quote().charAt(0))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(rows, characters);
    }

    private void readAll(CsvReader<Boolean> csv, CsvBytes in) throws InterruptedException {
        int rows = 0;
        for (Boolean ignored : csv) {
            if (++rows % ROWS_BETWEEN_REPORTS == 0) {
                context.progress(in.done(), in.size());
                context.checkCancelled();
            }
        }
        context.progress(in.size(), in.size());
    }

    private PipelineException fault(CsvParseException e, CsvRows rows) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof PipelineException told) {
                return told;
            }
            if (cause instanceof IOException failed) {
                return CsvFaults.unreadable(path, failed);
            }
        }
        return CsvFaults.syntax(path, rows, e);
    }
}
