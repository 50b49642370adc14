package org.tributary.runtime.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepFactory;
import org.tributary.runtime.config.ConfigException;
import org.tributary.runtime.config.SettingChanges;

/** Applies the settings of trials to the steps of a map's body. Safe for several threads. */
final class Trials {

    private final Planner planner;
    private final SettingChanges changes;
    private final Collection<StepFactory<?>> factories;

    Trials(Planner planner, SettingChanges changes, Collection<StepFactory<?>> factories) {
        this.planner = planner;
        this.changes = changes;
        this.factories = factories;
    }

    /**
     * The body with the settings of one trial.
     *
     * @param element the name of the element, for messages
     * @throws PipelineException if a setting does not exist or its value does not fit
     */
    BodyPlan apply(BodyPlan body, Map<String, String> settings, String element) {
        Map<String, Map<String, String>> bySteps = new TreeMap<>();
        settings.forEach((name, value) -> {
            int dot = name.indexOf('.');
            String step = dot < 0 ? name : name.substring(0, dot);
            String rest = dot < 0 ? "" : name.substring(dot + 1);
            if (rest.isEmpty() || body.step(step).isEmpty()) {
                throw unknown(body, name, element);
            }
            bySteps.computeIfAbsent(step, added -> new LinkedHashMap<>()).put(rest, value);
        });
        return body.map(
                step -> bySteps.containsKey(step.name()) ? apply(step, bySteps.get(step.name()), element) : step);
    }

    private StepTemplate apply(StepTemplate step, Map<String, String> settings, String element) {
        if (step.body().isPresent()) {
            return step.withBody(apply(step.body().get(), settings, element + "/" + step.name()));
        }
        Record before = step.node()
                .settings()
                .orElseThrow(() -> new PipelineException("[MAP_NO_SETTINGS] trial " + element + " sets \"" + step.name()
                        + "." + settings.keySet().iterator().next() + "\", but step \"" + step.name()
                        + "\" is no record and has no settings (added at "
                        + step.node().place()
                        + "). Make the step a record."));
        Node<?> node = step.node();
        return planner.changed(step, node.withStep(step(node, before, changed(step, before, settings, element))));
    }

    private Record changed(StepTemplate step, Record before, Map<String, String> settings, String element) {
        try {
            return changes.apply(before, step.name(), settings, "trial " + element);
        } catch (ConfigException e) {
            throw new PipelineException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The step for changed settings: the record itself, or what its factory makes of them. */
    private Object step(Node<?> node, Record before, Record changed) {
        if (node.step().filter(step -> step == before).isPresent()) {
            return changed;
        }
        return factories.stream()
                .filter(factory -> factory.settings().equals(before.getClass()))
                .findFirst()
                .map(factory -> create(factory, changed))
                .orElseThrow(() -> new PipelineException("[MAP_NO_FACTORY] a trial changes step \"" + node.name()
                        + "\", but no extension has a StepFactory for its settings "
                        + before.getClass().getName() + " (added at " + node.place()
                        + "). Register the factory in an Extension."));
    }

    private static <S extends Record> Object create(StepFactory<S> factory, Record settings) {
        return factory.create(factory.settings().cast(settings));
    }

    private static PipelineException unknown(BodyPlan body, String setting, String element) {
        return new PipelineException("[MAP_UNKNOWN_SETTING] trial " + element + " sets \"" + setting
                + "\", which names no step of the map. Write step.setting; the steps are "
                + String.join(
                        ", ", body.steps().stream().map(StepTemplate::name).toList()) + ".");
    }
}
