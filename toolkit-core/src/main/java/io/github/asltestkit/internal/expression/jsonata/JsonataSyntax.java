package io.github.asltestkit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expression consists of, for whoever looks at it without evaluating it. Immutable. */
public sealed interface JsonataSyntax {

    /** The expressions that it is made of, in their order; none of a name or a literal. */
    default List<JsonataSyntax> parts() {
        return List.of();
    }

    /** A text, a number, a boolean or null. */
    record Literal(JsonNode value) implements JsonataSyntax {}

    /** A variable, without its {@code $}: empty for the value at hand, {@code $} for the input document. */
    record Variable(String name) implements JsonataSyntax {}

    /** A field of the value at hand. */
    record Name(String name) implements JsonataSyntax {}

    /**
     * Steps of which each is taken from what the one before gives.
     *
     * @param keepsArray whether the result is an array even if it is a single value
     */
    record Path(List<Step> steps, boolean keepsArray) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            List<JsonataSyntax> parts = new ArrayList<>();
            for (Step step : steps) {
                parts.add(step.node());
                parts.addAll(step.filters());
            }
            return parts;
        }
    }

    /**
     * A step of a path.
     *
     * @param node what is evaluated for each value that the step before gives
     * @param filters what is in brackets behind it
     */
    record Step(JsonataSyntax node, List<JsonataSyntax> filters) {}

    /** An operator with its two operands. */
    record Operation(String operator, JsonataSyntax left, JsonataSyntax right) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            return List.of(left, right);
        }
    }

    /** A minus before an operand. */
    record Negation(JsonataSyntax operand) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            return List.of(operand);
        }
    }

    /** An array that is written out. */
    record ArrayConstructor(List<JsonataSyntax> items) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            return items;
        }
    }

    /** An object that is written out. */
    record ObjectConstructor(List<Member> members) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            List<JsonataSyntax> parts = new ArrayList<>();
            for (Member member : members) {
                parts.add(member.name());
                parts.add(member.value());
            }
            return parts;
        }
    }

    /** A field of an object that is written out. */
    record Member(JsonataSyntax name, JsonataSyntax value) {}

    /** A call of what {@code procedure} gives. */
    record Call(JsonataSyntax procedure, List<JsonataSyntax> arguments) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            return arguments;
        }
    }

    /** A function that is written out. */
    record Lambda(List<String> parameters, JsonataSyntax body) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            return List.of(body);
        }
    }

    /** {@code condition ? then : otherwise}; without the last, nothing where the condition does not hold. */
    record Condition(
            JsonataSyntax condition,
            JsonataSyntax then,
            @Nullable JsonataSyntax otherwise) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            return otherwise == null ? List.of(condition, then) : List.of(condition, then, otherwise);
        }
    }

    /** Expressions of which the last one gives the value. */
    record Block(List<JsonataSyntax> expressions) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            return expressions;
        }
    }

    /** {@code $name := value}. */
    record Binding(String name, JsonataSyntax value) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            return List.of(value);
        }
    }

    /** {@code value ~> function}. */
    record Application(JsonataSyntax value, JsonataSyntax function) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            return List.of(value, function);
        }
    }

    /** Anything else: a wildcard, a grouping, a transform; what is in it is evaluated in a way of its own. */
    record Other(List<JsonataSyntax> parts) implements JsonataSyntax {}

    /** An order of what the steps before give; the values stay the same. */
    record Ordering(List<JsonataSyntax> terms) implements JsonataSyntax {
        @Override
        public List<JsonataSyntax> parts() {
            return terms;
        }
    }
}
