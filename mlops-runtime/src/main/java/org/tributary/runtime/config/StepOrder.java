package org.tributary.runtime.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Sorts steps so that each comes after its inputs, and otherwise as they are written.
 *
 * <p>Linear in steps and edges but for the queue, and without recursion: a chain may be as long as the file allows. Algorithm of
 * Kahn (1962), smallest index first.
 */
final class StepOrder {

    private final List<BoundStep> steps;
    private final Map<String, Integer> indexes = new HashMap<>();

    private StepOrder(List<BoundStep> steps) {
        this.steps = steps;
        for (int i = 0; i < steps.size(); i++) {
            indexes.put(steps.get(i).name(), i);
        }
    }

    /** Gives the steps in order; those on a cycle, which is told, and behind one are left out. */
    static List<BoundStep> sort(List<BoundStep> steps, Faults faults) {
        StepOrder order = new StepOrder(steps);
        List<Integer> sorted = order.sorted();
        if (sorted.size() < steps.size()) {
            order.tellCycles(new HashSet<>(sorted), faults);
        }
        return sorted.stream().map(steps::get).toList();
    }

    private List<Integer> sorted() {
        int[] waiting = new int[steps.size()];
        List<List<Integer>> consumers = consumers(waiting);
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        IntStream.range(0, waiting.length).filter(step -> waiting[step] == 0).forEach(ready::add);
        List<Integer> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            sorted.add(next);
            for (int consumer : consumers.get(next)) {
                if (--waiting[consumer] == 0) {
                    ready.add(consumer);
                }
            }
        }
        return sorted;
    }

    /** The steps that wait for each step; counts for how many each waits. */
    private List<List<Integer>> consumers(int[] waiting) {
        List<List<Integer>> consumers = new ArrayList<>();
        steps.forEach(step -> consumers.add(new ArrayList<>()));
        for (int i = 0; i < waiting.length; i++) {
            for (int producer : producers(i)) {
                consumers.get(producer).add(i);
                waiting[i]++;
            }
        }
        return consumers;
    }

    private Set<Integer> producers(int step) {
        Set<Integer> producers = new LinkedHashSet<>();
        for (InputName input : steps.get(step).from()) {
            Integer producer = indexes.get(input.step());
            if (producer != null) {
                producers.add(producer);
            }
        }
        return producers;
    }

    /** Walks from input to input among the steps that are left: each walk ends on a cycle or on an earlier walk. */
    private void tellCycles(Set<Integer> done, Faults faults) {
        for (int start = 0; start < steps.size(); start++) {
            Set<Integer> walk = new LinkedHashSet<>();
            int step = start;
            while (!done.contains(step) && walk.add(step)) {
                step = left(step, done);
            }
            if (walk.contains(step)) {
                tell(new ArrayList<>(walk).subList(new ArrayList<>(walk).indexOf(step), walk.size()), faults);
            }
            done.addAll(walk);
        }
    }

    private int left(int step, Set<Integer> done) {
        return producers(step).stream()
                .filter(producer -> !done.contains(producer))
                .findFirst()
                .orElseGet(() -> done.iterator().next());
    }

    /** A cycle is told at the step of it that is written first. */
    private void tell(List<Integer> walk, Faults faults) {
        List<Integer> cycle = new ArrayList<>(walk);
        Collections.reverse(cycle);
        Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
        List<String> names = new ArrayList<>();
        cycle.forEach(step -> names.add(steps.get(step).name()));
        names.add(names.get(0));
        BoundStep first = steps.get(cycle.get(0));
        faults.add(
                Rule.CONFIG_CYCLE,
                first.written().fromPlace(),
                first.written().fromPath(),
                "the steps wait for each other: " + Shown.chain(names) + ". Take one of these inputs from elsewhere.");
    }
}
