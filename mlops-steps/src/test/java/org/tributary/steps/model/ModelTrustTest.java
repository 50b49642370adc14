package org.tributary.steps.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.ListProvenanceProto;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.RootProvenanceProto;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.SimpleProvenanceProto;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Model;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.protos.core.ModelProto;
import org.tributary.pipeline.PipelineException;

class ModelTrustTest {

    static final AtomicInteger STARTED = new AtomicInteger();

    /** Counts that its class was initialised: what a foreign class could do instead. */
    static final class Foreign {

        static {
            STARTED.incrementAndGet();
        }

        private Foreign() {}
    }

    /** The same, for the test that shows what happens without the walk. */
    static final class Unchecked {

        static {
            STARTED.addAndGet(1000);
        }

        private Unchecked() {}
    }

    private static final String FOREIGN = "org.tributary.steps.model.ModelTrustTest$Foreign";
    private static final String UNCHECKED = "org.tributary.steps.model.ModelTrustTest$Unchecked";

    @TempDir
    Path work;

    private static ModelProto message(TrainedModel model) {
        try {
            return ModelProto.parseFrom(model.tribuoBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A folder whose manifest agrees with everything in it, and a stored value with the same bytes. */
    private Path folder(TrainedModel model, Message tribuo) throws IOException {
        ModelParts good = ModelParts.of(model);
        ModelParts bad = new ModelParts(good.preparation(), good.profile(), tribuo.toByteArray());
        Path folder = Files.createTempDirectory(work, "model");
        Map<String, byte[]> contents = new TreeMap<>(Map.of(
                ModelFolder.TRIBUO, bad.tribuo(),
                ModelFolder.PREPARATION, bad.preparation(),
                ModelFolder.PROFILE, bad.profile()));
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
            Files.write(folder.resolve(content.getKey()), content.getValue());
        }
        Files.write(
                folder.resolve(ModelFolder.MANIFEST),
                Manifest.of(Digests.of(stored(bad)), contents).toJson());
        return folder;
    }

    private static byte[] stored(ModelParts parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        for (byte[] part : parts.inOrder()) {
            data.writeInt(part.length);
            data.write(part);
        }
        return bytes.toByteArray();
    }

    @Test
    void folder_untouched_isLoaded() throws IOException {
        TrainedModel model = Models.birds(1);
        assertThat(TrainedModel.load(folder(model, message(model)))).isEqualTo(model);
    }

    @Test
    void load_foreignClassAnywhere_isRefusedBeforeItIsInitialised() throws IOException {
        TrainedModel model = Models.birds(1);
        ModelProto good = message(model);
        List<Messages.Place> places = Messages.classNames(good);
        assertThat(places)
                .extracting(Messages.Place::field)
                .contains(
                        "tribuo.core.ModelProto.class_name",
                        "tribuo.core.FeatureDomainProto.class_name",
                        "tribuo.core.VariableInfoProto.class_name",
                        "tribuo.core.OutputDomainProto.class_name",
                        "tribuo.math.ParametersProto.class_name",
                        "tribuo.math.TensorProto.class_name",
                        "tribuo.math.NormalizerProto.class_name",
                        "olcut.ObjectProvenanceProto.object_class_name",
                        "olcut.ObjectProvenanceProto.provenance_class_name",
                        "olcut.SimpleProvenanceProto.provenance_class_name");
        for (int place = 0; place < places.size(); place++) {
            Path folder = folder(model, Messages.withClassName(good, place, FOREIGN));
            assertThatThrownBy(() -> TrainedModel.load(folder))
                    .as(places.get(place).toString())
                    .isInstanceOf(PipelineException.class)
                    .hasMessage(
                            "[MODEL_NOT_TRUSTED] " + folder + ": model.tribuo names the class \"" + FOREIGN
                                    + "\", which no model of this library does: it was not loaded, and none of its code has run.");
        }
        assertThat(places).hasSizeGreaterThan(60);
        assertThat(STARTED.get() % 1000).isZero();
    }

    /** The test above could fail: Tribuo alone does run the class. */
    @Test
    void tribuoAlone_foreignClass_isInitialised() {
        Message bad = Messages.withClassName(message(Models.birds(1)), lastOf("ModelProto.class_name"), UNCHECKED);
        assertThatThrownBy(() -> Model.deserialize((ModelProto) bad)).isInstanceOf(IllegalStateException.class);
        assertThat(STARTED.get()).isGreaterThanOrEqualTo(1000);
    }

    private static int lastOf(String field) {
        List<String> fields = Messages.classNames(message(Models.birds(1))).stream()
                .map(Messages.Place::field)
                .toList();
        return fields.lastIndexOf("tribuo.core." + field);
    }

    @Test
    void codec_foreignClass_isRefusedToo() throws IOException {
        TrainedModel model = Models.birds(1);
        ModelParts good = ModelParts.of(model);
        byte[] bad = Messages.withClassName(message(model), 0, FOREIGN).toByteArray();
        byte[] stored = stored(new ModelParts(good.preparation(), good.profile(), bad));
        assertThatThrownBy(() -> new TrainedModelCodec().decode(new ByteArrayInputStream(stored)))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MODEL_NOT_TRUSTED] the stored model: model.tribuo names the class \"" + FOREIGN
                        + "\", which no model of this library does: it was not loaded, and none of its code has run.");
    }

