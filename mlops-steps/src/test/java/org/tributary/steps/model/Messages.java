package org.tributary.steps.model;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes one of many places in a model message, however deep it is, and packs it again. */
final class Messages {

    /** Where a change was made: the field, and what it held. */
    record Place(String field, String before) {}

    private final int target;
    private final UnaryOperator<String> change;
    private final List<Place> places = new ArrayList<>();

    private Messages(int target, UnaryOperator<String> change) {
        this.target = target;
        this.change = change;
    }

    /** The places of class names in a message. */
    static List<Place> classNames(Message message) {
        Messages walk = new Messages(-1, UnaryOperator.identity());
        walk.changed(message);
        return walk.places;
    }

    /** The message with another name in one of those places. */
    static Message withClassName(Message message, int place, String name) {
        return new Messages(place, before -> name).changed(message);
    }

    private Message changed(Message message) {
        if (message instanceof Any any) {
            return any.toBuilder()
                    .setValue(changed(unpacked(any)).toByteString())
                    .build();
        }
        Message.Builder builder = message.toBuilder();
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            FieldDescriptor key = field.getKey();
            if (key.isMapField()) {
                continue;
            }
            if (key.getJavaType() == FieldDescriptor.JavaType.MESSAGE && key.isRepeated()) {
                List<?> values = (List<?>) field.getValue();
                for (int at = 0; at < values.size(); at++) {
                    builder.setRepeatedField(key, at, changed((Message) values.get(at)));
                }
            } else if (key.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                builder.setField(key, changed((Message) field.getValue()));
            } else if (key.getName().endsWith("class_name")) {
                builder.setField(key, text(key, (String) field.getValue()));
            }
        }
        return builder.build();
    }

    private String text(FieldDescriptor field, String before) {
        places.add(new Place(field.getFullName(), before));
        return places.size() - 1 == target ? change.apply(before) : before;
    }

    private static Message unpacked(Any any) {
        try {
            return KnownMessages.unpack(any).orElseThrow();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
