package org.tributary.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tributary.cache.Codec;

/** A codec that keeps its contract. */
record TextCodec() implements Codec<String> {

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public String format() {
        return "text/1";
    }

    @Override
    public void encode(String value, OutputStream out) throws IOException {
        out.write(("!" + value).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String decode(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).substring(1);
    }
}
