package org.tributary.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RunOptionsTest {

    @Test
    void defaults_useTheCacheAndForceNothing() {
        assertThat(RunOptions.defaults())
                .isEqualTo(new RunOptions(Set.of(), Set.of(), true, false, false, Optional.empty()));
    }

    @Test
    void with_changesOneThingAndKeepsTheRest() {
        assertThat(RunOptions.defaults()
                        .withForce("train")
                        .withForce("clean")
                        .withOnly("train")
                        .failingFast()
                        .checking()
                        .withForce("train")
                        .withName("nightly")
                        .withoutCache())
                .isEqualTo(new RunOptions(
                        Set.of("clean", "train"), Set.of("train"), false, true, true, Optional.of("nightly")));
    }
}
