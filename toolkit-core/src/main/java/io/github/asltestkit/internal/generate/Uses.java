package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.generate.Values.Use;
import io.github.asltestkit.internal.shape.Shape;
import io.github.asltestkit.internal.shape.Shapes;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a value is used as, by the field or the function that reads it. */
final class Uses {
    private static final Set<String> NUMBERS = Set.of(
            "Seconds",
            "SecondsPath",
            "TimeoutSeconds",
            "TimeoutSecondsPath",
            "HeartbeatSeconds",
            "HeartbeatSecondsPath",
            "MaxConcurrency",
            "MaxConcurrencyPath",
            "ToleratedFailureCount",
            "ToleratedFailureCountPath",
            "ToleratedFailurePercentage",
            "ToleratedFailurePercentagePath",
            "MaxItemsPath",
            "MaxItemsPerBatchPath",
            "MaxInputBytesPerBatchPath");

    /** By the name of the function, and of the number of the argument where not all are alike. */
    private static final Map<String, Use> FUNCTIONS = Map.ofEntries(
            Map.entry("States.StringToJson", Use.JSON_TEXT),
            Map.entry("States.ArrayPartition 0", Use.ARRAY),
            Map.entry("States.ArrayPartition 1", Use.NUMBER),
            Map.entry("States.ArrayContains 0", Use.ARRAY),
            Map.entry("States.ArrayGetItem 0", Use.ARRAY),
            Map.entry("States.ArrayGetItem 1", Use.NUMBER),
            Map.entry("States.ArrayLength", Use.ARRAY),
            Map.entry("States.ArrayUnique", Use.ARRAY),
            Map.entry("States.ArrayRange", Use.NUMBER),
            Map.entry("States.Base64Encode", Use.TEXT),
            Map.entry("States.Base64Decode", Use.BASE64),
            Map.entry("States.Hash", Use.TEXT),
            Map.entry("States.Format 0", Use.FORMAT),
            Map.entry("$number", Use.NUMBER),
            Map.entry("States.JsonMerge", Use.OBJECT),
            Map.entry("States.MathRandom", Use.NUMBER),
            Map.entry("States.MathAdd", Use.NUMBER),
            Map.entry("States.StringSplit", Use.TEXT),
            Map.entry("$count", Use.ARRAY),
            Map.entry("$map 0", Use.ARRAY),
            Map.entry("$filter 0", Use.ARRAY),
            Map.entry("$reduce 0", Use.ARRAY),
            Map.entry("$append", Use.ARRAY),
            Map.entry("$reverse", Use.ARRAY),
            Map.entry("$sort 0", Use.ARRAY),
            Map.entry("$distinct", Use.ARRAY),
            Map.entry("$partition 0", Use.ARRAY),
            Map.entry("$partition 1", Use.NUMBER),
            Map.entry("$join 0", Use.ARRAY),
            Map.entry("$sum", Use.NUMBERS),
            Map.entry("$max", Use.NUMBERS),
            Map.entry("$min", Use.NUMBERS),
            Map.entry("$average", Use.NUMBERS),
            Map.entry("$split 0", Use.TEXT),
            Map.entry("$substring 0", Use.TEXT),
            Map.entry("$substringBefore 0", Use.TEXT),
            Map.entry("$substringAfter 0", Use.TEXT),
            Map.entry("$uppercase", Use.TEXT),
            Map.entry("$lowercase", Use.TEXT),
            Map.entry("$trim", Use.TEXT),
            Map.entry("$length", Use.TEXT),
            Map.entry("$contains 0", Use.TEXT),
            Map.entry("$match 0", Use.TEXT),
            Map.entry("$replace 0", Use.TEXT),
            Map.entry("$pad 0", Use.TEXT),
            Map.entry("$base64encode", Use.TEXT),
            Map.entry("$base64decode", Use.BASE64),
            Map.entry("$encodeUrlComponent", Use.TEXT),
            Map.entry("$floor", Use.NUMBER),
            Map.entry("$ceil", Use.NUMBER),
            Map.entry("$round", Use.NUMBER),
            Map.entry("$abs", Use.NUMBER),
            Map.entry("$power", Use.NUMBER),
            Map.entry("$sqrt", Use.NUMBER),
            Map.entry("$fromMillis 0", Use.NUMBER),
            Map.entry("$toMillis 0", Use.TIMESTAMP_TEXT),
            Map.entry("$parse", Use.JSON_TEXT),
            Map.entry("$eval 0", Use.JSON_TEXT),
            Map.entry("$keys", Use.OBJECT),
            Map.entry("$merge", Use.ARRAY),
            Map.entry("$lookup 0", Use.OBJECT));

