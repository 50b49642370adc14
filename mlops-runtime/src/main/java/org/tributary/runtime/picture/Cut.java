package org.tributary.runtime.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Which lines are drawn: all, unless they would need far more room than the boxes; then not those that go past most layers.
 *
 * @param drawn at least those that lead to the next layer
 * @param left values whose lines are not drawn
 */
record Cut(List<Net> drawn, List<Net> left) {

    private static final long FREE = 30_000;
    private static final long PER_NET = 8;

    static Cut of(List<Net> nets, int[] layer) {
        long most = FREE + PER_NET * nets.size();
        int low = 1;
        int high = layer.length;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (size(nets, layer, middle) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return at(nets, layer, low);
    }

    /** How many layers all lines pass together, without those that pass more than allowed. */
    private static long size(List<Net> nets, int[] layer, int longest) {
        long size = 0;
        for (Net net : nets) {
            int span = 0;
            for (int to : net.to()) {
                int length = layer[to] - layer[net.from()];
                span = length <= longest ? Math.max(span, length) : span;
            }
            size += 2L * span;
        }
        return size;
    }

    private static Cut at(List<Net> nets, int[] layer, int longest) {
        List<Net> drawn = new ArrayList<>();
        List<Net> left = new ArrayList<>();
        for (Net net : nets) {
            List<Integer> near = new ArrayList<>();
            List<Integer> far = new ArrayList<>();
            net.to().forEach(to -> (layer[to] - layer[net.from()] <= longest ? near : far).add(to));
            if (!near.isEmpty()) {
                drawn.add(new Net(net.from(), net.part(), near));
            }
            if (!far.isEmpty()) {
                left.add(new Net(net.from(), net.part(), far));
            }
        }
        return new Cut(drawn, left);
    }
}
