package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A filter of a JSONPath: criteria of which all of one group must hold. There is no grouping by parentheses.
 *
 * <p>A criterion compares as json-path 2.0.0 does, which decides what AWS answers: what is not quoted is a text as well, a
 * text is compared with a number or a boolean by what it spells, and a path that finds nothing, or values that do not
 * compare, hold no criterion, {@code !=} included.
 */
record PathFilter(List<List<Criterion>> anyOf) {
    /** Longer texts are not compared with a number: to read one takes the square of its length. */
    private static final int MAX_DIGITS = 1_000;

    boolean accepts(PathWalk walk, JsonNode item) {
        for (List<Criterion> allOf : anyOf) {
            if (allOf.stream().allMatch(criterion -> criterion.holds(walk, item))) {
                return true;
            }
        }
        return false;
    }

    /** One test of an item. */
    sealed interface Criterion {
        boolean holds(PathWalk walk, JsonNode item);
    }

    /** {@code @.a} and {@code !@.a}: whether the path finds something other than null. */
    record Exists(PathOperand path, boolean expected) implements Criterion {
        @Override
        public boolean holds(PathWalk walk, JsonNode item) {
            JsonNode found = path.find(walk, item);
            return (found != null && !found.isMissingNode() && !found.isNull()) == expected;
        }
    }

    /** Two operands and what their order must be. */
    record Comparison(Operand left, Operator operator, Operand right) implements Criterion {
        @Override
        public boolean holds(PathWalk walk, JsonNode item) {
            Object actual = left.value(walk, item);
            Object expected = right.value(walk, item);
            if (actual == Missing.VALUE || expected == Missing.VALUE) {
                return false;
            }
            return operator.holds(walk, expected, actual);
        }
    }

    /** What a criterion compares. */
    sealed interface Operand {
        /** A text, a number, a boolean, a pattern, null, a tree of an object or an array, or {@link Missing}. */
        @Nullable
        Object value(PathWalk walk, JsonNode item);
    }

    private enum Missing {
        VALUE
    }

    /** A text, quoted or not. */
    record TextOperand(String text) implements Operand {
        @Override
        public Object value(PathWalk walk, JsonNode item) {
            return text;
        }
    }

    /** A regular expression. */
    record PatternOperand(Pattern pattern) implements Operand {
        @Override
        public Object value(PathWalk walk, JsonNode item) {
            return pattern;
        }
    }

    /** A definite path from the item, or from the root of the data. */
    record PathOperand(List<PathStep> steps, boolean fromRoot) implements Operand {
        @Override
        public @Nullable Object value(PathWalk walk, JsonNode item) {
            JsonNode found = find(walk, item);
            if (found == null || found.isNull()) {
                return null;
            }
            return switch (found.getNodeType()) {
                case MISSING -> Missing.VALUE;
                case STRING -> found.textValue();
                case NUMBER -> found.decimalValue();
                case BOOLEAN -> found.booleanValue();
                default -> found;
            };
        }

        private @Nullable JsonNode find(PathWalk walk, JsonNode item) {
            return walk.readWithin(steps, item, fromRoot);
        }
    }

    /** The operators, in the order in which they are looked for in the text of a criterion. */
    enum Operator {
        EQUAL("=="),
        AT_LEAST(">="),
        AT_MOST("<="),
        UNEQUAL("!="),
        LESS("<"),
        GREATER(">"),
        MATCHES("=~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** Tests the order of what is expected against what is there. */
        private boolean accepts(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case AT_LEAST -> order <= 0;
                case AT_MOST -> order >= 0;
                case UNEQUAL -> order != 0;
                case LESS -> order > 0;
                case GREATER -> order < 0;
                case MATCHES -> false;
            };
        }

        String sign() {
            return sign;
        }

        private boolean holds(PathWalk walk, @Nullable Object expected, @Nullable Object actual) {
            if (this == MATCHES) {
                return matches(walk, expected, actual);
            }
            boolean ordered = this != EQUAL && this != UNEQUAL;
            if (ordered && (expected == null) != (actual == null)) {
                return false;
            }
            if (expected instanceof String text
                    && actual instanceof BigDecimal
                    && number(text) == null
                    && !isNothing(text)) {
                return this == UNEQUAL;
            }
            Integer order = compare(expected, actual);
            return order != null && accepts(order);
        }

        private static boolean matches(PathWalk walk, @Nullable Object expected, @Nullable Object actual) {
            boolean swapped = actual instanceof Pattern;
            Object target = swapped ? expected : actual;
            return (swapped ? actual : expected) instanceof Pattern pattern
                    && target != null
                    && pattern.matcher(walk.bounded(target.toString())).matches();
        }
    }

    /** The order of two values, or null if they do not compare. */
    private static @Nullable Integer compare(@Nullable Object expected, @Nullable Object actual) {
        if (isNothing(expected) || isNothing(actual)) {
            return Boolean.compare(isNothing(actual), isNothing(expected));
        }
        if (expected instanceof String text) {
            if (actual instanceof String there) {
                return text.replace("\\'", "'").compareTo(there);
            }
            if (actual instanceof Boolean flag) {
                return Boolean.valueOf(text).compareTo(flag);
            }
            BigDecimal number = actual instanceof BigDecimal ? number(text) : null;
            return number == null ? null : number.compareTo((BigDecimal) actual);
        }
        if (expected instanceof BigDecimal number && actual instanceof BigDecimal there) {
            return number.compareTo(there);
        }
        return expected instanceof Boolean flag && actual instanceof Boolean there ? flag.compareTo(there) : null;
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || value.equals("null");
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.length() > MAX_DIGITS ? null : new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
