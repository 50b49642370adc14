package org.tributary.runtime.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tributary.pipeline.Node;
import org.tributary.pipeline.PipelineException;
import org.tributary.pipeline.StepOptions;
import org.tributary.pipeline.Trial;
import org.tributary.runtime.key.KeyPart;
import org.tributary.runtime.value.ValueForm;

/** Makes the elements of maps from their lists. Safe for several threads. */
final class Elements {

    private final Encoding encoding;
    private final Trials trials;

    Elements(Encoding encoding, Trials trials) {
        this.encoding = encoding;
        this.trials = trials;
    }

    /**
     * The elements of a map.
     *
     * @param list the value of the map's input
     * @throws PipelineException if it is no list, holds a null, or a trial does not fit
     */
    List<Element> of(StepPlan map, Object list) {
        if (!(list instanceof List<?> values)) {
            throw new PipelineException("[MAP_NO_LIST] map \"" + map.name() + "\" is given a "
                    + list.getClass().getName() + " (added at " + map.node().place() + "). Give it a List.");
        }
        BodyPlan body = map.template().body().orElseThrow();
        StepTemplate template = template(body);
        Map<Trial, BodyPlan> changed = new HashMap<>();
        List<Element> elements = new ArrayList<>(values.size());
        for (Object value : values) {
            String name = map.name() + "[" + elements.size() + "]";
            if (value == null) {
                throw new PipelineException(
                        "[MAP_NULL_ELEMENT] element " + name + " is null. Give the map a list without nulls (added at "
                                + map.node().place() + ").");
            }
            BodyPlan own = value instanceof Trial trial
                    ? changed.computeIfAbsent(trial, added -> trials.apply(body, trial.settings(), name))
                    : body;
            elements.add(new Element(held(template, value), template, own));
        }
        return elements;
    }

    private HeldValue held(StepTemplate template, Object value) {
        boolean isDeclared = template.node().type().isPresent();
        Optional<ValueForm> form = encoding.form(template.form(), isDeclared, value);
        return encoding.held(value, form, form.flatMap(known -> encoding.tryEncode(known, value)));
    }

    private StepTemplate template(BodyPlan body) {
        Node<?> element = body.pipeline().element().orElseThrow();
        Optional<ValueForm> form = element.type().flatMap(encoding::form);
        return new StepTemplate(
                element, element, StepOptions.defaults(), form, KeyPart.missing("an element"), Optional.empty());
    }
}
