package org.tributary.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunProvenanceTest {

    @Test
    void maps_areSortedCopies() {
        RunProvenance provenance = new RunProvenance(
                "r1", "train", "ab", "cd", Map.of("b", "2", "a", "1", "c", "3"), Map.of(), Optional.of("abc"), true);

        assertThat(provenance.data().keySet()).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> provenance.data().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void withDigest_changesTheDigestOnly() {
        RunProvenance none = RunProvenance.none();

        assertThat(none.withDigest("ef").withDigest("")).isEqualTo(none);
        assertThat(none.withDigest("ef").digest()).isEqualTo("ef");
    }

    @Test
    void damagedValue_message_namesStepAndRemedy() {
        assertThat(new DamagedValueException("train", new IllegalStateException("3 bytes are missing")))
                .hasMessage("[CACHE_DAMAGED_VALUE] the stored value of step \"train\" is damaged: 3 bytes are missing."
                        + " It was set aside; run the pipeline again to compute it anew.");
    }
}
