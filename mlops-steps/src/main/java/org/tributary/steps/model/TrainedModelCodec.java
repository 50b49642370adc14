package org.tributary.steps.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.tributary.cache.Codec;

/**
 * Stores a model as three parts, each after its length: the preparation, the profile, and Tribuo's model. Equal trainings give
 * equal bytes, whenever and wherever they ran. What is read is checked as in a model folder.
 */
public final class TrainedModelCodec implements Codec<TrainedModel> {

    private static final String PLACE = "the stored model";

    @Override
    public Class<TrainedModel> type() {
        return TrainedModel.class;
    }

    @Override
    public String format() {
        return "model/1";
    }

    @Override
    public void encode(TrainedModel value, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        for (byte[] part : ModelParts.of(value).inOrder()) {
            data.writeInt(part.length);
            data.write(part);
        }
        data.flush();
    }

    @Override
    public TrainedModel decode(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] preparation = part(data);
        byte[] profile = part(data);
        byte[] tribuo = part(data);
        if (data.read() >= 0) {
            throw new IOException(PLACE + " has bytes after its end");
        }
        return new ModelParts(preparation, profile, tribuo).model(PLACE);
    }

    private static byte[] part(DataInputStream data) throws IOException {
        int length = data.readInt();
        byte[] part = data.readNBytes(Math.max(length, 0));
        if (part.length != length) {
            throw new IOException(PLACE + " ends before its part of " + length + " bytes");
        }
        return part;
    }
}
