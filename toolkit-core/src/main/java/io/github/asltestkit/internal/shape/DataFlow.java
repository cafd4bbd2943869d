package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax;
import io.github.asltestkit.internal.expression.jsonata.JsonataTemplate;
import io.github.asltestkit.internal.expression.jsonata.ParsedExpressions;
import io.github.asltestkit.internal.shape.Node.Arrival;
import io.github.asltestkit.internal.shape.Node.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pass along the data flow of a definition: what is known of the input of each state and of the variables, on every way that
 * leads to it.
 *
 * <p>The ways are looked at together where a Choice or a Catcher decides between them, and one by one behind it: what is
 * missing on one of them is missing in each execution that takes it. Loops come to rest, as a shape that changes again and again
 * is given up.
 */
public final class DataFlow {
    private final Knowledge knowledge;
    private final boolean looksForPerhaps;
    private final Compiled compiled;
    private final ContextShapes contexts;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> byPointer = new HashMap<>();
    private final PriorityQueue<Work> work = new PriorityQueue<>();
    private final Set<Work> pending = new HashSet<>();
    private int order;
    private int wayStates;

    /** A state to look at again: when it is entered, or when what is within it has ended. */
    private record Work(int order, Node node, boolean leaving) implements Comparable<Work> {
        @Override
        public int compareTo(Work other) {
            return Integer.compare(order, other.order);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Work work && work.order == order;
        }

        @Override
        public int hashCode() {
            return order;
        }
    }

    private DataFlow(Knowledge knowledge, boolean looksForPerhaps, ParsedExpressions expressions) {
        this.knowledge = knowledge;
        this.compiled = new Compiled(expressions);
        this.looksForPerhaps = looksForPerhaps;
        this.contexts = new ContextShapes(knowledge.input());
    }

    /** The pass along a definition that can be run. */
    public static DataFlow of(Definition definition, Knowledge knowledge) {
        return of(definition, knowledge, true, new ParsedExpressions());
    }

    /**
     * The pass along a definition that can be run.
     *
     * @param looksForPerhaps whether it looks for what is there in some executions only
     * @param expressions those that others have parsed
     */
    public static DataFlow of(
            Definition definition, Knowledge knowledge, boolean looksForPerhaps, ParsedExpressions expressions) {
        DataFlow flow = new DataFlow(knowledge, looksForPerhaps, expressions);
        Node start = flow.add(definition.states(), null, 0, false);
        if (start != null) {
            start.arrive(Node.START, new Env(knowledge.input(), Map.of(), false, null), null);
            flow.schedule(start, false);
            flow.run();
        }
        return flow;
    }

    // ---- the states, in the order in which they are looked at ---------------------------------------------------

    private @Nullable Node add(StateGraph graph, @Nullable Node around, int index, boolean inChild) {
        Map<String, Node> byName = new LinkedHashMap<>();
        for (State state : inOrder(graph)) {
            Node node = new Node(state, around, index, inChild, order++, byName);
            nodes.add(node);
            byName.put(state.name(), node);
            byPointer.put(state.pointer(), node);
            boolean child = inChild
                    || (state instanceof State.MapState map
                            && map.itemProcessor().distributed());
            for (int i = 0; i < state.graphs().size(); i++) {
                Node first = add(state.graphs().get(i), node, i, child);
                if (first != null) {
                    node.starts.add(first);
                }
            }
            node.leave = order++;
        }
        return byName.get(graph.startAt());
    }

    private record Visit(State state, Iterator<String> rest) {}

    /** The states that can be reached, each before those that follow it but for loops. */
    private static List<State> inOrder(StateGraph graph) {
        Deque<State> ordered = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        Deque<Visit> visits = new ArrayDeque<>();
        State first = graph.states().get(graph.startAt());
        if (first != null) {
            seen.add(first.name());
            visits.push(new Visit(first, first.successors().iterator()));
        }
        while (!visits.isEmpty()) {
            Visit visit = visits.element();
            if (!visit.rest().hasNext()) {
                ordered.push(visits.pop().state());
                continue;
            }
            State next = graph.states().get(visit.rest().next());
            if (next != null && seen.add(next.name())) {
                visits.push(new Visit(next, next.successors().iterator()));
            }
        }
        return List.copyOf(ordered);
    }

