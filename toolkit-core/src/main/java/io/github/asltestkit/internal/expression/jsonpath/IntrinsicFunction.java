package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One intrinsic function of the Amazon States Language.
 *
 * @param name {@code States.Array} and the like
 * @param minArguments the fewest arguments
 * @param maxArguments the most arguments
 */
record IntrinsicFunction(String name, int minArguments, int maxArguments, Body body) {

    /** The most characters that the encoding functions take. */
    static final int MAX_CHARACTERS = 10_000;

    private static final Map<String, IntrinsicFunction> ALL = Stream.of(
                    ArrayFunctions.all(),
                    EncodingFunctions.all(),
                    JsonFunctions.all(),
                    MathFunctions.all(),
                    StringFunctions.all())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(IntrinsicFunction::name, function -> function));

    /** What the function does. */
    @FunctionalInterface
    interface Body {
        /**
         * @throws InvalidArgumentsException if the function refuses them
         */
        JsonNode apply(List<JsonNode> arguments, RandomGenerator random);
    }

    /** The function of that name, or null. */
    static @Nullable IntrinsicFunction named(String name) {
        return ALL.get(name);
    }

    JsonNode apply(List<JsonNode> arguments, RandomGenerator random) {
        if (arguments.size() < minArguments || arguments.size() > maxArguments) {
            throw InvalidArgumentsException.plain();
        }
        return body.apply(arguments, random);
    }

    static void check(boolean holds) {
        if (!holds) {
            throw InvalidArgumentsException.plain();
        }
    }

    static String string(JsonNode argument) {
        check(argument.isTextual());
        return argument.textValue();
    }

    static JsonNode array(JsonNode argument) {
        check(argument.isArray());
        return argument;
    }

    /** An integer of 32 bits; a fraction is cut off, as AWS does for all functions but MathAdd. */
    static int truncated(JsonNode argument) {
        check(argument.isNumber());
        double value = argument.doubleValue();
        check(value > Integer.MIN_VALUE - 1.0 && value < Integer.MAX_VALUE + 1.0);
        return (int) value;
    }
}
