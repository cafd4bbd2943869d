package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.check;
import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.truncated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The intrinsic functions on numbers, and States.UUID. */
final class MathFunctions {
    private static final long VERSION_MASK = 0xffffffffffff0fffL;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0x3fffffffffffffffL;
    private static final long VARIANT_2 = 0x8000000000000000L;

    private MathFunctions() {}

    static List<IntrinsicFunction> all() {
        return List.of(
                new IntrinsicFunction("States.MathRandom", 2, 3, MathFunctions::random),
                new IntrinsicFunction(
                        "States.MathAdd",
                        2,
                        2,
                        (arguments, random) -> add(rounded(arguments.get(0)), rounded(arguments.get(1)))),
                // AWS ignores the arguments of States.UUID.
                new IntrinsicFunction("States.UUID", 0, Integer.MAX_VALUE, (arguments, random) -> uuid(random)));
    }

    /** An equal seed gives an equal number; the end is not among the numbers. */
    private static JsonNode random(List<JsonNode> arguments, RandomGenerator random) {
        int start = truncated(arguments.get(0));
        int end = truncated(arguments.get(1));
        check(start < end);
        if (arguments.size() < 3) {
            return IntNode.valueOf(random.nextInt(start, end));
        }
        Random seeded = new Random(seed(arguments.get(2)));
        int span = end - start;
        // The way in which AWS draws from a seed: nextInt(start, end) takes other bits if the span is a power of two.
        return IntNode.valueOf(span > 0 ? start + seeded.nextInt(span) : seeded.nextInt(start, end));
    }

    private static long seed(JsonNode argument) {
        check(argument.isNumber());
        return argument.longValue();
    }

    private static JsonNode add(long first, long second) {
        long sum = first + second;
        check(sum == (int) sum);
        return IntNode.valueOf((int) sum);
    }

    /** To the nearest integer, halves up: -1.5 is -1 and 1.5 is 2. */
    private static long rounded(JsonNode argument) {
        check(argument.isNumber());
        long rounded = Math.round(argument.doubleValue());
        check(rounded == (int) rounded);
        return rounded;
    }

    private static JsonNode uuid(RandomGenerator random) {
        long most = (random.nextLong() & VERSION_MASK) | VERSION_4;
        long least = (random.nextLong() & VARIANT_MASK) | VARIANT_2;
        return TextNode.valueOf(new UUID(most, least).toString());
    }
}
