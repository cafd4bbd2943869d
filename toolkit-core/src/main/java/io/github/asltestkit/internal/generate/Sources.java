package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.expression.jsonpath.ChoiceOperators;
import io.github.asltestkit.internal.generate.Ran.Stay;
import io.github.asltestkit.internal.generate.Values.Use;
import io.github.asltestkit.internal.shape.DataFlow;
import io.github.asltestkit.internal.shape.Found;
import io.github.asltestkit.internal.shape.Origin;
import io.github.asltestkit.internal.shape.Read;
import io.github.asltestkit.internal.shape.Shape;
import io.github.asltestkit.internal.shape.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where what a state reads comes from: which part of the input or of an answer to change, so that it reads something else. */
final class Sources {
    private static final int DEEPEST = 4;

    private final Definition definition;
    private final DataFlow flow;
    private final Routes routes;
    private final Map<String, State> states;

    Sources(Definition definition, DataFlow flow, Routes routes) {
        this.definition = definition;
        this.flow = flow;
        this.routes = routes;
        Map<String, State> all = new LinkedHashMap<>();
        definition.states().allStates().forEach(state -> all.put(state.pointer(), state));
        this.states = all;
    }

    DataFlow flow() {
        return flow;
    }

    // ---- ways --------------------------------------------------------------------------------------------------

    /** The way on which an execution came to a state. */
    Way way(Stay stay) {
        List<Way.Turn> turns = new ArrayList<>();
        turns(stay.visit(), stay.line(), turns);
        State state = stay.visit().state();
        if (state == null) {
            throw new IllegalArgumentException("A stay in a state that is not known: " + stay.visit());
        }
        turns.add(new Way.Turn(state, Way.By.HERE, -1));
        return new Way(turns);
    }

    private static void turns(StateVisit to, Ran.Line line, List<Way.Turn> turns) {
        StateVisit parent = to.branch().parent();
        int index = to.branch().index();
        if (parent != null) {
            turns(parent, line, turns);
        } else if (line.parent() != null && line.around() != null) {
            parent = line.parent();
            turns(parent, line.around(), turns);
        }
        if (parent != null && parent.state() != null) {
            int graph = parent.state().graphs().size() > index ? index : 0;
            turns.add(new Way.Turn(parent.state(), Way.By.INTO, graph));
        }
        for (StateVisit before : to.branch().visits()) {
            if (before.enteredEventId() >= to.enteredEventId()) {
                return;
            }
            turns.add(turn(before));
        }
    }

    private static Way.Turn turn(StateVisit visit) {
        State state = visit.state();
        if (state == null) {
            throw new IllegalArgumentException("A stay in a state that is not known: " + visit);
        }
        if (visit.outcome() == VisitOutcome.CAUGHT && visit.catcherIndex() != null) {
            return new Way.Turn(state, Way.By.CATCHER, visit.catcherIndex());
        }
        for (ExecutionNotes.Note note : visit.notes()) {
            if (note.kind() == ExecutionNotes.Kind.CHOICE_RULE) {
                return new Way.Turn(state, Way.By.RULE, note.index());
            }
        }
        return state instanceof State.ChoiceState
                ? new Way.Turn(state, Way.By.RULE, -1)
                : new Way.Turn(state, Way.By.NEXT, -1);
    }

    // ---- what is read ------------------------------------------------------------------------------------------

    /**
     * A place of the scenario, and what it is used as.
     *
     * @param example a value that it is compared with, or null
     */
    record Used(Slot slot, Use use, @Nullable JsonNode example) {}

    /** What a state reads at the end of a way. */
    List<Used> reads(Way way) {
        return used(flow.readsAtEnd(way));
    }

    /** What a state reads, on all ways. */
    List<Used> reads(State state) {
        return used(flow.reads(state));
    }

    private List<Used> used(List<Found> reads) {
        Map<Slot, Use> all = new LinkedHashMap<>();
        Map<Slot, JsonNode> examples = new LinkedHashMap<>();
        for (Found found : reads) {
            for (Slot slot : slots(found.shape(), 0)) {
                Use use = use(slot, found);
                JsonNode example = example(slot, found);
                if (example != null) {
                    examples.putIfAbsent(slot, example);
                }
                Use before = all.get(slot);
                if (before == null || before == Use.ANY) {
                    all.put(slot, use);
                }
            }
        }
        List<Used> uses = new ArrayList<>();
        all.forEach((slot, use) -> uses.add(new Used(slot, use, examples.get(slot))));
        return uses;
    }

    /** What a comparison of a Choice compares a place with. */
    private @Nullable JsonNode example(Slot slot, Found found) {
        JsonNode read = definition.json().at(found.pointer());
        if (!read.isObject()
                || !read.has("Variable")
                || Slot.of(found.shape().origin()).isEmpty()) {
            return null;
        }
        for (String operator : ChoiceOperators.operators()) {
            if (read.has(operator)) {
                String variable = read.path("Variable").asText();
                Atom atom = Condition.atom(
                        new ChoiceRule.Comparison(variable, operator, read.path(operator), found.pointer()));
                List<JsonNode> candidates = atom == null ? List.of() : atom.candidates(slot);
                return candidates.isEmpty() ? null : candidates.get(0);
            }
        }
        return null;
    }

    private Use use(Slot slot, Found found) {
        JsonNode read = definition.json().at(found.pointer());
        if (read.isObject() && read.has("Variable")) {
            return Use.ANY;
        }
        return Uses.of(slot, found.pointer(), read, found.shape());
    }

