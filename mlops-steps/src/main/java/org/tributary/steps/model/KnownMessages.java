package org.tributary.steps.model;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tribuo.classification.protos.ImmutableLabelInfoProto;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.RealIDInfoProto;

/**
 * What a model file may hold: the messages and the names of classes that our trainers give, and no other.
 *
 * <p>Tribuo initialises any class that a file names before it looks at its type, and some of its messages hold Java
 * serialization. So a file is compared with these lists before Tribuo sees it.
 */
final class KnownMessages {

    private static final String PREFIX = "type.googleapis.com/";

    private static final Map<String, Message> PACKED = Stream.<Message>of(
                    ClassificationLinearSGDProto.getDefaultInstance(),
                    ImmutableFeatureMapProto.getDefaultInstance(),
                    RealIDInfoProto.getDefaultInstance(),
                    ImmutableLabelInfoProto.getDefaultInstance(),
                    LinearParametersProto.getDefaultInstance(),
                    DenseTensorProto.getDefaultInstance())
            .collect(Collectors.toUnmodifiableMap(
                    message -> PREFIX + message.getDescriptorForType().getFullName(), Function.identity()));

    /** The fields of any message that hold the name of a class. */
    private static final Set<String> CLASS_FIELDS = Set.of("class_name", "object_class_name", "provenance_class_name");

    private static final Set<String> CLASSES = Set.of(
            "org.tribuo.classification.sgd.linear.LinearSGDModel",
            "org.tribuo.ImmutableFeatureMap",
            "org.tribuo.RealIDInfo",
            "org.tribuo.classification.ImmutableLabelInfo",
            "org.tribuo.math.LinearParameters",
            "org.tribuo.math.la.DenseMatrix",
            "org.tribuo.math.util.ExpNormalizer",
            "org.tribuo.provenance.ModelProvenance",
            "org.tribuo.provenance.DatasetProvenance",
            "org.tribuo.provenance.SimpleDataSourceProvenance",
            "org.tribuo.provenance.impl.TrainerProvenanceImpl",
            "org.tribuo.classification.LabelFactory$LabelFactoryProvenance",
            "org.tribuo.ImmutableDataset",
            "org.tribuo.DataSource",
            "org.tribuo.classification.LabelFactory",
            "org.tribuo.classification.sgd.linear.LinearSGDTrainer",
            "org.tribuo.classification.sgd.objectives.LogMulticlass",
            "org.tribuo.math.optimisers.AdaGrad",
            "com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl",
            "com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance",
            "com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance",
            "com.oracle.labs.mlrg.olcut.provenance.primitives.LongProvenance",
            "com.oracle.labs.mlrg.olcut.provenance.primitives.DoubleProvenance",
            "com.oracle.labs.mlrg.olcut.provenance.primitives.BooleanProvenance",
            "com.oracle.labs.mlrg.olcut.provenance.primitives.DateTimeProvenance");

    private KnownMessages() {}

    static boolean isClassField(String field) {
        return CLASS_FIELDS.contains(field);
    }

    static boolean isClass(String name) {
        return CLASSES.contains(name);
    }

    /** The message in an Any, empty if it is of a type that no model of ours holds. */
    static Optional<Message> unpack(Any any) throws InvalidProtocolBufferException {
        Message known = PACKED.get(any.getTypeUrl());
        return known == null
                ? Optional.empty()
                : Optional.of(known.getParserForType().parseFrom(any.getValue()));
    }
}