    private Uses() {}

    /**
     * What a value is used as.
     *
     * @param pointer the JSON pointer of what reads it
     * @param read what is written there
     * @param shape what is known of the value
     */
    static Use of(Slot slot, String pointer, JsonNode read, Shape shape) {
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (field.equals("ItemsPath") || field.equals("Items")) {
            return Use.ARRAY;
        }
        if (NUMBERS.contains(field)) {
            return Use.NUMBER;
        }
        if (field.equals("TimestampPath") || field.equals("Timestamp")) {
            return Use.TIMESTAMP_TEXT;
        }
        Use known = ofShape(shape);
        if (known != null) {
            return known;
        }
        return read.isTextual() ? ofText(slot, read.textValue()) : Use.ANY;
    }

    static @Nullable Use ofShape(Shape shape) {
        for (Shape alternative : Shapes.alternatives(shape)) {
            if (alternative instanceof Shape.Scalar scalar) {
                switch (scalar.kind()) {
                    case TEXT -> {
                        return Use.TEXT;
                    }
                    case NUMBER -> {
                        return Use.NUMBER;
                    }
                    case BOOLEAN -> {
                        return Use.BOOLEAN;
                    }
                    case NULL -> {
                        // Whatever else it may be is more use.
                    }
                }
            } else if (alternative instanceof Shape.ArrayOf) {
                return Use.ARRAY;
            } else if (alternative instanceof Shape.ObjectOf) {
                return Use.OBJECT;
            }
        }
        return null;
    }

    /** By the function around the place at which an expression names a value. */
    static Use ofText(Slot slot, String text) {
        if (slot.steps().isEmpty() || !(slot.steps().get(slot.steps().size() - 1) instanceof String)) {
            return Use.ANY;
        }
        String name = slot.name();
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (!isWord(text, at, name.length())) {
                continue;
            }
            Use use = around(text, at, at + name.length());
            if (use != Use.ANY) {
                return use;
            }
        }
        return Use.ANY;
    }

    private static boolean isWord(String text, int at, int length) {
        boolean before = at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '_');
        int end = at + length;
        boolean after = end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_' || text.charAt(end) == '.');
        return !before && !after;
    }

    private static Use around(String text, int from, int to) {
        int next = to;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == ')')) {
            next++;
        }
        char operator = next < text.length() ? text.charAt(next) : ' ';
        if (text.startsWith("{%") && "+-*/<>".indexOf(operator) >= 0) {
            return Use.NUMBER;
        }
        if (operator == '&') {
            return Use.TEXT;
        }
        int commas = 0;
        int depth = 0;
        for (int i = from - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == ')' || c == ']' || c == '}') {
                depth++;
            } else if (c == '[' || c == '{') {
                depth--;
            } else if (c == ',' && depth == 0) {
                commas++;
            } else if (c == '(' && depth-- == 0) {
                int start = i;
                while (start > 0 && isOfName(text.charAt(start - 1))) {
                    start--;
                }
                String function = text.substring(start, i);
                Use use = FUNCTIONS.get(function + " " + commas);
                use = use == null ? FUNCTIONS.get(function) : use;
                return use == null ? Use.ANY : use;
            }
        }
        return Use.ANY;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '$' || c == '_';
    }
}
