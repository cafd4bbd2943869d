package io.github.asltestkit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A state, field for field. Fields that may hold a literal or a JSONata expression are kept as written, in a
 * {@code JsonNode}; null means that the field is absent.
 */
public sealed interface State {

    /** The state's name, unique in its {@link StateGraph}. */
    String name();

    /** The fields that several state types share. */
    StateFields fields();

    /** The JSON pointer of the state, such as {@code /States/Charge}. */
    String pointer();

    /** The state's type. */
    StateType type();

    /** {@code Next} or {@code End}; null of a Choice, Succeed or Fail state. */
    default @Nullable Transition transition() {
        return null;
    }

    /** The elements of {@code Retry}, in order; empty of a state that has none, or can have none. */
    default List<Retrier> retry() {
        return List.of();
    }

    /** The elements of {@code Catch}, in order; empty of a state that has none, or can have none. */
    default List<Catcher> catchers() {
        return List.of();
    }

    /** The branches of a Parallel state, or the processor of a Map state; empty of any other. */
    default List<StateGraph> graphs() {
        return List.of();
    }

    /** The names of the states that may follow, each once, in the order of the definition. */
    default Set<String> successors() {
        Set<String> names = new LinkedHashSet<>();
        Transition own = transition();
        if (own != null && own.next() != null) {
            names.add(own.next());
        }
        catchers().stream().map(Catcher::next).forEach(names::add);
        return names;
    }

    /** Whether a line of states may end with it. */
    default boolean isTerminal() {
        Transition own = transition();
        return own != null && own.end();
    }

    record Pass(
            String name,
            StateFields fields,
            String pointer,
            Transition transition,
            @Nullable JsonNode result) implements State {
        @Override
        public StateType type() {
            return StateType.PASS;
        }
    }

    record Task(
            String name,
            StateFields fields,
            String pointer,
            Transition transition,
            String resource,
            @Nullable JsonNode timeoutSeconds,
            @Nullable String timeoutSecondsPath,
            @Nullable JsonNode heartbeatSeconds,
            @Nullable String heartbeatSecondsPath,
            @Nullable JsonNode credentials,
            List<Retrier> retry,
            List<Catcher> catchers)
            implements State {
        @Override
        public StateType type() {
            return StateType.TASK;
        }
    }

    record Choose(
            String name,
            StateFields fields,
            String pointer,
            List<Choice> choices,
            @Nullable String defaultState) implements State {
        @Override
        public Set<String> successors() {
            Set<String> names = new LinkedHashSet<>();
            choices.stream().map(Choice::next).forEach(names::add);
            if (defaultState != null) {
                names.add(defaultState);
            }
            return names;
        }

        @Override
        public StateType type() {
            return StateType.CHOICE;
        }
    }

    record Wait(
            String name,
            StateFields fields,
            String pointer,
            Transition transition,
            @Nullable JsonNode seconds,
            @Nullable String secondsPath,
            @Nullable String timestamp,
            @Nullable String timestampPath)
            implements State {
        @Override
        public StateType type() {
            return StateType.WAIT;
        }
    }

    record Succeed(String name, StateFields fields, String pointer) implements State {
        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public StateType type() {
            return StateType.SUCCEED;
        }
    }

    record Fail(
            String name,
            StateFields fields,
            String pointer,
            @Nullable String error,
            @Nullable String errorPath,
            @Nullable String cause,
            @Nullable String causePath)
            implements State {
        @Override
        public boolean isTerminal() {
            return true;
        }

        @Override
        public StateType type() {
            return StateType.FAIL;
        }
    }

    record Parallel(
            String name,
            StateFields fields,
            String pointer,
            Transition transition,
            List<StateGraph> branches,
            List<Retrier> retry,
            List<Catcher> catchers)
            implements State {
        @Override
        public List<StateGraph> graphs() {
            return branches;
        }

        @Override
        public StateType type() {
            return StateType.PARALLEL;
        }
    }

    /**
     * A Map state.
     *
     * @param items JSONata {@code Items}
     * @param itemSelector {@code ItemSelector}; the older {@code Parameters} of a Map is in {@link StateFields}
     * @param itemReader {@code ItemReader}, {@code itemBatcher} and {@code resultWriter} as written (distributed only)
     */
    record Mapping(
            String name,
            StateFields fields,
            String pointer,
            Transition transition,
            @Nullable JsonNode items,
            @Nullable String itemsPath,
            @Nullable JsonNode itemSelector,
            ItemProcessor itemProcessor,
            @Nullable JsonNode maxConcurrency,
            @Nullable String maxConcurrencyPath,
            @Nullable JsonNode toleratedFailureCount,
            @Nullable String toleratedFailureCountPath,
            @Nullable JsonNode toleratedFailurePercentage,
            @Nullable String toleratedFailurePercentagePath,
            @Nullable JsonNode itemReader,
            @Nullable JsonNode itemBatcher,
            @Nullable JsonNode resultWriter,
            @Nullable String label,
            List<Retrier> retry,
            List<Catcher> catchers)
            implements State {
        @Override
        public List<StateGraph> graphs() {
            return List.of(itemProcessor.states());
        }

        @Override
        public StateType type() {
            return StateType.MAP;
        }
    }
}
