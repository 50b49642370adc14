package org.tributary.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.tributary.cache.Codec;
import org.tributary.pipeline.PipelineException;

/**
 * Tables as bytes, column by column: equal tables give equal bytes on any machine, whatever view, dictionary or Java
 * version they come from.
 *
 * <p>Only the rows that the table shows are written. Dictionaries hold the texts that these rows use, in the order of
 * first use. All numbers are little-endian:
 *
 * <pre>
 * table   = "TAB1" rows:int32 columns:int32 column*
 * column  = name:text type:byte body          type: 0 number, 1 whole, 2 text, 3 boolean, 4 time
 * number  = bits:int64 for each row           one NaN
 * whole   = gaps value:int64 for each row     0 where missing; time alike, microseconds since 1970
 * gaps    = 0:byte | 1:byte bitset            one bit a row, lowest first; 0 if nothing is missing
 * text    = entries:int32 text* code for each row      0 is missing, n is entry n - 1;
 *           a code has 1 byte for at most 255 entries, 2 for at most 65,535, else 4
 * boolean = byte for each row                 0 false, 1 true, 2 missing
 * a text  = 0:byte length:int32 UTF-8 | 1:byte length:int32 UTF-16LE     the latter for unpaired surrogates only
 * </pre>
 *
 * <p><b>Threads:</b> safe. <b>Failure:</b> bytes that are no such table are an {@link IOException}; memory is used only
 * as bytes arrive, so a damaged count costs none.
 */
public final class TableCodec implements Codec<Table> {
    static final int MAGIC = 'T' | 'A' << 8 | 'B' << 16 | '1' << 24;

    @Override
    public Class<Table> type() {
        return Table.class;
    }

    @Override
    public String format() {
        return "table/1";
    }

    @Override
    public void encode(Table table, OutputStream out) throws IOException {
        ByteSink sink = new ByteSink(out);
        sink.writeInt(MAGIC);
        sink.writeInt(table.rowCount());
        sink.writeInt(table.columns().size());
        for (Column column : table.columns()) {
            sink.writeText(column.name());
            sink.writeByte(column.type().ordinal());
            column.fold(ColumnBody.WRITER).writeTo(sink);
        }
        sink.flush();
    }

    @Override
    public Table decode(InputStream in) throws IOException {
        ByteSource source = new ByteSource(in);
        source.require(source.readInt() == MAGIC, "it does not begin as a table");
        int rows = source.readCount("rows");
        int count = source.readCount("columns");
        source.require(count > 0 || rows == 0, "it has rows without columns");
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(new ColumnReader(source, source.readText(), rows).read());
        }
        source.requireEnd();
        return table(columns);
    }

    private static Table table(List<Column> columns) throws IOException {
        try {
            return Table.of(columns);
        } catch (PipelineException twoOfOneName) {
            throw new IOException("the table is damaged: " + twoOfOneName.getMessage(), twoOfOneName);
        }
    }
}
