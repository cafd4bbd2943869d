package io.github.asltestkit.coverage;

import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.definition.Transition;
import io.github.asltestkit.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;

/** Lists what there is to take in a definition, in its order, and remembers which item is whose. */
final class Outliner {
    private final Definition definition;
    private final List<CoverageItem> items = new ArrayList<>();
    private final ItemIndex index = new ItemIndex();

    Outliner(Definition definition) {
        this.definition = definition;
        if (definition.timeoutSeconds() != null) {
            index.timeout = add(ItemKind.TIMEOUT, "/TimeoutSeconds", "TimeoutSeconds of the state machine");
        }
        graph(definition.states());
    }

    DefinitionOutline outline(String name, String file) {
        return new DefinitionOutline(
                name, file, DefinitionOutline.fingerprint(items, SourceText.of(definition)), items);
    }

    ItemIndex index() {
        return index;
    }

    private int add(ItemKind kind, String pointer, String subject) {
        Location at = switch (kind) {
            case STATE, MAP_NO_ITEM, MAP_ONE_ITEM, MAP_MANY_ITEMS ->
                definition.source().locateName(pointer);
            default -> definition.locate(pointer);
        };
        items.add(new CoverageItem(kind, pointer, at.line(), at.column(), subject));
        return items.size() - 1;
    }

    private void graph(StateGraph graph) {
        graph.states().values().forEach(this::state);
    }

    private void state(State state) {
        ItemIndex.OfState of = index.add(state);
        String name = state.name();
        of.state = add(ItemKind.STATE, state.pointer(), name);
        switch (state.type()) {
            case CHOICE -> choice((State.ChoiceState) state, of);
            case TASK -> limits((State.Task) state, of);
            case MAP -> {
                of.noItem = add(ItemKind.MAP_NO_ITEM, state.pointer(), name);
                of.oneItem = add(ItemKind.MAP_ONE_ITEM, state.pointer(), name);
                of.manyItems = add(ItemKind.MAP_MANY_ITEMS, state.pointer(), name);
            }
            case PASS, WAIT, SUCCEED, FAIL, PARALLEL -> {
                // They have nothing of their own.
            }
        }
        handlers(state, of);
        if (state.type() == StateType.PARALLEL) {
            branches(state, of);
        } else {
            state.graphs().forEach(this::graph);
        }
        Transition transition = state.transition();
        if (transition != null) {
            transition(state, transition, of);
        }
    }

    private void branches(State parallel, ItemIndex.OfState of) {
        List<StateGraph> branches = parallel.graphs();
        of.branches = new int[branches.size()];
        for (int i = 0; i < of.branches.length; i++) {
            StateGraph branch = branches.get(i);
            of.branches[i] = add(ItemKind.BRANCH, branch.pointer(), "Branches[" + i + "] of " + parallel.name());
            graph(branch);
        }
    }

    private void choice(State.ChoiceState state, ItemIndex.OfState of) {
        int rules = state.choices().size();
        of.rules = new int[rules];
        of.rulesFalse = new int[rules];
        for (int i = 0; i < rules; i++) {
            Choice choice = state.choices().get(i);
            String subject = "Choices[" + i + "] of " + state.name() + ", to " + choice.next() + ",";
            of.rules[i] = add(ItemKind.CHOICE_RULE, choice.pointer(), subject);
            of.rulesFalse[i] = add(ItemKind.CHOICE_RULE_FALSE, choice.pointer(), subject);
        }
        if (state.defaultState() != null) {
            of.defaultState = add(
                    ItemKind.DEFAULT,
                    state.pointer() + "/Default",
                    "Default of " + state.name() + ", to " + state.defaultState() + ",");
        }
    }

    private void limits(State.Task task, ItemIndex.OfState of) {
        String name = task.name();
        String pointer = task.pointer();
        if (task.timeoutSeconds() != null || task.timeoutSecondsPath() != null) {
            String field = task.timeoutSeconds() != null ? "TimeoutSeconds" : "TimeoutSecondsPath";
            of.timeout = add(ItemKind.TIMEOUT, pointer + "/" + field, field + " of " + name);
        }
        if (task.heartbeatSeconds() != null || task.heartbeatSecondsPath() != null) {
            String field = task.heartbeatSeconds() != null ? "HeartbeatSeconds" : "HeartbeatSecondsPath";
            of.heartbeat = add(ItemKind.HEARTBEAT, pointer + "/" + field, field + " of " + name);
        }
    }

    private void handlers(State state, ItemIndex.OfState of) {
        List<Retrier> retry = state.retry();
        List<Catcher> catchers = state.catchers();
        of.retriers = new int[retry.size()];
        for (int i = 0; i < of.retriers.length; i++) {
            Retrier retrier = retry.get(i);
            of.retriers[i] = add(
                    ItemKind.RETRIER,
                    retrier.pointer(),
                    "Retry[" + i + "] of " + state.name() + ", " + String.join(", ", retrier.errorEquals()) + ",");
        }
        of.catchers = new int[catchers.size()];
        for (int i = 0; i < of.catchers.length; i++) {
            Catcher catcher = catchers.get(i);
            of.catchers[i] = add(
                    ItemKind.CATCHER,
                    catcher.pointer(),
                    "Catch[" + i + "] of " + state.name() + ", " + String.join(", ", catcher.errorEquals()) + ",");
        }
    }

    private void transition(State state, Transition transition, ItemIndex.OfState of) {
        String field = transition.end() ? "End" : "Next";
        String to = transition.end() ? "" : ", to " + transition.next() + ",";
        of.transition = add(ItemKind.TRANSITION, state.pointer() + "/" + field, field + " of " + state.name() + to);
    }
}
