package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.node.LongNode;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import java.util.List;
import java.util.function.BiConsumer;

/** All operators, and the changes that they make of a definition. */
public final class Operators {
    private static final List<Operator> ALL = List.of(
            new NextTarget(),
            new NextToEnd(),
            new DefaultDropped(),
            new RuleNegated(),
            new RuleDropped(),
            new RulesSwapped(),
            new RuleJunction(),
            new ComparisonBoundary(),
            new ComparisonConstant(),
            new RetrierDropped(),
            new ErrorForgotten(),
            new MaxAttempts(),
            new IntervalSeconds(),
            new BackoffRate(),
            new MaxDelayDropped(),
            new JitterChanged(),
            new CatcherDropped(),
            new CatcherToSuccess(),
            new TimeLimit(),
            new FieldDropped(),
            new SelectionDropped(),
            new PathDropped(),
            new JsonataComparison(),
            new JsonataLogic(),
            new JsonataArithmetic(),
            new JsonataConstant(),
            new WaitDoubled(),
            new MaxConcurrency(),
            new ToleranceZero(),
            new PatternDropped());

    private Operators() {}

    /** The names of the operators. */
    public static List<String> names() {
        return ALL.stream().map(Operators::name).toList();
    }

    /**
     * The changes of a definition, state by state in its order.
     *
     * @param consumer is given the operator's name and the change
     */
    public static void changes(Definition definition, BiConsumer<String, Change> consumer) {
        machine(definition, consumer);
        graph(definition, definition.states(), consumer);
    }

    private static void graph(Definition definition, StateGraph graph, BiConsumer<String, Change> consumer) {
        for (State state : graph.states().values()) {
            Site site = Site.of(definition, graph, state);
            for (Operator operator : ALL) {
                operator.changes(site).forEach(change -> consumer.accept(name(operator), change));
            }
            state.graphs().forEach(below -> graph(definition, below, consumer));
        }
    }

    /** What the machine itself has to change. */
    private static void machine(Definition definition, BiConsumer<String, Change> consumer) {
        Long seconds = definition.timeoutSeconds();
        if (seconds == null) {
            return;
        }
        String pointer = "/TimeoutSeconds";
        String advice = "No test lets an execution take just longer than TimeoutSeconds: "
                + "assertThat(execution).hasTimedOut().hasRunFor(...)";
        LongNode twice = LongNode.valueOf(2 * seconds);
        consumer.accept(
                "TimeLimit",
                new Change(
                        "",
                        "TimeoutSeconds " + twice + " instead of " + seconds,
                        pointer,
                        List.of(new Edit.Put(pointer, twice)),
                        twice.toString(),
                        ItemKind.STATE,
                        null,
                        advice,
                        null));
        consumer.accept(
                "TimeLimit",
                new Change(
                        "",
                        "drop TimeoutSeconds",
                        pointer,
                        List.of(new Edit.Drop(pointer)),
                        "",
                        ItemKind.STATE,
                        null,
                        advice,
                        null));
    }

    private static String name(Operator operator) {
        return operator.getClass().getSimpleName();
    }
}
