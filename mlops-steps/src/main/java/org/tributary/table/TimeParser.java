package org.tributary.table;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Dates, and dates with a time, as ISO 8601 writes them; a space may stand for the T. */
final class TimeParser implements ColumnParser {
    private static final int DATE = "2007-11-11".length();
    private static final int SHORTEST = "2007-11-11T00:00".length();
    private static final int LONGEST = "2007-11-11T00:00:00.000000000+00:00:00".length();
    private final TimeColumn.Builder builder;

    TimeParser(String name) {
        this.builder = TimeColumn.builder(name);
    }

    @Override
    public ColumnType type() {
        return ColumnType.TIME;
    }

    @Override
    public boolean add(byte[] utf8, int offset, int length) {
        int from = Spaces.start(utf8, offset, length);
        int to = Spaces.end(utf8, from, offset, length);
        long usual = UsualTime.micros(utf8, from, to);
        if (usual != UsualTime.OTHER) {
            builder.addMicros(usual);
            return true;
        }
        return mayBeTime(utf8, from, to) && addOther(utf8, from, to);
    }

    private boolean addOther(byte[] utf8, int from, int to) {
        try {
            builder.add(parse(new String(utf8, from, to - from, StandardCharsets.UTF_8)));
            return true;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private static boolean mayBeTime(byte[] utf8, int from, int to) {
        boolean fits = to - from == DATE || (to - from >= SHORTEST && to - from <= LONGEST);
        return fits && utf8[from + 4] == '-' && utf8[from + 7] == '-';
    }

    private static LocalDateTime parse(String text) {
        if (text.length() == DATE) {
            return LocalDate.parse(text).atStartOfDay();
        }
        String iso = text.charAt(DATE) == ' ' ? text.substring(0, DATE) + "T" + text.substring(DATE + 1) : text;
        return hasOffset(iso)
                ? OffsetDateTime.parse(iso)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(iso);
    }

    private static boolean hasOffset(String iso) {
        return iso.endsWith("Z") || iso.indexOf('+') > DATE || iso.lastIndexOf('-') > DATE;
    }

    @Override
    public void addAll(ColumnParser later) {
        builder.addAll(((TimeParser) later).builder);
    }

    @Override
    public void reserve(int rows) {
        builder.reserve(rows);
    }

    @Override
    public void clear() {
        builder.clear();
    }

    @Override
    public void addMissing() {
        builder.addMissing();
    }

    @Override
    public int size() {
        return builder.size();
    }

    @Override
    public TimeColumn build() {
        return builder.build();
    }
}
