package io.github.asltestkit.mock;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.jsonpath.TestPath;
import io.github.asltestkit.internal.model.JsonBorder;
import io.github.asltestkit.mock.CallCondition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of calls: the same words narrow a {@link Mock} and a {@link CallJournal}. All conditions have to hold,
 * so that their order means nothing.
 *
 * <p>The parameters are what the call sends. Where a Lambda function is mocked or asked for by its name, they are the payload
 * that the function gets, in whichever form it is called.
 *
 * <p>Each method throws an {@link IllegalStateException} where no call can have this condition and one given before, and on a
 * mock that has its answer already. What is given as JSON text has to be JSON, and a path a path: an
 * {@link IllegalArgumentException} says what is wrong with it.
 *
 * @param <S> what is narrowed
 */
@API(status = MAINTAINED, since = "0.1")
public abstract sealed class CallConditions<S> permits Mock, CallJournal {

    CallConditions() {}

    /** The same, narrowed by one condition more. */
    abstract S and(CallCondition condition);

    abstract S self();

    // ---- which call of many ----------------------------------------------------------------------------------

    /**
     * Only on this attempt of a visit of the state; 1 is the first.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public S onAttempt(int attempt) {
        return counted("attempt", attempt, TaskCall::attempt);
    }

    /**
     * Only on the n-th call that the state makes in its execution, over all visits and attempts; 1 is the first.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public S onCall(int number) {
        return counted("call", number, TaskCall::visit);
    }

    private S counted(String subject, int number, Function<TaskCall, Integer> actual) {
        if (number < 1) {
            throw new IllegalArgumentException("The first " + subject + " is 1, but it was " + number);
        }
        return equal(subject, String.valueOf(number), sent -> String.valueOf(actual.apply(sent.call())));
    }

    /**
     * Only for the item of this index of the innermost Map state around the task; 0 is the first.
     *
     * @throws IllegalArgumentException if it is less than 0
     */
    public S onItem(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("The first item is 0, but it was " + index);
        }
        return equal(
                "item index",
                String.valueOf(index),
                sent -> String.valueOf(sent.call().itemIndex()));
    }

    /**
     * Only for items of the innermost Map state that hold all that {@code partialJson} holds.
     *
     * @param partialJson as {@link #withParameters(Object)} takes it
     */
    public S onItemContaining(Object partialJson) {
        JsonNode expected = JsonBorder.given(partialJson, "condition");
        return asks(
                "item",
                "contains " + expected,
                sent -> String.valueOf(sent.call().item()),
                sent -> {
                    JsonNode item = sent.call().item();
                    return item != null && MockJson.contains(item, expected);
                });
    }

    /** Only in the execution of this name. */
    public S inExecution(String executionName) {
        return and(new CallCondition(
                Kind.EQUALS,
                "execution",
                "equals " + executionName,
                sent -> sent.call().executionName(),
                sent -> sent.call().executionName().equals(executionName)));
    }

    // ---- what the call sends ---------------------------------------------------------------------------------

    /**
     * Only where the parameters have a value at a path.
     *
     * @param jsonPath a path into the parameters, such as {@code $.MessageBody.sku}
     * @param value the value: a number is compared by value, a map or list by content. Text is JSON, so that {@code "5000"} is
     *     the number and {@code "\"5000\""} the string; text that is not JSON, such as {@code "tea"}, is that string
     */
    public S withParameter(String jsonPath, @Nullable Object value) {
        TestPath path = path(jsonPath);
        JsonNode expected = JsonBorder.compared(value);
        return and(new CallCondition(
                Kind.EQUALS,
                subject(jsonPath),
                "equals " + expected,
                sent -> show(path.read(sent.parameters())),
                sent -> {
                    JsonNode actual = path.read(sent.parameters());
                    return actual != null && MockJson.equal(actual, expected);
                }));
    }

    /**
     * Only where a path finds something in the parameters; it may have a filter, such as
     * {@code $.lines[?(@.quantity > 10)]}.
     */
    public S withParameter(String jsonPath) {
        TestPath path = path(jsonPath);
        return asks(
                subject(jsonPath),
                "is there",
                sent -> show(path.read(sent.parameters())),
                sent -> found(path.read(sent.parameters())));
    }

    /** Only where a path finds nothing in the parameters. */
    public S withoutParameter(String jsonPath) {
        TestPath path = path(jsonPath);
        return asks(
                subject(jsonPath),
                "is not there",
                sent -> show(path.read(sent.parameters())),
                sent -> !found(path.read(sent.parameters())));
    }

    private static TestPath path(String jsonPath) {
        try {
            return TestPath.compile(jsonPath);
        } catch (ExpressionSyntaxException noPath) {
            throw new IllegalArgumentException(
                    "\"" + jsonPath + "\" is not a path into the parameters of a call, such as $.order.sku", noPath);
        }
    }

    /** A path that may find many gives an array of them, which is empty where it finds none. */
    private static boolean found(@Nullable JsonNode value) {
        return value != null && !(value.isArray() && value.isEmpty());
    }

    /**
     * Only where the parameters hold all that {@code partialJson} holds, and perhaps more fields. Arrays are compared whole.
     *
     * @param partialJson JSON text, a tree, a map, a bean, or a request of the AWS SDK
     */
    public S withParameters(Object partialJson) {
        S narrowed = self();
        for (CallCondition condition :
                fields("", JsonBorder.given(partialJson, "condition"), parameters -> parameters)) {
            narrowed = and(narrowed, condition);
        }
        return narrowed;
    }

    @SuppressWarnings("unchecked") // S is the class itself: Mock and CallJournal say so, and there are no others.
    private static <S> S and(S narrowed, CallCondition condition) {
        return ((CallConditions<S>) narrowed).and(condition);
    }

    /** One condition for each field, so that a near miss shows which one differs. */
    private static List<CallCondition> fields(
            String subject, JsonNode expected, Function<JsonNode, @Nullable JsonNode> read) {
        if (!expected.isObject() || expected.isEmpty()) {
            String name = subject.isEmpty() ? "parameters" : subject;
            return List.of(field(name, expected, read));
        }
        List<CallCondition> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            String name = subject.isEmpty() ? field.getKey() : subject + "." + field.getKey();
            all.addAll(fields(name, field.getValue(), parameters -> {
                JsonNode parent = read.apply(parameters);
                return parent == null ? null : parent.get(field.getKey());
            }));
        }
        return all;
    }

    private static CallCondition field(String subject, JsonNode expected, Function<JsonNode, @Nullable JsonNode> read) {
        boolean anyObject = expected.isObject();
        return new CallCondition(
                anyObject ? Kind.ASKS : Kind.EQUALS,
                subject,
                anyObject ? "is an object" : "equals " + expected,
                sent -> show(read.apply(sent.parameters())),
                sent -> {
                    JsonNode actual = read.apply(sent.parameters());
                    return actual != null && MockJson.contains(actual, expected);
                });
    }

    // ---- whatever else ---------------------------------------------------------------------------------------

    /**
     * Only calls that a predicate accepts. An AssertJ {@code Condition} is one by its {@code matches}.
     *
     * @param description what it asks, for messages
     * @param predicate is asked as often as need be, and must change nothing
     */
    public S matching(String description, Predicate<? super TaskCall> predicate) {
        return asks(
                "call",
                description,
                sent -> predicate.test(sent.call()) ? "matches" : "does not match",
                sent -> predicate.test(sent.call()));
    }

    /**
     * Only calls whose parameters, read as a type, a predicate accepts.
     *
     * @param type a bean, or a request of the AWS SDK such as {@code PutItemRequest}
     * @param description what it asks, for messages
     * @throws IllegalArgumentException when a call comes whose parameters cannot be read as the type: it ends the run
     */
    public <T> S matching(Class<T> type, String description, Predicate<? super T> predicate) {
        return asks(
                "call",
                description,
                sent -> predicate.test(sent.as(type)) ? "matches" : "does not match",
                sent -> predicate.test(sent.as(type)));
    }

    /**
     * Only calls whose parameters pass assertions, of AssertJ or any other library; an {@link AssertionError} says that they
     * do not, and its first line stands in the near miss.
     */
    public S withParametersSatisfying(Consumer<? super JsonNode> assertions) {
        return asks(
                "parameters",
                "satisfy the assertions",
                sent -> firstLine(failure(assertions, sent)),
                sent -> failure(assertions, sent) == null);
    }

    private static @Nullable AssertionError failure(Consumer<? super JsonNode> assertions, Sent sent) {
        try {
            assertions.accept(sent.parameters());
            return null;
        } catch (AssertionError failed) {
            return failed;
        }
    }

    private static String firstLine(@Nullable AssertionError failed) {
        if (failed == null) {
            return "pass";
        }
        String message = failed.getMessage();
        return message == null
                ? "fail"
                : message.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .limit(2)
                        .reduce((a, b) -> a + " " + b)
                        .orElse("fail");
    }

    private S equal(String subject, String expected, Function<Sent, String> actual) {
        return and(new CallCondition(
                Kind.EQUALS,
                subject,
                expected,
                actual,
                sent -> actual.apply(sent).equals(expected)));
    }

    private S asks(String subject, String expected, Function<Sent, String> actual, Predicate<Sent> predicate) {
        return and(new CallCondition(Kind.ASKS, subject, expected, actual, predicate));
    }

    private static String subject(String jsonPath) {
        return jsonPath.startsWith("$.") ? jsonPath.substring(2) : jsonPath;
    }

    private static String show(@Nullable JsonNode value) {
        return value == null ? "(nothing)" : value.toString();
    }
}
