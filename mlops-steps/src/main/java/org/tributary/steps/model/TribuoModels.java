package org.tributary.steps.model;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.RootProvenanceProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.protos.core.ModelProto;
import org.tributary.pipeline.PipelineException;

/** Tribuo models as bytes: {@code model.tribuo}, which Tribuo's own {@code Model.deserializeFromFile} reads too. */
final class TribuoModels {

    private TribuoModels() {}

    /** The bytes of a model, the same whenever and wherever it was trained: its provenance is canonical, its maps sorted. */
    static byte[] encode(LinearSGDModel model) {
        try {
            ModelProto message = LinearMessages.of(model);
            ModelTrust.check(message, "the model");
            return bytes(canonical(message)).toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Message canonical(Message message) throws InvalidProtocolBufferException {
        if (message instanceof Any any) {
            Message inner = KnownMessages.unpack(any).orElseThrow();
            return any.toBuilder().setValue(bytes(canonical(inner))).build();
        }
        if (message instanceof RootProvenanceProto provenance) {
            return CanonicalProvenance.of(provenance);
        }
        Message.Builder builder = message.toBuilder();
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            if (field.getKey().getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && !field.getKey().isMapField()) {
                replace(builder, field.getKey(), field.getValue());
            }
        }
        return builder.build();
    }

    private static void replace(Message.Builder builder, FieldDescriptor field, Object value)
            throws InvalidProtocolBufferException {
        if (!field.isRepeated()) {
            builder.setField(field, canonical((Message) value));
            return;
        }
        List<?> values = (List<?>) value;
        for (int at = 0; at < values.size(); at++) {
            builder.setRepeatedField(field, at, canonical((Message) values.get(at)));
        }
    }

    private static ByteString bytes(Message message) {
        byte[] bytes = new byte[message.getSerializedSize()];
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            message.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.copyFrom(bytes);
    }

    /**
     * Reads a model, after it was compared with what our trainers give.
     *
     * @param place what the bytes were read from, for messages
     */
    static Model<Label> decode(byte[] bytes, String place) {
        ModelProto message;
        try {
            message = ModelProto.parseFrom(bytes);
            ModelTrust.check(message, place);
        } catch (InvalidProtocolBufferException e) {
            throw new PipelineException("[MODEL_DAMAGED] " + place + " is no model message: " + e.getMessage(), e);
        }
        try {
            return Model.deserialize(message).castModel(Label.class);
        } catch (RuntimeException e) {
            throw new PipelineException(
                    "[MODEL_DAMAGED] " + place + " cannot be read: " + rootOf(e).getMessage(), e);
        }
    }

    /** Tribuo wraps what went wrong once for each message around it. */
    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