    /** The places that a value comes from; of one that is computed, those of what it is computed from. */
    List<Slot> slots(Shape shape, int depth) {
        Set<Slot> all = new LinkedHashSet<>(Slot.of(shape.origin()));
        Origin.Computed computed = all.isEmpty() ? Slot.computed(shape.origin()) : null;
        State at = computed == null ? null : Goal.state(computed.pointer(), states);
        if (at != null && computed != null && depth < DEEPEST) {
            for (Found found : flow.reads(at)) {
                if (found.pointer().equals(computed.pointer())) {
                    for (Slot slot : slots(found.shape(), depth + 1)) {
                        // What is in something that is computed is often in what it is computed from.
                        Slot within = slot;
                        for (Object step : computed.steps()) {
                            within = within.at(step);
                        }
                        all.add(within);
                        all.add(slot);
                    }
                }
            }
        }
        return all.stream().filter(this::canBeSet).toList();
    }

    /** The result of a Parallel or Map state is made of what is within it. */
    private boolean canBeSet(Slot slot) {
        return slot.root() == Slot.Root.INPUT
                || slot.state().endsWith("/ItemReader")
                || states.get(slot.state()) instanceof State.Task;
    }

    /** The places that a path, or a part of an expression, reads at the end of a way. */
    List<Slot> slots(Way way, Read read) {
        Shape shape = flow.found(way, read);
        return shape == null ? List.of() : slots(shape, 0);
    }

    /** Whether what is read is the value of a place as it is, and not computed from it. */
    boolean isAsItIs(Way way, Read read) {
        Shape shape = flow.found(way, read);
        return shape != null && !Slot.of(shape.origin()).isEmpty();
    }

    /** Whether what is read is what the definition writes, or is never there. */
    boolean isWritten(Way way, Read read) {
        Shape shape = flow.found(way, read);
        return shape == null || shape.origin() instanceof Origin.Written;
    }

    // ---- what is changed ---------------------------------------------------------------------------------------

    /** The scenario of a run in which some places that a stay reads have other values. */
    Scenario with(Ran ran, Stay stay, Map<Slot, JsonNode> values) {
        return with(ran, stay, values, false);
    }

    /** @param once whether a call of one item of a Map gets another answer, and those of other items do not */
    Scenario with(Ran ran, Stay stay, Map<Slot, JsonNode> values, boolean once) {
        Scenario changed = ran.scenario();
        for (Map.Entry<Slot, JsonNode> value : values.entrySet()) {
            changed = with(changed, ran, stay, value.getKey(), value.getValue(), once);
        }
        return changed;
    }

    private static Scenario with(Scenario scenario, Ran ran, Stay stay, Slot slot, JsonNode value, boolean once) {
        switch (slot.root()) {
            case INPUT -> {
                JsonNode input = Values.put(scenario.input(), slot.steps(), value);
                return scenario.withInput(input.isMissingNode() ? Values.JSON.objectNode() : input);
            }
            case RESULT -> {
                int call = lastCall(ran, stay, slot.state());
                Answer before = scenario.answer(slot.state(), call);
                JsonNode output = before == null || before.kind() != Answer.Kind.RETURNS
                        ? Values.JSON.objectNode()
                        : before.output();
                JsonNode changed = Values.put(output, slot.steps(), value);
                Answer answer = Answer.returns(changed.isMissingNode() ? Values.JSON.objectNode() : changed);
                return isWithinMap(slot) && !(once && !slot.state().endsWith("/ItemReader"))
                        ? scenario.withAnswers(slot.state(), List.of(answer))
                        : scenario.withAnswer(slot.state(), call, answer);
            }
            default -> {
                boolean name = slot.steps().size() == 1 && slot.steps().get(0).equals("Error");
                return name && value.isTextual()
                        ? scenario.withAnswerFrom(
                                slot.state(), lastCall(ran, stay, slot.state()), Answer.fails(value.textValue()))
                        : scenario;
            }
        }
    }

    /** Calls of several items come in an order of their own: all of them get the same. */
    private static boolean isWithinMap(Slot slot) {
        return slot.state().contains("/ItemProcessor/")
                || slot.state().contains("/Iterator/")
                || slot.state().endsWith("/ItemReader");
    }

    /** The number of the last call of a state before a stay, or of the stay itself; 0 for the first. */
    static int lastCall(Ran ran, Stay stay, String state) {
        int calls = 0;
        for (Stay other : ran.stays()) {
            boolean before = other.visit().enteredEventId() <= stay.visit().enteredEventId()
                    || !other.line().equals(stay.line());
            if (before
                    && other.visit().state() != null
                    && other.visit().state().pointer().equals(state)) {
                calls += other.visit().attempts().size();
            }
        }
        return Math.max(0, calls - 1);
    }

    /** The number of the first call that a stay makes. */
    static int firstCall(Ran ran, Stay stay) {
        int calls = 0;
        for (Stay other : ran.stays()) {
            State state = other.visit().state();
            if (state != null
                    && stay.visit().state() != null
                    && state.pointer().equals(stay.visit().state().pointer())) {
                if (other.equals(stay)) {
                    return calls;
                }
                calls += other.visit().attempts().size();
            }
        }
        return calls;
    }

    Routes routes() {
        return routes;
    }
}
