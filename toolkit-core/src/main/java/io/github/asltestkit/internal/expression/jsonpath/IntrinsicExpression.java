package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.expression.EvaluationException;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.Scope;
import io.github.asltestkit.internal.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A call of an intrinsic function, such as {@code States.Format('Hello {}', $.name)}. All its failures are
 * {@code States.Runtime}, as AWS reports them, whatever the documentation says of {@code States.IntrinsicFailure}.
 */
public final class IntrinsicExpression implements Expression {
    private final String text;
    private final Call call;

    private IntrinsicExpression(String text, Call call) {
        this.text = text;
        this.call = call;
    }

    /**
     * @throws ExpressionSyntaxException if it is not a call of a function that there is
     */
    public static IntrinsicExpression compile(String text) {
        return new IntrinsicExpression(text.stripTrailing(), new IntrinsicParser(text).parse());
    }

    /** The call as written, without blanks after it. */
    public String text() {
        return text;
    }

    /** Shows every path among the arguments, at any depth. */
    public void forEachPath(Consumer<JsonPath> consumer) {
        call.forEachPath(consumer);
    }

    /** What a reader makes of the parts of a call, the inner ones first. */
    public interface Reader<T> {
        /** A literal. */
        T literal(JsonNode value);

        /** A path. */
        T path(JsonPath path);

        /** A call of a function, such as {@code States.Format}. */
        T call(String function, List<T> arguments);
    }

    /** What a reader makes of the whole call. */
    public <T> T read(Reader<T> reader) {
        return call.read(reader);
    }

    @Override
    public JsonNode evaluate(Scope scope) {
        try {
            return call.value(scope);
        } catch (MissingArgumentException e) {
            throw EvaluationException.runtime("The function '" + text + "' had the following error: " + e.getMessage());
        } catch (RefusedCallException e) {
            throw EvaluationException.runtime(
                    "There was an error while evaluating the intrinsic function: " + text + ". " + e.getMessage());
        }
    }

    /** An argument, or the call itself. */
    sealed interface Node {
        JsonNode value(Scope scope);

        <T> T read(Reader<T> reader);

        default void forEachPath(Consumer<JsonPath> consumer) {}
    }

    /**
     * A literal.
     *
     * @param template what States.Format takes as its template: a string with its escapes
     */
    record Literal(JsonNode constant, JsonNode template) implements Node {
        @Override
        public JsonNode value(Scope scope) {
            return constant;
        }

        @Override
        public <T> T read(Reader<T> reader) {
            return reader.literal(constant);
        }
    }

    record PathArgument(JsonPath path) implements Node {
        @Override
        public JsonNode value(Scope scope) {
            JsonNode found = path.tryEvaluate(scope);
            if (found == null) {
                throw new MissingArgumentException(reason(scope));
            }
            return found;
        }

        @Override
        public <T> T read(Reader<T> reader) {
            return reader.path(path);
        }

        private String reason(Scope scope) {
            JsonNode data = path.data(scope);
            String reason = data == null ? "" : path.reason(data);
            if (reason.startsWith("Filter: ")) {
                return reason;
            }
            // A path into the Context object appears as it applies to it, yet beside the input: so AWS words it.
            String shown = path.isContext() ? path.relativeText() : path.text();
            return "The JsonPath argument for the field '" + shown + "' could not be found in the input '"
                    + JsonText.write(scope.input()) + "'";
        }

        @Override
        public void forEachPath(Consumer<JsonPath> consumer) {
            consumer.accept(path);
        }
    }

    record Call(IntrinsicFunction function, List<Node> arguments) implements Node {
        @Override
        public JsonNode value(Scope scope) {
            boolean format = function.name().equals(StringFunctions.FORMAT);
            List<JsonNode> values = new ArrayList<>(arguments.size());
            for (Node argument : arguments) {
                if (format && argument instanceof Literal literal && values.isEmpty()) {
                    values.add(literal.template());
                } else if (format && argument instanceof Call parsed && parsed.isStringToJson()) {
                    // AWS formats what StringToJson gives as JSON: a string keeps its quotes.
                    values.add(TextNode.valueOf(JsonText.write(parsed.value(scope))));
                } else {
                    values.add(argument.value(scope));
                }
            }
            try {
                return function.apply(values, scope.random());
            } catch (InvalidArgumentsException e) {
                throw new RefusedCallException(e.sentence(function.name()));
            }
        }

        @Override
        public <T> T read(Reader<T> reader) {
            List<T> read = new ArrayList<>(arguments.size());
            for (Node argument : arguments) {
                read.add(argument.read(reader));
            }
            return reader.call(function.name(), read);
        }

        private boolean isStringToJson() {
            return function.name().equals(JsonFunctions.STRING_TO_JSON);
        }

        @Override
        public void forEachPath(Consumer<JsonPath> consumer) {
            arguments.forEach(argument -> argument.forEachPath(consumer));
        }
    }

    /** A path among the arguments that finds nothing; the whole call puts its own text before the message. */
    private static final class MissingArgumentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingArgumentException(String message) {
            super(message, null, false, false);
        }
    }

    /** A function that refuses its arguments, whatever its depth; the whole call puts its own text before the message. */
    private static final class RefusedCallException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedCallException(String message) {
            super(message, null, false, false);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
