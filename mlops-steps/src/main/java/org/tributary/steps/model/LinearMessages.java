package org.tributary.steps.model;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.labs.mlrg.olcut.config.protobuf.ProtoProvenanceSerialization;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.RealIDInfo;
import org.tribuo.RealInfo;
import org.tribuo.VariableIDInfo;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.util.ExpNormalizer;
import org.tribuo.protos.core.FeatureDomainProto;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.RealIDInfoProto;
import org.tribuo.protos.core.RealInfoProto;
import org.tribuo.protos.core.VariableInfoProto;
import org.tributary.pipeline.PipelineException;

/**
 * The message that {@code LinearSGDModel.serialize} gives, put together here: Tribuo 4.3.2 finds the setters of fields
 * such as {@code info} and {@code id} by the default locale's upper case, and so cannot save a model where {@code i} becomes
 * a dotted capital.
 */
final class LinearMessages {

    private LinearMessages() {}

    static ModelProto of(LinearSGDModel model) throws InvalidProtocolBufferException {
        ClassificationLinearSGDProto linear = ClassificationLinearSGDProto.newBuilder()
                .setMetadata(metadata(model))
                .setParams(((LinearParameters) model.getModelParameters()).serialize())
                .setNormalizer(new ExpNormalizer().serialize())
                .build();
        return ModelProto.newBuilder()
                .setVersion(LinearSGDModel.CURRENT_VERSION)
                .setClassName(LinearSGDModel.class.getName())
                .setSerializedData(Any.pack(linear))
                .build();
    }

    private static ModelDataProto metadata(LinearSGDModel model) throws InvalidProtocolBufferException {
        return ModelDataProto.newBuilder()
                .setName(model.getName())
                .setProvenance(new ProtoProvenanceSerialization(false)
                        .serializeToProto(ProvenanceUtil.marshalProvenance(model.getProvenance())))
                .setGenerateProbabilities(model.generatesProbabilities())
                .setFeatureDomain(features(model.getFeatureIDMap()))
                .setOutputDomain(model.getOutputIDInfo().serialize())
                .setTribuoVersion(model.getProvenance().getTribuoVersion())
                .build();
    }

    private static FeatureDomainProto features(ImmutableFeatureMap map) throws InvalidProtocolBufferException {
        ImmutableFeatureMapProto.Builder features = ImmutableFeatureMapProto.newBuilder();
        for (int id = 0; id < map.size(); id++) {
            features.addInfo(feature(map.get(id)));
        }
        return FeatureDomainProto.newBuilder()
                .setVersion(ImmutableFeatureMap.CURRENT_VERSION)
                .setClassName(ImmutableFeatureMap.class.getName())
                .setSerializedData(Any.pack(features.build()))
                .build();
    }

    private static VariableInfoProto feature(VariableIDInfo info) throws InvalidProtocolBufferException {
        if (!(info instanceof RealIDInfo real)) {
            throw new PipelineException("[MODEL_NOT_ACCEPTED] the model describes its feature \"" + info.getName()
                    + "\" by a " + info.getClass().getName() + ": train it on the dataset that the step gives.");
        }
        // Without its id a feature has no field that begins with "i"; only this message tells the sum of squares.
        RealInfoProto spread =
                new RealInfo(real).serialize().getSerializedData().unpack(RealInfoProto.class);
        RealIDInfoProto feature = RealIDInfoProto.newBuilder()
                .setName(spread.getName())
                .setCount(spread.getCount())
                .setId(real.getID())
                .setMax(spread.getMax())
                .setMin(spread.getMin())
                .setMean(spread.getMean())
                .setSumSquares(spread.getSumSquares())
                .build();
        return VariableInfoProto.newBuilder()
                .setVersion(RealIDInfo.CURRENT_VERSION)
                .setClassName(RealIDInfo.class.getName())
                .setSerializedData(Any.pack(feature))
                .build();
    }
}
