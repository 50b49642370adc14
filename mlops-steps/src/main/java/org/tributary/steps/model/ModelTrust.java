package org.tributary.steps.model;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import org.tribuo.math.protos.DenseTensorProto;
import org.tributary.pipeline.PipelineException;

/**
 * Walks a model message before Tribuo may parse it: every message in it, however deep, must be one that our trainers give, and
 * every name of a class one that they name. No class is loaded on the way.
 */
final class ModelTrust {

    private static final int DEEPEST = 40;

    private final String place;

    private ModelTrust(String place) {
        this.place = place;
    }

    /**
     * Refuses what is not on the lists.
     *
     * @param place what the message was read from, for messages
     */
    static void check(Message model, String place) throws InvalidProtocolBufferException {
        new ModelTrust(place).message(model, 0);
    }

    private void message(Message message, int depth) throws InvalidProtocolBufferException {
        String type = message.getDescriptorForType().getFullName();
        if (depth > DEEPEST) {
            throw refused("nests messages more than " + DEEPEST + " deep");
        }
        if (!message.getUnknownFields().asMap().isEmpty()) {
            throw refused("holds unknown fields in " + type);
        }
        if (message instanceof Any any) {
            message(KnownMessages.unpack(any).orElseThrow(() -> refused("holds a " + any.getTypeUrl())), depth + 1);
            return;
        }
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            field(field.getKey(), field.getValue(), depth);
        }
        if (message instanceof DenseTensorProto tensor) {
            tensor(tensor);
        }
        if (type.equals("olcut.RootProvenanceProto")) {
            ProvenanceOrder.check(message).ifPresent(fault -> {
                throw refused(fault);
            });
        }
    }

    private void field(FieldDescriptor field, Object value, int depth) throws InvalidProtocolBufferException {
        List<?> values = field.isRepeated() ? (List<?>) value : List.of(value);
        for (Object element : values) {
            if (element instanceof Message message) {
                message(message, depth + 1);
            } else if (element instanceof String text && KnownMessages.isClassField(field.getName())) {
                name(text);
            } else if (element instanceof ByteString
                    && !field.getContainingType().equals(DenseTensorProto.getDescriptor())) {
                throw refused("holds bytes in " + field.getFullName());
            }
        }
    }

    private void name(String name) {
        if (!KnownMessages.isClass(name)) {
            throw refused("names the class \"" + name + "\"");
        }
    }

    /** Tribuo makes room for the dimensions before it counts the values. */
    private void tensor(DenseTensorProto tensor) {
        long size = Double.BYTES;
        for (int dimension : tensor.getDimensionsList()) {
            if (dimension < 1 || size > Integer.MAX_VALUE) {
                throw refused("holds a tensor of impossible size");
            }
            size *= dimension;
        }
        if (tensor.getDimensionsCount() == 0 || size != tensor.getValues().size()) {
            throw refused("holds a tensor whose size is not that of its values");
        }
    }

    private PipelineException refused(String what) {
        return new PipelineException("[MODEL_NOT_TRUSTED] " + place + " " + what
                + ", which no model of this library does: it was not loaded, and none of its code has run.");
    }
}
