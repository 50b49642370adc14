package org.tributary.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableCodecTest {
    private static final long SEED = 20_240_611;
    private final TableCodec codec = new TableCodec();

    @Test
    void type_and_format_nameTheBytes() {
        assertThat(codec.type()).isEqualTo(Table.class);
        assertThat(codec.format()).isEqualTo("table/1");
    }

    @Test
    void encode_smallTable_givesTheseBytes() {
        Table table = Table.builder()
                .numbers("n", 1.5, Double.NaN)
                .text("t", null, "é")
                .booleans("b", true, null)
                .add(WholeColumn.of("w", Arrays.asList(null, -2L)))
                .build();
        assertThat(hex(encode(table)))
                .isEqualTo("54414231" + "02000000" + "04000000"
                        + "00" + "01000000" + "6e" + "00" + "000000000000f83f" + "000000000000f87f"
                        + "00" + "01000000" + "74" + "02" + "01000000" + "00" + "02000000" + "c3a9" + "00" + "01"
                        + "00" + "01000000" + "62" + "03" + "01" + "02"
                        + "00" + "01000000" + "77" + "01" + "01" + "01" + "0000000000000000" + "feffffffffffffff");
    }

    @Test
    void decode_ofEncoded_givesAnEqualTable() {
        RandomTables tables = new RandomTables(SEED);
        for (int i = 0; i < 500; i++) {
            Table table = tables.table();
            assertThat(decode(encode(table))).as("seed %d case %d", SEED, i).isEqualTo(table);
        }
    }

    @Test
    void encode_equalTablesByOtherMeans_givesEqualBytes() {
        RandomTables tables = new RandomTables(SEED + 1);
        for (int i = 0; i < 500; i++) {
            Table table = tables.table();
            Table same = tables.sameByOtherMeans(table);
            assertThat(same).as("seed %d case %d", SEED + 1, i).isEqualTo(table).hasSameHashCodeAs(table);
            assertThat(encode(same)).as("seed %d case %d", SEED + 1, i).isEqualTo(encode(table));
        }
    }

    @Test
    void encode_ofAView_holdsOnlyItsRows() {
        Table table = new RandomTables(3).table(10_000, 5);
        assertThat(encode(table.slice(7, 9))).hasSizeLessThan(400);
    }

    @Test
    void encode_numbersNotANumberInOtherBits_areOneMissing() {
        double odd = Double.longBitsToDouble(0xfff8_0000_0000_0001L);
        assertThat(encode(Table.builder().numbers("n", odd).build()))
                .isEqualTo(encode(Table.builder().numbers("n", Double.NaN).build()));
    }

    @Test
    void decode_manyRowsAndEntries_crossesAllBlocks() {
        for (int distinct : new int[] {255, 256, 65_535, 65_536, 70_000}) {
            int rows = 70_000;
            TextColumn.Builder text = TextColumn.builder("t");
            IntStream.range(0, rows).forEach(row -> text.add("v" + row % distinct));
            double[] numbers = IntStream.range(0, rows).asDoubleStream().toArray();
            long[] wholes = IntStream.range(0, rows).asLongStream().toArray();
            Table table = Table.of(List.of(text.build(), NumberColumn.of("n", numbers), WholeColumn.of("w", wholes)));
            assertThat(decode(encode(table))).as("%d entries", distinct).isEqualTo(table);
        }
    }

    @Test
    void decode_textLongerThanABlock_isWhole() {
        String text = "x".repeat(200_001) + "é";
        Table table = Table.builder().text("t", text, "\uD83D" + text).build();
        assertThat(decode(encode(table))).isEqualTo(table);
    }

    @Test
    void decode_streamThatGivesLittleAtATime_isTheSame() throws IOException {
        Table table = new RandomTables(5).table(3000, 6);
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(encode(table))) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(length, 7));
            }
        };
        assertThat(codec.decode(slow)).isEqualTo(table);
    }

    @Test
    void decode_cutAnywhere_isAnIoException() {
        byte[] bytes = encode(new RandomTables(11).table(9, 6));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> codec.decode(new ByteArrayInputStream(cut)))
                    .as("cut to %d", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("the table is damaged: ");
        }
    }

    @Test
    void decode_damagedAnywhere_isAnIoExceptionOrATable() {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] bytes = encode(new RandomTables(12).table(20, 6));
        for (int i = 0; i < 4_000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            damaged[random.nextInt(random.nextBoolean() ? 24 : bytes.length)] ^= (byte) (1 << random.nextInt(8));
            decodeOrRefuse(damaged, i);
        }
    }

    private void decodeOrRefuse(byte[] damaged, int i) {
        try {
            Table table = codec.decode(new ByteArrayInputStream(damaged));
            assertThat(table.toString()).as("seed %d case %d", SEED, i).isNotNull();
        } catch (IOException refused) {
            assertThat(refused).as("seed %d case %d", SEED, i).hasMessageStartingWith("the table is damaged: ");
        }
    }

    @Test
    void decode_hugeCounts_useNoMemory() {
        String head = "54414231";
        String most = "ffffff7f";
        refuse(head + most + "01000000" + "00" + "01000000" + "6e" + "00", "it ends too early");
        refuse(head + most + "01000000" + "00" + "01000000" + "6e" + "01" + "01", "it ends too early");
        refuse(head + most + "01000000" + "00" + "01000000" + "6e" + "03", "it ends too early");
        refuse(head + "01000000" + "01000000" + "00" + "01000000" + "6e" + "02" + most, "it ends too early");
        refuse(head + "01000000" + "01000000" + "00" + most, "it ends too early");
        refuse(head + "00000000" + most, "it ends too early");
        refuse(head + most + "00000000", "it has rows without columns");
        refuse(head + "ffffffff" + "00000000", "its number of rows is negative");
    }

    @Test
    void decode_otherForms_nameTheFault() {
        String head = "54414231" + "01000000" + "01000000" + "00" + "01000000" + "6e";
        refuse("00000000", "it does not begin as a table");
        refuse(head + "05", "column \"n\" has an unknown type");
        refuse(head + "03" + "03", "column \"n\" has no true or false");
        refuse(head + "02" + "01000000" + "00" + "01000000" + "ff" + "01", "a text is no UTF-8");
        refuse(head + "02" + "01000000" + "02", "a text has an unknown form");
        refuse(head + "02" + "00000000" + "01", "column \"n\" has a code that is not the next one");
        refuse(head + "02" + "01000000" + "00" + "00000000" + "00", "column \"n\" has entries that no row uses");
        refuse(
                head + "02" + "02000000" + "0000000000" + "0000000000" + "01",
                "column \"n\" has a text twice in its dictionary");
        refuse(head + "01" + "01" + "00", "column \"n\" has impossible gaps");
        refuse(head + "01" + "01" + "02", "column \"n\" has impossible gaps");
        refuse(head + "01" + "02", "column \"n\" says neither that it has gaps nor that it has none");
        refuse(head + "01" + "01" + "01" + "0100000000000000", "column \"n\" has a value where it is missing");
        refuse(head + "03" + "01" + "00", "there are bytes after its end");
        refuse(
                "54414231" + "00000000" + "02000000" + ("00" + "01000000" + "6e" + "03").repeat(2),
                "[TABLE_DUPLICATE_COLUMN] the table would have two columns \"n\": names are unique. Rename or drop one.");
    }

    private void refuse(String hex, String fault) {
        assertThatThrownBy(() ->
                        codec.decode(new ByteArrayInputStream(HexFormat.of().parseHex(hex))))
                .isInstanceOf(IOException.class)
                .hasMessage("the table is damaged: " + fault);
    }

    private byte[] encode(Table table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            codec.encode(table, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Table decode(byte[] bytes) {
        try {
            return codec.decode(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
