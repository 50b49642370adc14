package org.tributary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tributary.run.Reason.Kind;

final class ReasonTest {

    @Test
    void toString_ofAChange_showsBothValues() {
        assertThat(new Reason(Kind.SETTING, "epochs", "50", "7")).hasToString("setting epochs 50 -> 7");
        assertThat(new Reason(Kind.LIBRARY, "org.tribuo:tribuo-core", "4.3.1", "4.3.2"))
                .hasToString("library org.tribuo:tribuo-core 4.3.1 -> 4.3.2");
    }

    @Test
    void toString_ofOneSide_keepsTheArrow() {
        assertThat(new Reason(Kind.SETTING, "epochs", "", "7")).hasToString("setting epochs  -> 7");
    }

    @Test
    void toString_withoutValues_isKindAndSubject() {
        assertThat(Reason.of(Kind.INPUT, "split.train")).hasToString("input split.train");
        assertThat(Reason.of(Kind.NOT_CACHEABLE, "a lambda")).hasToString("not cacheable: a lambda");
        assertThat(Reason.of(Kind.NEVER_RAN)).hasToString("never ran");
    }

    @Test
    void everyKind_hasWordsOfItsOwn() {
        assertThat(Kind.values())
                .extracting(kind -> Reason.of(kind).toString())
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    void reason_null_isRefused() {
        assertThatThrownBy(() -> new Reason(Kind.CODE, "Train", null, ""))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("before");
    }
}
