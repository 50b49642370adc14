package org.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tributary.testkit.PipelineTester;

/** A cache holds the same bytes wherever it was filled: locale, time zone and charset decide nothing. */
final class LocaleTest {

    private static final List<String> LOCALES = List.of(
            "en-US", "tr-TR", "tr-TR-u-nu-arab", "az-AZ", "lt-LT", "ar-EG", "de-DE", "th-TH-u-ca-buddhist-nu-thai");
    private static final List<String> ZONES = List.of("UTC", "Pacific/Kiritimati", "America/Caracas");

    @TempDir
    private Path folder;

    private Path csv;

    /** Letters that tell locales and charsets apart, as values, as a label and as the name of a column. */
    @BeforeEach
    void writeTable() {
        List<String> lines = new ArrayList<>(Penguins.lines());
        lines.replaceAll(line -> line.replace(",Torgersen,", ",Iğdır İÜß,").replace(",Dream,", ",\u0623\u0645\u0644,"));
        csv = Penguins.write(folder, lines);
    }

    @Test
    void objects_inEachLocaleAndZone_areTheSame() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        SortedMap<String, String> known = objects("known");
        assertThat(known).hasSizeGreaterThan(Penguins.STEPS.size());
        try {
            for (int i = 0; i < LOCALES.size(); i++) {
                Locale.setDefault(Locale.forLanguageTag(LOCALES.get(i)));
                TimeZone.setDefault(TimeZone.getTimeZone(ZONES.get(i % ZONES.size())));
                assertThat(objects(LOCALES.get(i))).as(LOCALES.get(i)).isEqualTo(known);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void objects_underThePosixCharset_areTheSame() throws Exception {
        Path place = Files.createDirectories(folder.resolve("posix"));
        ProcessBuilder builder = ChildJvm.in(place)
                .builder(
                        FilledCache.class.getName(),
                        csv.toString(),
                        place.resolve("store").toString());
        builder.environment().put("LC_ALL", "POSIX");
        Path said = place.resolve("said.txt");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();

        assertThat(process.waitFor()).as(said.toString()).isZero();
        assertThat(Files.readAllLines(said)).contains("charset of file names ANSI_X3.4-1968");
        assertThat(StoreFiles.objects(place.resolve(Path.of("store", "cache")))).isEqualTo(objects("known"));
    }

    private SortedMap<String, String> objects(String name) {
        Path store = folder.resolve(name).resolve("store");
        FilledCache.fill(csv, store);
        return StoreFiles.objects(store.resolve("cache"));
    }

    /** A program that fills a cache. */
    static final class FilledCache {

        private FilledCache() {}

        /**
         * Runs the penguins.
         *
         * @param args the table, the folder of the cache
         */
        public static void main(String[] args) {
            System.out.println("charset of file names " + System.getProperty("sun.jnu.encoding"));
            fill(Path.of(args[0]), Path.of(args[1]));
        }

        static void fill(Path csv, Path store) {
            PipelineTester.in(store).run(Penguins.of(csv).pipeline()).assertSucceeded();
        }
    }
}
