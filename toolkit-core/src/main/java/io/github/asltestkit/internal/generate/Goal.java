package io.github.asltestkit.internal.generate;

import io.github.asltestkit.coverage.CoverageItem;
import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.generate.Wish.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A coverage item, and what takes it.
 *
 * @param number its position in the outline
 * @param item the coverage item
 * @param state the state whose it is; null of the time of the whole execution
 * @param wish what should become of a stay in the state
 */
record Goal(int number, CoverageItem item, @Nullable State state, Wish wish) {

    /** All there is to take, in the order of the outline. */
    static List<Goal> of(Definition definition, DefinitionOutline outline) {
        Map<String, State> states = new HashMap<>();
        definition.states().allStates().forEach(state -> states.put(state.pointer(), state));
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < outline.items().size(); i++) {
            CoverageItem item = outline.items().get(i);
            State state = state(item.pointer(), states);
            goals.add(new Goal(i, item, state, wish(item)));
        }
        return goals;
    }

    /** The innermost state that a pointer leads into. */
    static @Nullable State state(String pointer, Map<String, State> states) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            State state = states.get(at);
            if (state != null) {
                return state;
            }
        }
        return null;
    }

    private static Wish wish(CoverageItem item) {
        return switch (item.kind()) {
            case STATE -> Wish.of(Kind.ENTER);
            case TRANSITION -> Wish.of(Kind.SUCCEED);
            case CHOICE_RULE -> new Wish(Kind.RULE, index(item));
            case CHOICE_RULE_FALSE -> new Wish(Kind.RULE_FALSE, index(item));
            case DEFAULT -> Wish.of(Kind.RULE);
            case RETRIER -> new Wish(Kind.RETRIER, index(item));
            case CATCHER -> new Wish(Kind.CATCHER, index(item));
            case TIMEOUT -> Wish.of(Kind.TIMEOUT);
            case HEARTBEAT -> Wish.of(Kind.HEARTBEAT);
            case BRANCH -> new Wish(Kind.INTO, index(item));
            case MAP_NO_ITEM -> new Wish(Kind.ITEMS, 0);
            case MAP_ONE_ITEM -> new Wish(Kind.ITEMS, 1);
            case MAP_MANY_ITEMS -> new Wish(Kind.ITEMS, 2);
        };
    }

    private static int index(CoverageItem item) {
        return Integer.parseInt(item.pointer().substring(item.pointer().lastIndexOf('/') + 1));
    }

    /** Whether it is about the time of the whole execution. */
    boolean isOfTheMachine() {
        return item.kind() == ItemKind.TIMEOUT && state == null;
    }
}
