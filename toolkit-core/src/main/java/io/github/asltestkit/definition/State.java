package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A state, field for field. Fields that may hold a literal or a JSONata expression are kept as written, in a
 * {@code JsonNode}, which is not to be changed; null means that the field is absent. All can be told from the definition
 * alone: nothing is evaluated here.
 */
@API(status = MAINTAINED, since = "0.1")
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
        for (Catcher catcher : catchers()) {
            names.add(catcher.next());
        }
        return names;
    }

    /** Whether a line of states may end with it. */
    default boolean isTerminal() {
        Transition own = transition();
        return own != null && own.end();
    }

    /**
     * A Pass state.
     *
     * @param name the state's name
     * @param fields the fields that several state types share
     * @param pointer the JSON pointer of the state, such as {@code /States/Charge}
     * @param transition {@code Next} or {@code End}
     * @param result {@code Result}, any JSON, not to be changed; null where the field is absent
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html">Pass workflow state</a>
     */
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

    /**
     * A Task state. Times are in seconds, each a number or the text of a JSONata expression.
     *
     * @param name the state's name
     * @param fields the fields that several state types share
     * @param pointer the JSON pointer of the state, such as {@code /States/Charge}
     * @param transition {@code Next} or {@code End}
     * @param resource {@code Resource}, after substitutions
     * @param timeoutSeconds {@code TimeoutSeconds}; null where the field is absent
     * @param timeoutSecondsPath {@code TimeoutSecondsPath}; null where the field is absent
     * @param heartbeatSeconds {@code HeartbeatSeconds}; null where the field is absent
     * @param heartbeatSecondsPath {@code HeartbeatSecondsPath}; null where the field is absent
     * @param credentials {@code Credentials}, an object; null where the field is absent
     * @param retry the elements of {@code Retry}, in order
     * @param catchers the elements of {@code Catch}, in order
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html">Task workflow state</a>
     */
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

    /**
     * A Choice state.
     *
     * @param name the state's name
     * @param fields the fields that several state types share
     * @param pointer the JSON pointer of the state, such as {@code /States/Charge}
     * @param choices the elements of {@code Choices}, in order
     * @param defaultState {@code Default}: the state that follows where no rule is true; null where the field is absent, and
     *     the state then fails
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html">Choice workflow state</a>
     */
    record ChoiceState(
            String name,
            StateFields fields,
            String pointer,
            List<Choice> choices,
            @Nullable String defaultState) implements State {
        @Override
        public Set<String> successors() {
            Set<String> names = new LinkedHashSet<>();
            for (Choice choice : choices) {
                names.add(choice.next());
            }
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

    /**
     * A Wait state: one of its four fields is there.
     *
     * @param name the state's name
     * @param fields the fields that several state types share
     * @param pointer the JSON pointer of the state, such as {@code /States/Charge}
     * @param transition {@code Next} or {@code End}
     * @param seconds {@code Seconds}: a number, or the text of a JSONata expression
     * @param secondsPath {@code SecondsPath}
     * @param timestamp {@code Timestamp}: an instant such as {@code 2024-03-14T01:59:00Z}, or a JSONata expression
     * @param timestampPath {@code TimestampPath}
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html">Wait workflow state</a>
     */
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

    /**
     * A Succeed state.
     *
     * @param name the state's name
     * @param fields the fields that several state types share
     * @param pointer the JSON pointer of the state, such as {@code /States/Charge}
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-succeed.html">Succeed workflow state</a>
     */
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

    /**
     * A Fail state.
     *
     * @param name the state's name
     * @param fields the fields that several state types share
     * @param pointer the JSON pointer of the state, such as {@code /States/Charge}
     * @param error {@code Error}: a name, or a JSONata expression; null where the field is absent
     * @param errorPath {@code ErrorPath}; null where the field is absent
     * @param cause {@code Cause}: a text, or a JSONata expression; null where the field is absent
     * @param causePath {@code CausePath}; null where the field is absent
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html">Fail workflow state</a>
     */
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

    /**
     * A Parallel state.
     *
     * @param name the state's name
     * @param fields the fields that several state types share
     * @param pointer the JSON pointer of the state, such as {@code /States/Charge}
     * @param transition {@code Next} or {@code End}
     * @param branches the elements of {@code Branches}, in order
     * @param retry the elements of {@code Retry}, in order
     * @param catchers the elements of {@code Catch}, in order
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html">Parallel workflow state</a>
     */
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
     * A Map state. Numbers are as written: a number or the text of a JSONata expression. The toolkit makes it; methods may be
     * added when AWS gives the state more fields.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html">Map state in Inline mode</a>
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Map state in Distributed mode</a>
     */
    non-sealed interface MapState extends State {

        /** {@code Next} or {@code End}. */
        @Override
        Transition transition();

        /** JSONata {@code Items}; null where the field is absent. */
        @Nullable
        JsonNode items();

        /** {@code ItemsPath}; null where the field is absent. */
        @Nullable
        String itemsPath();

        /** {@code ItemSelector}; the older {@code Parameters} of a Map is in {@link StateFields}. */
        @Nullable
        JsonNode itemSelector();

        /** {@code ItemProcessor}, or the older {@code Iterator}. */
        ItemProcessor itemProcessor();

        /** {@code MaxConcurrency}: how many iterations may run at once, 0 for as many as can. */
        @Nullable
        JsonNode maxConcurrency();

        /** {@code MaxConcurrencyPath}; null where the field is absent. */
        @Nullable
        String maxConcurrencyPath();

        /** {@code ToleratedFailureCount}; of a distributed Map, as are the next six. */
        @Nullable
        JsonNode toleratedFailureCount();

        /** {@code ToleratedFailureCountPath}; null where the field is absent. */
        @Nullable
        String toleratedFailureCountPath();

        /** {@code ToleratedFailurePercentage}, from 0 to 100. */
        @Nullable
        JsonNode toleratedFailurePercentage();

        /** {@code ToleratedFailurePercentagePath}; null where the field is absent. */
        @Nullable
        String toleratedFailurePercentagePath();

        /** {@code ItemReader}, an object. */
        @Nullable
        JsonNode itemReader();

        /** {@code ItemBatcher}, an object. */
        @Nullable
        JsonNode itemBatcher();

        /** {@code ResultWriter}, an object. */
        @Nullable
        JsonNode resultWriter();

        /** {@code Label}, which stands in the ARN of a Map Run; null where the field is absent. */
        @Nullable
        String label();

        /** The elements of {@code Retry}, in order. */
        @Override
        List<Retrier> retry();

        /** The elements of {@code Catch}, in order. */
        @Override
        List<Catcher> catchers();

        @Override
        default List<StateGraph> graphs() {
            return List.of(itemProcessor().states());
        }

        @Override
        default StateType type() {
            return StateType.MAP;
        }
    }
}
