package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.asltestkit.internal.expression.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The functions that Step Functions adds to JSONata, those that it takes away, and those that read a clock or chance,
 * bound to the virtual ones. All of them are ours.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Transforming data with
 *     JSONata</a>
 */
final class JsonataFunctions {
    /** In the order in which AWS names them. */
    private static final List<String> HASHES = List.of("SHA-1", "SHA-384", "SHA-256", "SHA-512", "MD5");

    /** AWS takes single quotes, and no field twice. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Those that read neither clock nor chance: the same for every evaluation. */
    private static final List<JsonataFunction> PURE = Stream.of(
                    List.of(
                            JsonataFunction.of("parse", "<s-:x>", JsonataFunctions::parse),
                            JsonataFunction.of("partition", "<xn?:a>", JsonataFunctions::partition),
                            JsonataFunction.of("range", "<nnn?:a<n>>", JsonataFunctions::range),
                            JsonataFunction.of("hash", "<s-s?:s>", JsonataFunctions::hash),
                            JsonataFunction.of("pad", "<s-ns?:s>", JsonataFunctions::pad)),
                    JsonataLibrary.FUNCTIONS,
                    JsonataCorrections.FUNCTIONS,
                    JsonataRegex.FUNCTIONS,
                    JsonataTexts.FUNCTIONS,
                    JsonataUrls.FUNCTIONS)
            .flatMap(List::stream)
            .toList();

    /** Farther than any loop goes, and near enough that no sum overflows. */
    private static final double WHOLE = 1L << 53;

    private JsonataFunctions() {}

    /** Makes those known that are the same for every evaluation, and {@code $eval} unknown. */
    static void bind(Jsonata compiled) {
        PURE.forEach(function -> function.bindTo(compiled));
        compiled.assign("eval", null);
    }

    /** Functions that read the clock or the chance of an evaluation. */
    private record Impure(String function, JsonataSignature signature, Body body) {
        private static final List<Impure> ALL = List.of(
                of("now", "<s?s?:s>", JsonataFunctions::now),
                of("millis", "<:n>", (arguments, scope) -> scope.now().toEpochMilli()),
                of("random", "<n?:n>", JsonataFunctions::random),
                of("shuffle", "<a:a>", JsonataFunctions::shuffle),
                of("uuid", "<:s>", (arguments, scope) -> uuid(scope.random())),
                of("toMillis", "<s-s?:n>", JsonataDates::toMillis));

        private interface Body {
            @Nullable
            Object call(List<?> arguments, Scope scope);
        }

        private static Impure of(String function, String signature, Body body) {
            return new Impure(function, JsonataSignature.of(function, signature), body);
        }

        private void bindTo(Frame frame, Scope scope) {
            JsonataFunction.of(function, signature, arguments -> body.call(arguments, scope))
                    .bindTo(frame);
        }
    }

    /** Those of the clock and of chance that an expression names; each evaluation binds its own. */
    static Bindings bindings(String expression) {
        return new Bindings(Impure.ALL.stream()
                .filter(function -> expression.contains(function.function))
                .toList());
    }

    /** What an evaluation binds. */
    static final class Bindings {
        private final List<Impure> functions;

        private Bindings(List<Impure> functions) {
            this.functions = functions;
        }

        void bindTo(Frame frame, Scope scope) {
            functions.forEach(function -> function.bindTo(frame, scope));
        }
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
    private static @Nullable Object shuffle(List<?> arguments, Scope scope) {
        Object array = JsonataFunction.argument(arguments, 0);
        if (array == null) {
            return null;
        }
        List<Object> shuffled = new ArrayList<>();
        for (Object element : array instanceof List<?> list ? list : List.of(array)) {
            int to = scope.random().nextInt(shuffled.size() + 1);
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
        try {
            JsonNode value = JSON.readTree(text.toString());
            if (!value.isMissingNode() && isFinite(value)) {
                return JsonataValues.view(value);
            }
        } catch (JsonProcessingException notJson) {
            // Refused below.
        }
        throw new JException("D3137: Invalid JSON", -1);
    }

    private static boolean isFinite(JsonNode value) {
        if (value.isNumber()) {
            return !Double.isInfinite(value.doubleValue());
        }
        for (JsonNode inner : value) {
            if (!isFinite(inner)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object partition(List<?> arguments) {
        Object array = JsonataFunction.argument(arguments, 0);
        if (array == null) {
            return null;
        }
        if (!(array instanceof List<?> from)) {
            throw new JException("T0412: Argument 1 of function \"partition\" must be an array of undefined", -1);
        }
        Object given = JsonataFunction.argument(arguments, 1);
        if (given == null) {
            return new ArrayList<>(List.of(from));
        }
        int size = (int) Math.min(whole(given), Integer.MAX_VALUE);
        if (size < 0) {
            throw new JException("D3137: Second argument must be zero or greater", -1);
        }
        if (size == 0 || from.isEmpty()) {
            return null;
        }
        List<Object> chunks = new ArrayList<>();
        for (int start = 0; start < from.size(); start += size) {
            chunks.add(new ArrayList<>(from.subList(start, Math.min(start + size, from.size()))));
        }
        return chunks;
    }

    /** A sequence: undefined if it is empty, and a lone number if it has one. */
    private static @Nullable Object range(List<?> arguments) {
        Object first = JsonataFunction.argument(arguments, 0);
        Object last = JsonataFunction.argument(arguments, 1);
        Object delta = JsonataFunction.argument(arguments, 2);
        if (first == null || last == null || delta == null || whole(delta) == 0) {
            return null;
        }
        long step = whole(delta);
        long end = whole(last);
        List<Object> values = Utils.createSequence();
        for (long value = whole(first); step > 0 ? value <= end : value >= end; value += step) {
            if (values.size() == JsonataBounds.MAX_ELEMENTS) {
                throw JsonataBounds.memory();
            }
            values.add(Utils.convertNumber(value));
        }
        return values;
    }

    /** Fractions are cut off, toward zero. */
    private static long whole(Object number) {
        double value = ((Number) number).doubleValue();
        return (long) Math.max(-WHOLE, Math.min(value, WHOLE));
    }

    private static @Nullable Object hash(List<?> arguments) {
        Object data = JsonataFunction.argument(arguments, 0);
        if (JsonataFunction.given(arguments) == 0) {
            throw new JException("T0410", -1, 1, "hash");
        }
        if (data == null || JsonataFunction.given(arguments) < 2) {
            return null;
        }
        String algorithm = String.valueOf(JsonataFunction.argument(arguments, 1));
        if (!HASHES.contains(algorithm)) {
            throw new JException(
                    "D3137: Hash algorithm '" + algorithm + "' must be one of " + String.join(", ", HASHES), -1);
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
        long width = (long)
                Math.floor(((Number) Objects.requireNonNull(JsonataFunction.argument(arguments, 1))).doubleValue());
        if (Math.abs(width) > JsonataBounds.MAX_LENGTH) {
            throw JsonataBounds.memory();
        }
        Object filler = JsonataFunction.argument(arguments, 2);
        return text == null
                ? null
                : Functions.pad(text.toString(), (int) width, filler == null ? null : filler.toString());
    }
}