    // ---- the pass ----------------------------------------------------------------------------------------------

    private void schedule(Node node, boolean leaving) {
        Work item = new Work(leaving ? node.leave : node.order, node, leaving);
        if (pending.add(item)) {
            work.add(item);
        }
    }

    private void run() {
        while (!work.isEmpty()) {
            Work item = work.remove();
            pending.remove(item);
            Node node = item.node();
            if (item.leaving()) {
                List.copyOf(node.arrivals().keySet())
                        .forEach(way -> follow(node, way, leave(node, arrival(node, way).env, Observer.NONE)));
            } else {
                for (Object way : node.takeChanged()) {
                    Arrival arrival = arrival(node, way);
                    Collector collector = new Collector(looksForPerhaps);
                    List<Exit> exits = enter(node, arrival.env, collector);
                    arrival.found = judged(node, exits, collector);
                    follow(node, way, exits);
                }
                if (!node.ends.isEmpty()) {
                    schedule(node, true);
                }
            }
        }
    }

    private static Arrival arrival(Node node, Object way) {
        Arrival arrival = node.arrivals().get(way);
        if (arrival == null) {
            throw new IllegalStateException("A way that was taken is known: " + way);
        }
        return arrival;
    }

    private Shape context(Node node, Env env) {
        Shape known = node.context;
        if (known == null || !Objects.equals(node.contextItem, env.item())) {
            known = contexts.of(node.state, env.item(), node.inChild);
            node.context = known;
            node.contextItem = env.item();
        }
        return known;
    }

    private List<Exit> enter(Node node, Env env, Observer observer) {
        return Transfer.enter(knowledge, compiled, context(node, env), node.state, env, observer);
    }

    private List<Exit> leave(Node node, Env env, Observer observer) {
        return Transfer.leave(knowledge, compiled, context(node, env), node.state, env, result(node), observer);
    }

    /** What a Parallel or Map state gives; null if it never succeeds, as far as is known yet. */
    private static @Nullable Shape result(Node node) {
        Origin origin = new Origin.Result(node.state.pointer(), List.of());
        if (node.state instanceof State.MapState map) {
            Shape end = node.ends.get(0);
            if (map.itemProcessor().distributed()
                    && map.resultWriter() != null
                    && !map.resultWriter().isEmpty()) {
                return Shapes.unknown(origin);
            }
            // There may be no items, and then there is an array, too.
            return Shapes.array(end == null ? Shapes.unknown(Origin.unknown()) : end, origin);
        }
        List<Shape> items = new ArrayList<>();
        for (Shape end : node.ends) {
            if (end == null) {
                return null;
            }
            items.add(end);
        }
        return Shapes.tuple(items, origin);
    }

    private void follow(Node node, Object way, List<Exit> exits) {
        for (Exit exit : exits) {
            Link link = new Link(node, way, exit.by(), exit.index());
            if (exit.by() == Way.By.INTO) {
                if (exit.index() < node.starts.size()) {
                    arrive(node.starts.get(exit.index()), Node.START, exit.env(), link);
                }
            } else if (exit.next() == null) {
                if (node.around != null
                        && node.around.end(node.graph, exit.env().input())) {
                    schedule(node.around, true);
                }
            } else {
                Node next = node.graphNodes.get(exit.next());
                if (next != null) {
                    Object onward = exit.by() == Way.By.NEXT ? way : node.order + " " + exit.by() + " " + exit.index();
                    arrive(next, onward, exit.env(), link);
                }
            }
        }
    }

    private void arrive(Node node, Object way, Env env, Link link) {
        if (node.arrive(way, env, link)) {
            schedule(node, false);
        }
    }

    // ---- what was found ----------------------------------------------------------------------------------------

