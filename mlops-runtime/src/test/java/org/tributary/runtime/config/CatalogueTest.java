package org.tributary.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tributary.pipeline.Extension;
import org.tributary.pipeline.Setting;
import org.tributary.pipeline.Source;
import org.tributary.pipeline.StepContext;
import org.tributary.pipeline.StepFactory;

class CatalogueTest {

    interface Open {}

    record Wide(int width, String name) implements Open {}

    interface Empty {}

    record Reserved(String use, String from, int options) {}

    record Clashing(@Setting(inline = true) Open open, String name) {}

    record Twice(
            @Setting(inline = true) Open first,
            @Setting(inline = true) Open second) {}

    record NoVariants(
            @Setting(inline = true) Empty empty,
            @Setting(inline = true) String text) {}

    record Deep(@Setting(inline = true) Open open) {}

    record Outer(Deep deep) {}

    record Odd(
            Function<String, String> function,
            Map<Integer, String> map,
            List<Object> objects,
            Empty empty,
            List<?> any,
            int[] array) {}

    record Tree(Optional<Tree> left, List<Tree> right) {}

    record Generic<T>(String text) implements Source<T> {

        @Override
        public T run(StepContext context) {
            throw new IllegalStateException("is not run");
        }
    }

    private static Extension extension(String id, Class<? extends Record> settings) {
        return new Extension() {
            @Override
            public Map<String, StepFactory<?>> steps() {
                return Map.of(id, StepFactory.of(settings));
            }

            @Override
            public Map<Class<?>, Map<String, Class<? extends Record>>> variants() {
                return Map.of(Open.class, Map.of("wide", Wide.class));
            }
        };
    }

    private static String message(String id, Class<? extends Record> settings) {
        try {
            ConfigReader.of(extension(id, settings), Map.of());
            return "";
        } catch (ConfigException e) {
            return e.getMessage().replace("org.tributary.runtime.config.CatalogueTest$", "");
        }
    }

    @Test
    void of_reservedNames_refusesEach() {
        assertThat(message("r", Reserved.class)).isEqualTo("""
                        3 errors in the extensions:
                        1) [CONFIG_RESERVED_SETTING] step "r" (Reserved) use: the name is reserved for what a configuration says of a step. Rename the component.
                           More: docs/errors/CONFIG_RESERVED_SETTING.md
                        2) [CONFIG_RESERVED_SETTING] step "r" (Reserved) from: the name is reserved for what a configuration says of a step. Rename the component.
                           More: docs/errors/CONFIG_RESERVED_SETTING.md
                        3) [CONFIG_RESERVED_SETTING] step "r" (Reserved) options: the name is reserved for what a configuration says of a step. Rename the component.
                           More: docs/errors/CONFIG_RESERVED_SETTING.md""");
    }

    @Test
    void of_clashWithAnInlineVariant_refusesIt() {
        assertThat(message("c", Clashing.class)).isEqualTo("""
                        1 error in the extensions:
                        1) [CONFIG_SETTING_CLASH] step "c" (Clashing) name: variant "wide" has a component that the step has, too, or that is reserved. Rename one of them.
                           More: docs/errors/CONFIG_SETTING_CLASH.md""");
    }

    @Test
    void of_twoInlineComponents_refusesThem() {
        assertThat(message("t", Twice.class))
                .contains("[CONFIG_SETTING_CLASH] step \"t\" (Twice) first: a step has one inline component at most");
    }

    @Test
    void of_inlineWithoutVariants_refusesIt() {
        assertThat(message("n", NoVariants.class))
                .contains(
                        "[CONFIG_SETTING_TYPE] step \"n\" (NoVariants) empty: an inline component is of an interface");
    }

    @Test
    void of_inlineBelowTheStep_refusesIt() {
        assertThat(message("o", Outer.class))
                .contains("[CONFIG_SETTING_TYPE] step \"o\" (Outer) deep.open: only a component of the step itself");
    }

    @Test
    void of_typesThatCannotBeWritten_refusesEach() {
        assertThat(message("odd", Odd.class))
                .startsWith("6 errors in the extensions:")
                .contains("(Odd) function: a configuration cannot fill the type Function<String, String>.")
                .contains("(Odd) map: a configuration cannot fill the type Map<Integer, String>.")
                .contains("(Odd) objects: a configuration cannot fill the type Object.")
                .contains("(Odd) empty: a configuration cannot fill the type Empty.")
                .contains("(Odd) any: a configuration cannot fill the type ?.")
                .contains("(Odd) array: a configuration cannot fill the type int[].");
    }

    @Test
    void of_genericStep_refusesIt() {
        assertThat(message("g", Generic.class)).isEqualTo("""
                        1 error in the extensions:
                        1) [CONFIG_STEP_TYPE] step "g" (Generic): its inputs or its output have no type that its class says. Give the class no type parameters.
                           More: docs/errors/CONFIG_STEP_TYPE.md""");
    }

    @Test
    void of_recordThatContainsItself_isNoEndlessWalk() {
        assertThat(message("tree", Tree.class)).isEmpty();
    }

    @Test
    void of_severalBadSteps_namesThemAll() {
        Extension both = Extension.merge(List.of(extension("a", Reserved.class), new Extension() {
            @Override
            public Map<String, StepFactory<?>> steps() {
                return Map.of("b", StepFactory.of(Generic.class));
            }
        }));
        assertThatThrownBy(() -> ConfigReader.of(both, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("4 errors in the extensions:");
    }
}
