package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.Scope;
import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax.Literal;
import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax.Name;
import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax.Operation;
import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax.Path;
import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax.Step;
import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expression that only names values and joins texts: {@code $states.input.order} or {@code 'order ' & $order.id}. It is most
 * of what definitions hold, and read here without the library. Where a path meets an array, the library has to answer.
 */
final class JsonataPlain {
    /** The value of an expression that the library has to evaluate. */
    static final Object NOT_PLAIN = new Object();

    /** Far below the depth at which AWS ends an evaluation. */
    private static final int MOST_OPERANDS = 32;

    private final Part whole;

    private JsonataPlain(Part whole) {
        this.whole = whole;
    }

    /** Whether a value says that the library has to evaluate the expression. */
    @SuppressWarnings("ReferenceEquality") // A mark, which equals nothing else.
    static boolean isForTheLibrary(@Nullable Object value) {
        return value == NOT_PLAIN;
    }

    private sealed interface Part {
        /** Null is undefined. */
        @Nullable
        Object value(Scope scope, JsonataStates states);
    }

    private record Constant(Object constant) implements Part {
        @Override
        public Object value(Scope scope, JsonataStates states) {
            return constant;
        }
    }

    private record Names(String variable, List<String> names) implements Part {
        @Override
        public @Nullable Object value(Scope scope, JsonataStates states) {
            Object value = states;
            if (!variable.equals("states")) {
                JsonNode known = scope.variable(variable);
                if (known == null) {
                    return NOT_PLAIN;
                }
                value = JsonataValues.view(known);
            }
            for (String name : names) {
                if (value instanceof List<?>) {
                    return NOT_PLAIN;
                }
                value = value instanceof Map<?, ?> map ? map.get(name) : null;
                if (value == null) {
                    return null;
                }
            }
            return value;
        }
    }

    /** {@code &} between two operands or more. */
    private record Joined(List<Part> operands) implements Part {
        @Override
        public Object value(Scope scope, JsonataStates states) {
            StringBuilder text = new StringBuilder();
            for (Part operand : operands) {
                Object value = JsonataBounds.checked(operand.value(scope, states));
                if (isForTheLibrary(value)) {
                    return NOT_PLAIN;
                }
                String piece = JsonataText.of(value, false);
                if (piece != null) {
                    text.append(piece);
                }
            }
            return text.toString();
        }
    }

    /** The expression, or null if it is not that plain. */
    static @Nullable JsonataPlain of(Jsonata expression) {
        JsonataSyntax syntax = JsonataReader.read(expression);
        Part part = syntax == null ? null : part(syntax);
        return part == null ? null : new JsonataPlain(part);
    }

    private static @Nullable Part part(JsonataSyntax syntax) {
        if (syntax instanceof Literal literal && literal.value().isTextual()) {
            return new Constant(literal.value().textValue());
        }
        if (syntax instanceof Path path) {
            return names(path);
        }
        if (syntax instanceof Operation operation && operation.operator().equals("&")) {
            List<Part> operands = new ArrayList<>();
            return collect(operation, operands) && operands.size() <= MOST_OPERANDS
                    ? new Joined(List.copyOf(operands))
                    : null;
        }
        return syntax instanceof Variable variable ? named(variable.name(), List.of()) : null;
    }

    private static boolean collect(JsonataSyntax syntax, List<Part> operands) {
        if (syntax instanceof Operation operation && operation.operator().equals("&")) {
            return collect(operation.left(), operands) && collect(operation.right(), operands);
        }
        Part part = part(syntax);
        return part != null && operands.add(part);
    }

    private static @Nullable Part names(Path path) {
        List<Step> steps = path.steps();
        if (path.keepsArray() || !(steps.get(0).node() instanceof Variable variable)) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (Step step : steps.subList(1, steps.size())) {
            if (!(step.node() instanceof Name name)) {
                return null;
            }
            names.add(name.name());
        }
        for (Step step : steps) {
            if (!step.filters().isEmpty()) {
                return null;
            }
        }
        return named(variable.name(), names);
    }

    /** {@code $} and {@code $$} are no variables of the state machine. */
    private static @Nullable Part named(String variable, List<String> names) {
        return variable.isEmpty() || variable.equals("$") ? null : new Names(variable, List.copyOf(names));
    }

    /** The value; null for undefined, {@link #NOT_PLAIN} if the library has to evaluate the expression. */
    @Nullable
    Object value(Scope scope) {
        return JsonataBounds.checked(whole.value(scope, new JsonataStates(scope)));
    }
}
