package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The eighteen intrinsic functions. */
enum IntrinsicFunction {
    FORMAT("States.Format", 1, Integer.MAX_VALUE) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            return text(format(string(args, 0), args.subList(1, args.size())));
        }
    },
    STRING_TO_JSON("States.StringToJson", 1, 1) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            String text = string(args, 0);
            if (text.isBlank()) {
                return NullNode.instance;
            }
            JsonNode value = JsonText.tryParse(text);
            if (value == null) {
                throw failure("cannot parse text that is not JSON: " + text);
            }
            return value;
        }
    },
    JSON_TO_STRING("States.JsonToString", 1, 1) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            return text(args.get(0).toString());
        }
    },
    ARRAY("States.Array", 0, Integer.MAX_VALUE) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            return array(args);
        }
    },
    ARRAY_PARTITION("States.ArrayPartition", 2, 2) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            ArrayNode from = arrayAt(args, 0);
            int size = positive(args, 1);
            ArrayNode parts = JsonNodeFactory.instance.arrayNode();
            for (int start = 0; start < from.size(); start += size) {
                ArrayNode part = parts.addArray();
                for (int i = start; i < Math.min(start + size, from.size()); i++) {
                    part.add(from.get(i));
                }
            }
            return parts;
        }
    },
    ARRAY_CONTAINS("States.ArrayContains", 2, 2) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            for (JsonNode element : arrayAt(args, 0)) {
                if (JsonComparison.equal(element, args.get(1))) {
                    return BooleanNode.TRUE;
                }
            }
            return BooleanNode.FALSE;
        }
    },
    ARRAY_RANGE("States.ArrayRange", 3, 3) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            long start = rounded(args, 0);
            long end = rounded(args, 1);
            long step = rounded(args, 2);
            if (step == 0) {
                throw failure("takes an increment other than 0");
            }
            ArrayNode range = JsonNodeFactory.instance.arrayNode();
            for (long value = start; step > 0 ? value <= end : value >= end; value += step) {
                if (range.size() == MAX_RANGE) {
                    throw failure("makes at most " + MAX_RANGE + " elements");
                }
                range.add(number(value));
            }
            return range;
        }
    },
    ARRAY_GET_ITEM("States.ArrayGetItem", 2, 2) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            ArrayNode from = arrayAt(args, 0);
            long index = rounded(args, 1);
            if (index < 0 || index >= from.size()) {
                throw failure("has no element " + index + " in an array of " + from.size());
            }
            return from.get((int) index);
        }
    },
    ARRAY_LENGTH("States.ArrayLength", 1, 1) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            return number(arrayAt(args, 0).size());
        }
    },
    ARRAY_UNIQUE("States.ArrayUnique", 1, 1) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            Set<JsonNode> unique = new LinkedHashSet<>();
            arrayAt(args, 0).forEach(unique::add);
            return array(new ArrayList<>(unique));
        }
    },
    BASE64_ENCODE("States.Base64Encode", 1, 1) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            byte[] bytes = bounded(args).getBytes(StandardCharsets.UTF_8);
            return text(Base64.getEncoder().encodeToString(bytes));
        }
    },
    BASE64_DECODE("States.Base64Decode", 1, 1) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            try {
                return text(new String(Base64.getDecoder().decode(bounded(args)), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notBase64) {
                throw failure("takes Base64 text");
            }
        }
    },
    HASH("States.Hash", 2, 2) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            String algorithm = string(args, 1);
            if (!HASHES.contains(algorithm)) {
                throw failure("takes one of " + String.join(", ", HASHES) + ", but was given " + algorithm);
            }
            JsonNode data = args.get(0);
            String text = data.isTextual() ? data.textValue() : data.toString();
            if (text.length() > MAX_TEXT) {
                throw failure("takes at most " + MAX_TEXT + " characters");
            }
            try {
                byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
                return text(HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform has " + algorithm, impossible);
            }
        }
    },
    JSON_MERGE("States.JsonMerge", 3, 3) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            if (!(args.get(0) instanceof ObjectNode first) || !(args.get(1) instanceof ObjectNode second)) {
                throw failure("takes two objects");
            }
            if (!args.get(2).isBoolean() || args.get(2).booleanValue()) {
                throw failure("merges shallowly only: its third argument is false");
            }
            ObjectNode merged = JsonNodeFactory.instance.objectNode();
            merged.setAll(first);
            merged.setAll(second);
            return merged;
        }
    },
    MATH_RANDOM("States.MathRandom", 2, 3) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            long start = rounded(args, 0);
            long end = rounded(args, 1);
            if (start >= end) {
                throw failure("takes a start below its end");
            }
            RandomGenerator random = args.size() == 3 ? new Random(rounded(args, 2)) : scope.random();
            return number(start + (long) (random.nextDouble() * (double) (end - start)));
        }
    },
    MATH_ADD("States.MathAdd", 2, 2) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            long first = rounded(args, 0);
            long second = rounded(args, 1);
            return number(first + second);
        }
    },
    STRING_SPLIT("States.StringSplit", 2, 2) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            String from = string(args, 0);
            String splitters = string(args, 1);
            ArrayNode parts = JsonNodeFactory.instance.arrayNode();
            int start = 0;
            for (int i = 0; i <= from.length(); i++) {
                if (i == from.length() || splitters.indexOf(from.charAt(i)) >= 0) {
                    // Between two splitters there is nothing, and nothing is left out (recorded).
                    if (i > start) {
                        parts.add(from.substring(start, i));
                    }
                    start = i + 1;
                }
            }
            return parts;
        }
    },
    UUID_V4("States.UUID", 0, 0) {
        @Override
        JsonNode apply(List<JsonNode> args, Scope scope) {
            long high = (scope.random().nextLong() & ~0xf000L) | 0x4000L;
            long low = (scope.random().nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return text(new UUID(high, low).toString());
        }
    };

    private static final int MAX_RANGE = 1_000;
    private static final int MAX_TEXT = 10_000;
    private static final Set<String> HASHES =
            new LinkedHashSet<>(List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"));

    private final String name;
    private final int minArguments;
    private final int maxArguments;

    IntrinsicFunction(String name, int minArguments, int maxArguments) {
        this.name = name;
        this.minArguments = minArguments;
        this.maxArguments = maxArguments;
    }

    static @Nullable IntrinsicFunction byName(String name) {
        for (IntrinsicFunction function : values()) {
            if (function.name.equals(name)) {
                return function;
            }
        }
        return null;
    }

    boolean takes(int arguments) {
        return arguments >= minArguments && arguments <= maxArguments;
    }

    abstract JsonNode apply(List<JsonNode> args, Scope scope);

    final EvaluationException failure(String what) {
        return new EvaluationException("States.IntrinsicFailure", name + " " + what, null);
    }

    final String string(List<JsonNode> args, int index) {
        if (!args.get(index).isTextual()) {
            throw failure("takes text as argument " + (index + 1) + ", but was given " + args.get(index));
        }
        return args.get(index).textValue();
    }

    final String bounded(List<JsonNode> args) {
        String text = string(args, 0);
        if (text.length() > MAX_TEXT) {
            throw failure("takes at most " + MAX_TEXT + " characters");
        }
        return text;
    }

    final ArrayNode arrayAt(List<JsonNode> args, int index) {
        if (args.get(index) instanceof ArrayNode array) {
            return array;
        }
        throw failure("takes an array as argument " + (index + 1) + ", but was given " + args.get(index));
    }

    /** A number, rounded to the nearest whole one, halves up (recorded). */
    final long rounded(List<JsonNode> args, int index) {
        JsonNode value = args.get(index);
        if (!value.isNumber()) {
            throw failure("takes a number as argument " + (index + 1) + ", but was given " + value);
        }
        return value.isIntegralNumber() ? value.longValue() : Math.round(value.doubleValue());
    }

    final int positive(List<JsonNode> args, int index) {
        long value = rounded(args, index);
        if (value <= 0) {
            throw failure("takes a positive number as argument " + (index + 1) + ", but was given " + value);
        }
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    /** Puts the arguments where the braces are; a backslash keeps a brace. */
    final String format(String template, List<JsonNode> arguments) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\' && i + 1 < template.length() && "{}".indexOf(template.charAt(i + 1)) >= 0) {
                out.append(template.charAt(++i));
            } else if (c == '{' && i + 1 < template.length() && template.charAt(i + 1) == '}') {
                if (next == arguments.size()) {
                    throw failure("has more {} than arguments");
                }
                out.append(plain(arguments.get(next++)));
                i++;
            } else {
                out.append(c);
            }
        }
        if (next < arguments.size()) {
            throw failure("has fewer {} than arguments");
        }
        return out.toString();
    }

    /** A value inside formatted text: objects and arrays as Java's own maps and lists are written (recorded). */
    private static String plain(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(field -> field.getKey() + "=" + plain(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            List<String> elements = new ArrayList<>();
            value.forEach(element -> elements.add(plain(element)));
            return elements.stream().collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    private static JsonNode number(long value) {
        return value == (int) value
                ? JsonNodeFactory.instance.numberNode((int) value)
                : JsonNodeFactory.instance.numberNode(value);
    }

    private static JsonNode array(List<JsonNode> elements) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
        elements.forEach(array::add);
        return array;
    }
}
