package org.tributary.steps.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.tributary.cache.Codec;

/** Stores a {@link Preparation} as its JSON document. */
public final class PreparationCodec implements Codec<Preparation> {

    @Override
    public Class<Preparation> type() {
        return Preparation.class;
    }

    @Override
    public String format() {
        return PreparationJson.FORMAT;
    }

    @Override
    public void encode(Preparation value, OutputStream out) throws IOException {
        out.write(value.toJson());
    }

    @Override
    public Preparation decode(InputStream in) throws IOException {
        return Preparation.fromJson(in.readAllBytes(), "the stored preparation");
    }
}
