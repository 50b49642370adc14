package org.tributary.runtime.picture;

import java.util.Arrays;

/**
 * Gives each item a layer below those of what it takes: the longest path from the top, with items moved down where that shortens
 * lines.
 *
 * <p>A layer holds a limited number of items, so that ten thousand equals form a block and not a ribbon.
 */
final class Layers {

    private static final int LEAST_LIMIT = 12;

    private final Adjacency graph;
    private final int limit;
    private final int[] layer;
    private final int[] filled;
    /** For each layer the next one that may have room; a forest with path halving, so that full layers cost nothing. */
    private final int[] next;

    private Layers(Adjacency graph) {
        int count = graph.size();
        this.graph = graph;
        this.limit = Math.max(LEAST_LIMIT, (int) Math.ceil(Math.sqrt(count)));
        this.layer = new int[count];
        this.filled = new int[count + 1];
        this.next = new int[count + 2];
        Arrays.setAll(next, i -> i);
    }

    /** The layer of each item, from 0 without gaps. */
    static int[] of(Adjacency graph) {
        Layers layers = new Layers(graph);
        layers.fromTheTop();
        layers.moveDown();
        return layers.dense();
    }

    private void fromTheTop() {
        for (int item = 0; item < layer.length; item++) {
            int lowest = 0;
            for (int before : graph.before(item)) {
                lowest = Math.max(lowest, layer[before] + 1);
            }
            put(item, room(lowest));
        }
    }

    /** Moves items that have more lines below than above, or none above, next to the first that takes them. */
    private void moveDown() {
        for (int item = layer.length - 1; item >= 0; item--) {
            int[] after = graph.after(item);
            if (after.length == 0 || graph.before(item).length >= after.length) {
                continue;
            }
            int target = Integer.MAX_VALUE;
            for (int taker : after) {
                target = Math.min(target, layer[taker] - 1);
            }
            if (target > layer[item] && filled[target] < limit) {
                filled[layer[item]]--;
                layer[item] = target;
                filled[target]++;
            }
        }
    }

    private void put(int item, int where) {
        layer[item] = where;
        if (++filled[where] == limit) {
            next[where] = where + 1;
        }
    }

    private int room(int from) {
        int found = from;
        while (next[found] != found) {
            next[found] = next[next[found]];
            found = next[found];
        }
        return found;
    }

    private int[] dense() {
        int[] number = new int[filled.length];
        for (int i = 1; i < filled.length; i++) {
            number[i] = number[i - 1] + (filled[i - 1] > 0 ? 1 : 0);
        }
        return Arrays.stream(layer).map(old -> number[old]).toArray();
    }
}
