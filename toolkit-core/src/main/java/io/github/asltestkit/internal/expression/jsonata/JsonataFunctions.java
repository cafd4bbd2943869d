package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.Scope;
import io.github.asltestkit.internal.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The functions that Step Functions adds to JSONata, those that it takes away, and those that read a clock or chance,
 * bound to the virtual ones.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Transforming data with
 *     JSONata</a>
 */
final class JsonataFunctions {
    private static final Set<String> HASHES = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    /** Those that read neither clock nor chance: the same for every evaluation. */
    private static final List<JsonataFunction> PURE = Stream.of(
                    List.of(
                            JsonataFunction.of("parse", "<s-:x>", JsonataFunctions::parse),
                            JsonataFunction.of("partition", "<an:a>", JsonataFunctions::partition),
                            JsonataFunction.of("range", "<nnn:a<n>>", JsonataFunctions::range),
                            JsonataFunction.of("hash", "<s-s:s>", JsonataFunctions::hash),
                            JsonataFunction.of("pad", "<s-ns?:s>", JsonataFunctions::pad)),
                    JsonataLibrary.FUNCTIONS,
                    JsonataCorrections.FUNCTIONS,
                    JsonataRegex.FUNCTIONS,
                    JsonataUrls.FUNCTIONS)
            .flatMap(List::stream)
            .toList();

    private JsonataFunctions() {}

    /** Makes those known that are the same for every evaluation, and {@code $eval} unknown. */
    static void bind(Jsonata compiled) {
        PURE.forEach(function -> function.bindTo(compiled));
        compiled.assign("eval", null);
    }

    /** Makes those known that read the clock and the chance of an evaluation. */
    static void bind(Frame frame, Scope scope) {
        Stream.of(
                        JsonataFunction.of("now", "<s?s?:s>", args -> now(args, scope)),
                        JsonataFunction.of("millis", "<:n>", args -> scope.now().toEpochMilli()),
                        JsonataFunction.of("random", "<n?:n>", args -> random(args, scope)),
                        JsonataFunction.of("shuffle", "<a:a>", args -> shuffle(args, scope.random())),
                        JsonataFunction.of("uuid", "<:s>", args -> uuid(scope.random())),
                        JsonataFunction.of("toMillis", "<s-s?:n>", args -> JsonataDates.toMillis(args, scope)))
                .forEach(function -> function.bindTo(frame));
    }

    private static @Nullable Object now(List<?> arguments, Scope scope) {
        Object picture = JsonataFunction.argument(arguments, 0);
        Object timezone = JsonataFunction.argument(arguments, 1);
        return JsonataDates.format(
                scope.now().toEpochMilli(),
                picture == null ? null : picture.toString(),
                timezone == null ? null : timezone.toString());
    }

    private static Object random(List<?> arguments, Scope scope) {
        Object seed = JsonataFunction.argument(arguments, 0);
        return seed instanceof Number number
                ? new Random(number.longValue()).nextDouble()
                : scope.random().nextDouble();
    }

    /** JSONata's own algorithm, on the chance of the execution. */
    private static @Nullable Object shuffle(List<?> arguments, RandomGenerator random) {
        Object array = JsonataFunction.argument(arguments, 0);
        if (array == null) {
            return null;
        }
        List<Object> shuffled = new ArrayList<>();
        for (Object element : array instanceof List<?> list ? list : List.of(array)) {
            int to = random.nextInt(shuffled.size() + 1);
            shuffled.add(element);
            Collections.swap(shuffled, to, shuffled.size() - 1);
        }
        return shuffled;
    }

    private static String uuid(RandomGenerator random) {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static @Nullable Object parse(List<?> arguments) {
        Object text = JsonataFunction.argument(arguments, 0);
        if (text == null) {
            return null;
        }
        JsonNode value = JsonText.tryParse(text.toString());
        if (value == null) {
            throw new JException("Unable to parse as JSON: " + text, -1);
        }
        return JsonataValues.view(value);
    }

    private static @Nullable Object partition(List<?> arguments) {
        Object array = JsonataFunction.argument(arguments, 0);
        if (array == null) {
            return null;
        }
        List<?> from = array instanceof List<?> list ? list : List.of(array);
        int size = (int) Math.min(floor(JsonataFunction.argument(arguments, 1)), Integer.MAX_VALUE);
        if (size <= 0) {
            throw new JException("The chunk size of $partition is a positive number", -1);
        }
        List<Object> chunks = new ArrayList<>();
        for (int start = 0; start < from.size(); start += size) {
            chunks.add(new ArrayList<>(from.subList(start, Math.min(start + size, from.size()))));
        }
        return chunks;
    }

    private static Object range(List<?> arguments) {
        long start = floor(JsonataFunction.argument(arguments, 0));
        long end = floor(JsonataFunction.argument(arguments, 1));
        long delta = floor(JsonataFunction.argument(arguments, 2));
        if (delta == 0) {
            throw new JException("The delta of $range is not zero", -1);
        }
        List<Object> values = new ArrayList<>();
        for (long value = start; delta > 0 ? value <= end : value >= end; value += delta) {
            if (values.size() == JsonataBounds.MAX_ELEMENTS) {
                throw JsonataBounds.memory();
            }
            values.add(value);
        }
        return values;
    }

    private static long floor(@Nullable Object number) {
        if (number instanceof Number value) {
            return (long) Math.floor(value.doubleValue());
        }
        throw new JException("A number is expected, but was " + number, -1);
    }

    private static @Nullable Object hash(List<?> arguments) {
        Object data = JsonataFunction.argument(arguments, 0);
        String algorithm = String.valueOf(JsonataFunction.argument(arguments, 1));
        if (data == null) {
            return null;
        }
        if (!HASHES.contains(algorithm)) {
            throw new JException("Unsupported hash algorithm: " + algorithm, -1);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance(algorithm).digest(data.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has " + algorithm, impossible);
        }
    }

    /** The library's own, with a bound: padding to hundreds of millions of characters would not be counted as steps. */
    private static @Nullable Object pad(List<?> arguments) {
        Object text = JsonataFunction.argument(arguments, 0);
        long width = floor(JsonataFunction.argument(arguments, 1));
        if (Math.abs(width) > JsonataBounds.MAX_LENGTH) {
            throw JsonataBounds.memory();
        }
        Object filler = JsonataFunction.argument(arguments, 2);
        return text == null
                ? null
                : Functions.pad(text.toString(), (int) width, filler == null ? null : filler.toString());
    }
}
