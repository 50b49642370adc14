package org.tributary.steps.prepare;

import java.util.List;
import org.tributary.cache.Codec;
import org.tributary.steps.StepLog;
import org.tributary.steps.Tables;
import org.tributary.testkit.CodecContract;

final class PreparationCodecContractTest extends CodecContract<Preparation> {

    @Override
    protected Codec<Preparation> codec() {
        return new PreparationCodec();
    }

    @Override
    protected List<Preparation> values() {
        Prepare plain = Prepare.of("Species");
        return List.of(
                fitted(plain, 1),
                fitted(plain, 2),
                fitted(plain.withColumns("Island"), 1),
                fitted(plain.withImpute(new Impute.Constant(-0.0)).withScale(new Scale.MinMax()), 1),
                fitted(
                        plain.withEncode(Encode.OneHot.defaults()
                                .withUnknown(Encode.Unknown.IGNORE)
                                .withMissing(Encode.Missing.MODE)),
                        1));
    }

    private static Preparation fitted(Prepare settings, long seed) {
        return settings.run(Tables.birds(seed, 60), new StepLog()).preparation();
    }

    /** Fitted again on equal rows. */
    @Override
    protected Preparation copyOf(Preparation value) {
        return values().stream().filter(value::equals).findFirst().orElseThrow();
    }
}
