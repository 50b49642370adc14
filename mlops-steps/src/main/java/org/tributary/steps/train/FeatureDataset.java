package org.tributary.steps.train;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.tribuo.ImmutableDataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.DatasetProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A dataset that takes finished rows as they are, about five times as fast as a MutableDataset.
 *
 * <p>The rows were made from columns, so that no name is there twice in a row and no value is NaN: what Tribuo would check in
 * each row, a preparation has checked.
 */
final class FeatureDataset extends ImmutableDataset<Label> {

    private static final long serialVersionUID = 1L;

    FeatureDataset(
            String[] names,
            FeatureRow[] rows,
            RowLabels labels,
            ImmutableFeatureMap featureMap,
            ImmutableOutputInfo<Label> labelInfo) {
        super(source(), new LabelFactory(), featureMap, labelInfo);
        for (int row = 0; row < rows.length; row++) {
            data.add(new FeatureExample(labels.of(row), names, rows[row]));
        }
    }

    /** Names Tribuo's class, which a reader of the model knows; this one is never read back. */
    @Override
    public synchronized DatasetProvenance getProvenance() {
        Map<String, Provenance> parts = new HashMap<>();
        super.getProvenance().forEach(part -> parts.put(part.getA(), part.getB()));
        parts.put("class-name", new StringProvenance("class-name", ImmutableDataset.class.getName()));
        return new DatasetProvenance(parts);
    }

    /** Says nothing of when and where: two trainings on equal rows give equal models. */
    private static SimpleDataSourceProvenance source() {
        OffsetDateTime never = OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC);
        return new SimpleDataSourceProvenance("Tributary table", never, new LabelFactory());
    }
}