    private void assertRefused(ModelProto bad, String what) throws IOException {
        Path folder = folder(Models.birds(1), bad);
        assertThatThrownBy(() -> TrainedModel.load(folder))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MODEL_NOT_TRUSTED] " + folder + ": model.tribuo " + what
                        + ", which no model of this library does: it was not loaded, and none of its code has run.");
    }

    private static ModelProto edited(Consumer<ClassificationLinearSGDProto.Builder> edit) throws IOException {
        ModelProto good = message(Models.birds(1));
        ClassificationLinearSGDProto.Builder linear =
                good.getSerializedData().unpack(ClassificationLinearSGDProto.class).toBuilder();
        edit.accept(linear);
        return good.toBuilder().setSerializedData(Any.pack(linear.build())).build();
    }

    @Test
    void load_otherMessage_isRefused() throws IOException {
        Any libLinear = Any.newBuilder()
                .setTypeUrl("type.googleapis.com/tribuo.common.liblinear.LibLinearModelProto")
                .setValue(ByteString.copyFromUtf8("java serialized"))
                .build();
        assertRefused(
                message(Models.birds(1)).toBuilder()
                        .setSerializedData(libLinear)
                        .build(),
                "holds a type.googleapis.com/tribuo.common.liblinear.LibLinearModelProto");
    }

    @Test
    void load_unknownField_isRefused() throws IOException {
        UnknownFieldSet extra = UnknownFieldSet.newBuilder()
                .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                .build();
        assertRefused(
                message(Models.birds(1)).toBuilder().setUnknownFields(extra).build(),
                "holds unknown fields in tribuo.core.ModelProto");
    }

    @Test
    void load_tensorOfAnotherSize_isRefused() throws IOException {
        for (int[] dimensions : new int[][] {{1 << 30, 1 << 30}, {3, 7}, {0}, {-3, -9}, {}}) {
            DenseTensorProto.Builder tensor =
                    DenseTensorProto.newBuilder().setValues(ByteString.copyFrom(new byte[216]));
            for (int dimension : dimensions) {
                tensor.addDimensions(dimension);
            }
            Path folder = folder(Models.birds(1), edited(linear -> replaceWeights(linear, tensor.build())));
            assertThatThrownBy(() -> TrainedModel.load(folder))
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining("model.tribuo holds a tensor ");
        }
    }

    private static void replaceWeights(ClassificationLinearSGDProto.Builder linear, DenseTensorProto tensor) {
        try {
            LinearParametersProto.Builder parameters =
                    linear.getParams().getSerializedData().unpack(LinearParametersProto.class).toBuilder();
            parameters.getWeightMatrixBuilder().setSerializedData(Any.pack(tensor));
            linear.getParamsBuilder().setSerializedData(Any.pack(parameters.build()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ModelProto withProvenance(Consumer<RootProvenanceProto.Builder> edit) throws IOException {
        return edited(linear -> edit.accept(linear.getMetadataBuilder().getProvenanceBuilder()));
    }

    /** Without the check these end in a stack overflow, or not at all. */
    @Test
    void load_provenanceInACircle_isRefused() throws IOException {
        String rule = "holds a provenance whose parts do not fit together";
        assertRefused(withProvenance(root -> root.setLmp(0, inItself(root.getLmp(0)))), rule);
        assertRefused(withProvenance(root -> root.setSmp(lastReference(root), backTo(root))), rule);
        assertRefused(withProvenance(root -> root.getSmpBuilder(0).setIndex(7)), rule);
        assertRefused(withProvenance(root -> root.removeSmp(0)), rule);
        assertRefused(
                withProvenance(root ->
                        root.getOmpBuilder(1).setObjectName(root.getOmp(0).getObjectName())),
                rule);
    }

    private static ListProvenanceProto inItself(ListProvenanceProto list) {
        return list.toBuilder().addValues(list.getIndex()).build();
    }

    private static int lastReference(RootProvenanceProto.Builder root) {
        int last = -1;
        for (int at = 0; at < root.getSmpCount(); at++) {
            last = root.getSmp(at).getIsReference() ? at : last;
        }
        return last;
    }

    private static SimpleProvenanceProto backTo(RootProvenanceProto.Builder root) {
        return root.getSmp(lastReference(root)).toBuilder()
                .setValue(root.getOmp(0).getObjectName())
                .build();
    }

    /** What passes the walk and is still no model is an error with a text of its own, not one of Tribuo's. */
    @Test
    void load_brokenButTrusted_isDamaged() throws IOException {
        Path folder = folder(
                Models.birds(1), edited(linear -> linear.getMetadataBuilder().clearOutputDomain()));
        assertThatThrownBy(() -> TrainedModel.load(folder))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[MODEL_DAMAGED] " + folder + ": model.tribuo cannot be read: ");
        assertThatThrownBy(() -> TribuoModels.decode(new byte[] {-1, -1, -1}, "here"))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("[MODEL_DAMAGED] here is no model message: ");
    }

    /** Any bit of the model file, with a manifest that agrees: loaded as another model or refused, never another error. */
    @Test
    void load_flippedBitWithAnAgreeingManifest_runsNothingForeign() throws IOException {
        byte[] good = Models.birds(1).tribuoBytes();
        int refused = 0;
        for (int bit = 0; bit < good.length * 8; bit += 211) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                TribuoModels.decode(bad, "here");
            } catch (PipelineException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(150);
        assertThat(STARTED.get() % 1000).isZero();
    }

    @Test
    void load_otherFeatures_isRefused() throws IOException {
        TrainedModel model = Models.birds(1);
        TrainedModel renamed =
                Models.train(org.tributary.steps.Tables.birds(1, 120).rename(Map.of("Adult", "Grown")));
        Path folder = folder(model, message(renamed));
        assertThatThrownBy(() -> TrainedModel.load(folder))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "[MODEL_MISMATCH] the model does not know the feature \"Adult\" that its preparation gives.");
    }
}