    /** What is wrong with the data flow, in the order of the ways. */
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        wayStates = 0;
        for (Node node : nodes) {
            Map<Object, Collector> found = new LinkedHashMap<>();
            boolean inOrder = true;
            for (Map.Entry<Object, Arrival> arrival : node.arrivals().entrySet()) {
                Collector collector = observed(node, arrival.getValue());
                found.put(arrival.getKey(), collector);
                inOrder &= collector.isEmpty();
            }
            if (inOrder) {
                continue;
            }
            Set<String> told = new LinkedHashSet<>();
            found.forEach((way, collector) -> collector.reads().forEach((key, read) -> {
                if (told.contains(key)) {
                    return;
                }
                Flaw.NeverThere flaw = neverThere(node, way, key, found);
                if (flaw != null) {
                    told.add(key);
                    flaws.add(flaw);
                }
            }));
            everywhere(found, Collector::comparisons)
                    .forEach((key, comparison) -> flaws.add(new Flaw.NeverTrue(node.state, comparison)));
            everywhere(found, Collector::unreachable)
                    .forEach((pointer, because) -> flaws.add(new Flaw.Unreachable(node.state, pointer, because)));
            everywhere(found, Collector::unassigned).forEach((key, pointer) -> {
                if (!told.contains(key)) {
                    flaws.add(new Flaw.Unassigned(node.state, pointer, key.substring(key.lastIndexOf('$') + 1)));
                }
            });
            Map<String, DeadRead> perhaps = new LinkedHashMap<>();
            found.values().forEach(collector -> collector.perhaps().forEach(perhaps::putIfAbsent));
            perhaps.forEach((key, read) -> {
                if (!told.contains(key)) {
                    flaws.add(new Flaw.PerhapsThere(node.state, read));
                }
            });
        }
        return flaws;
    }

    /** What was found on every way in. */
    private static <T> Map<String, T> everywhere(
            Map<Object, Collector> found, Function<Collector, Map<String, T>> part) {
        Map<String, T> all = new LinkedHashMap<>();
        if (found.isEmpty()) {
            return all;
        }
        part.apply(found.values().iterator().next()).forEach((key, value) -> {
            if (found.values().stream()
                    .allMatch(collector -> part.apply(collector).containsKey(key))) {
                all.put(key, value);
            }
        });
        return all;
    }

    /** What is found on a way in: of a state without graphs, what was found when it was last entered by it. */
    private Collector observed(Node node, Arrival arrival) {
        Collector found = arrival.found;
        return found == null || !node.ends.isEmpty() ? observed(node, arrival.env) : found;
    }

    private Collector observed(Node node, Env env) {
        Collector collector = new Collector(looksForPerhaps);
        List<Exit> exits = enter(node, env, collector);
        if (!node.ends.isEmpty()) {
            leave(node, env, collector);
        }
        return judged(node, exits, collector);
    }

    /** With the Catchers of a state that always fails before it does anything. */
    private static Collector judged(Node node, List<Exit> exits, Collector collector) {
        boolean failsAtFirst = exits.isEmpty()
                && !collector.reads().isEmpty()
                && collector.reads().keySet().stream().noneMatch(key -> key.contains("/Catch/"));
        if (failsAtFirst && !node.state.catchers().isEmpty()) {
            // What fails the state is not for any Catcher to take.
            collector.unreachable(node.state.catchers().get(0).pointer(), node.state.name());
        }
        return collector;
    }

    private Flaw.@Nullable NeverThere neverThere(Node node, Object way, String key, Map<Object, Collector> found) {
        if (wayStates > Bounds.WAY_STATES) {
            return null;
        }
        Way turns = way(node, way);
        wayStates += turns.turns().size();
        Env env = walk(turns, state -> Observer.NONE);
        DeadRead read = env == null ? null : observed(node, env).reads().get(key);
        if (read == null) {
            return null;
        }
        boolean everywhere =
                found.values().stream().allMatch(collector -> collector.reads().containsKey(key));
        return new Flaw.NeverThere(node.state, read, turns, everywhere);
    }

    // ---- ways --------------------------------------------------------------------------------------------------

    /** The way on which it was found first that a state can be reached. */
    private static Way way(Node node, Object way) {
        Deque<Way.Turn> turns = new ArrayDeque<>();
        turns.push(new Way.Turn(node.state, Way.By.HERE, -1));
        Arrival arrival = node.arrivals().get(way);
        while (arrival != null && arrival.link != null) {
            Link link = arrival.link;
            turns.push(new Way.Turn(link.from().state, link.by(), link.index()));
            arrival = link.from().arrivals().get(link.way());
        }
        return new Way(List.copyOf(turns));
    }

    /** What is known when the last state of a way is entered by it; null if no execution takes the way. */
    private @Nullable Env walk(Way way, Function<State, Observer> observers) {
        Env env = new Env(knowledge.input(), Map.of(), false, null);
        for (Way.Turn turn : way.turns()) {
            Node node = byPointer.get(turn.state().pointer());
            if (turn.by() == Way.By.HERE || node == null) {
                return env;
            }
            Observer observer = observers.apply(turn.state());
            List<Exit> exits = enter(node, env, observer);
            if (!node.ends.isEmpty() && turn.by() != Way.By.INTO) {
                exits = leave(node, env, observer);
            }
            Env next = null;
            for (Exit exit : exits) {
                if (exit.by() == turn.by() && exit.index() == turn.index()) {
                    next = exit.env();
                }
            }
            if (next == null) {
                return null;
            }
            env = next;
        }
        return env;
    }

    // ---- for whoever makes executions that take a way -----------------------------------------------------------

    /** What the states of a way read, the last one included, in the order of the way; each shape says where it comes from. */
    public List<Found> reads(Way way) {
        List<Found> reads = new ArrayList<>();
        Function<State, Observer> observers = state -> new Observer() {
            @Override
            public void found(String pointer, Shape shape) {
                reads.add(new Found(state, pointer, shape));
            }
        };
        Env env = walk(way, observers);
        State last = way.states().get(way.states().size() - 1);
        Node node = byPointer.get(last.pointer());
        if (env != null && node != null) {
            enter(node, env, observers.apply(last));
        }
        return reads;
    }

    /** What a state reads, on all ways that lead to it; each shape says where it comes from. */
    public List<Found> reads(State state) {
        Node node = byPointer.get(state.pointer());
        Set<Found> reads = new LinkedHashSet<>();
        if (node != null) {
            node.arrivals().values().forEach(arrival -> read(node, arrival.env, reads));
        }
        return List.copyOf(reads);
    }

    /** What the last state of a way reads, when it is entered by it and when what is within it has ended. */
    public List<Found> readsAtEnd(Way way) {
        Node node = last(way);
        Env env = node == null ? null : envAtEnd(way, node);
        Set<Found> reads = new LinkedHashSet<>();
        if (node != null && env != null) {
            read(node, env, reads);
        }
        return List.copyOf(reads);
    }

    private void read(Node node, Env env, Set<Found> reads) {
        Observer observer = new Observer() {
            @Override
            public void found(String pointer, Shape shape) {
                reads.add(new Found(node.state, pointer, shape));
            }
        };
        enter(node, env, observer);
        if (!node.ends.isEmpty()) {
            leave(node, env, observer);
        }
    }

    /**
     * What a path, or a part of an expression, finds in the input of the last state of a way; null if no execution comes there,
     * or what is given is neither.
     */
    public @Nullable Shape found(Way way, Read reading) {
        Node node = last(way);
        Env env = node == null ? null : envAtEnd(way, node);
        return node == null || env == null
                ? null
                : Transfer.read(knowledge, compiled, context(node, env), node.state, env, reading);
    }

    /** The syntax of a JSONata expression with its delimiters; null if it is none. */
    public @Nullable JsonataSyntax syntax(JsonNode expression) {
        return JsonataTemplate.isExpression(expression) ? compiled.jsonata().syntax(expression) : null;
    }

    private @Nullable Node last(Way way) {
        return byPointer.get(way.turns().get(way.turns().size() - 1).state().pointer());
    }

    /** What is known at the end of a way; of one that the pass takes for impossible, what is known on all ways. */
    private @Nullable Env envAtEnd(Way way, Node node) {
        Env walked = walk(way, state -> Observer.NONE);
        return walked != null
                ? walked
                : node.arrivals().values().stream()
                        .map(arrival -> arrival.env)
                        .reduce(Env::join)
                        .orElse(null);
    }

    /** What is known of the input of a state, on all ways together; null if no execution comes there. */
    public @Nullable Shape input(State state) {
        Node node = byPointer.get(state.pointer());
        return node == null
                ? null
                : node.arrivals().values().stream()
                        .map(arrival -> arrival.env.input())
                        .reduce(Shapes::join)
                        .orElse(null);
    }
}
