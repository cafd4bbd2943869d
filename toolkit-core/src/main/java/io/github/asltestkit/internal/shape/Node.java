package io.github.asltestkit.internal.shape;

import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A state in the pass, and what is known of the ways that lead to it. Belongs to one pass. */
final class Node {
    /** The way into a graph by its StartAt. */
    static final Object START = "start";

    /** All ways behind the bound. */
    private static final Object OTHERS = "others";

    final State state;

    /** The Parallel or Map state around it, or null. */
    final @Nullable Node around;

    /** Which of the graphs of the state around it. */
    final int graph;

    /** Whether it is in a child execution of a distributed Map. */
    final boolean inChild;

    /** Where it comes in the order in which the states are looked at; what is behind its graphs comes at {@code leave}. */
    final int order;

    int leave;

    /** The Context object as it was last seen, for an item. */
    @Nullable
    Shape context;

    @Nullable
    Shape contextItem;

    private final Map<Object, Arrival> arrivals = new LinkedHashMap<>();
    private final Set<Object> changed = new LinkedHashSet<>();

    /** The first states of the graphs within. */
    final List<Node> starts = new ArrayList<>();

    /** The states of its own graph by name. */
    final Map<String, Node> graphNodes;

    /** What the graphs within give; null for one that has not ended yet. */
    final List<@Nullable Shape> ends = new ArrayList<>();

    private final Map<Integer, Integer> endChanges = new HashMap<>();

    /** What is known on one way in, and how the way was found first. */
    static final class Arrival {
        final Env env;
        final @Nullable Link link;
        private final int changes;

        /** What was found when the state was entered with this. */
        @Nullable
        Collector found;

        Arrival(Env env, @Nullable Link link, int changes) {
            this.env = env;
            this.link = link;
            this.changes = changes;
        }
    }

    /** The state before on a way, and by which of its ways out. */
    record Link(Node from, Object way, Way.By by, int index) {}

    Node(State state, @Nullable Node around, int graph, boolean inChild, int order, Map<String, Node> graphNodes) {
        this.state = state;
        this.around = around;
        this.graph = graph;
        this.inChild = inChild;
        this.order = order;
        this.graphNodes = graphNodes;
        state.graphs().forEach(inner -> ends.add(null));
    }

    /** Joins what is known on a way in; whether that changes anything. */
    boolean arrive(Object way, Env env, @Nullable Link link) {
        Object key = arrivals.containsKey(way) || arrivals.size() < Bounds.WAYS ? way : OTHERS;
        Arrival before = arrivals.get(key);
        if (before == null) {
            arrivals.put(key, new Arrival(env, link, 0));
            return changed.add(key);
        }
        if (before.changes > Bounds.MOST_CHANGES) {
            return false;
        }
        Env joined = before.env.join(env);
        if (joined.equals(before.env)) {
            return false;
        }
        int changes = before.changes + 1;
        Env next = changes > Bounds.MOST_CHANGES
                ? joined.givenUp()
                : changes > Bounds.CHANGES ? before.env.widen(joined) : joined;
        arrivals.put(key, new Arrival(next, before.link, changes));
        changed.add(key);
        return true;
    }

    /** Joins what a graph within gives; whether that changes anything. */
    boolean end(int index, Shape output) {
        Shape before = ends.get(index);
        Shape joined = before == null ? output : Shapes.join(before, output);
        if (joined.equals(before)) {
            return false;
        }
        int changes = endChanges.merge(index, 1, Integer::sum);
        ends.set(
                index,
                before == null || changes <= Bounds.CHANGES
                        ? joined
                        : changes > Bounds.MOST_CHANGES
                                ? Shapes.unknown(Origin.unknown())
                                : Shapes.widen(before, joined));
        return true;
    }

    Map<Object, Arrival> arrivals() {
        return arrivals;
    }

    /** The ways in of which more is known than before; asked once. */
    List<Object> takeChanged() {
        List<Object> all = new ArrayList<>(changed);
        changed.clear();
        return all;
    }
}
