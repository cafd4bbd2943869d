package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The places that the expressions of a definition read, and of which type each is to be. Whether a place is one of the input or of
 * an answer is left open: data that is made up has them all.
 */
final class Reads {
    /** What an expression wants at a place. */
    enum Wants {
        ANYTHING,
        TEXT,
        NUMBER,
        SECONDS,
        TIMESTAMP,
        TRUTH,
        ARRAY,
        JSON_TEXT,
        TEMPLATE_OF_ONE,
        TEMPLATE_OF_TWO,
        BASE64,
        OBJECT
    }

    private static final String STEP =
            "(?:\\.\\.?[A-Za-z_][\\w-]*|\\.`[^`]+`|\\['[^']*']|\\[\"[^\"]*\"]|\\[\\*]|\\[-?\\d*]|\\[\\?\\([^)]*\\)]|\\[[^\\[\\]]*])";
    private static final Pattern PATH = Pattern.compile("\\$(\\$?)([A-Za-z_]\\w*)?(" + STEP + "*)");
    private static final Pattern NAME =
            Pattern.compile("\\.\\.?([A-Za-z_][\\w-]*)|\\.`([^`]+)`|\\['([^']*)']|\\[\"([^\"]*)\"]|(\\[[^\\]]*])");
    private static final Pattern FUNCTION = Pattern.compile("States\\.(\\w+)\\(\\s*(\\$[^,()]*)(?:,\\s*(\\$[^,()]*))?");
    private static final Pattern FORMAT =
            Pattern.compile("States\\.Format\\(\\s*(\\$[^,()]*),([^,()]*(?:,[^,()]*)?)\\)");
    private static final Pattern JSONATA_FUNCTION = Pattern.compile("\\$(\\w+)\\(\\s*(\\$[\\w.\\[\\]`']+)");
    private static final Pattern ARITHMETIC = Pattern.compile(
            "(\\$[\\w.\\[\\]]+)\\s*[-+*/%]\\s*[\\d$(]|[\\d)]\\s*[-+*/%]\\s*(\\$[\\w.\\[\\]]+)|(\\$[\\w.\\[\\]]+)\\s*[<>]=?\\s*\\d");

    private final Map<Place, Wants> wants = new LinkedHashMap<>();
    private boolean wantsArray;

    /** What a definition reads. */
    static Reads of(Definition definition) {
        Reads reads = new Reads();
        reads.walk("", definition.json());
        reads.wantsArray |= definition
                .states()
                .allStates()
                .anyMatch(state -> state instanceof State.MapState map
                        && map.itemsPath() == null
                        && map.items() == null
                        && map.itemReader() == null);
        return reads;
    }

    Map<Place, Wants> all() {
        return wants;
    }

    /** Whether something is read that is an array as a whole, and no object. */
    boolean wantsArray() {
        return wantsArray || wants.keySet().stream().anyMatch(Place::isOfArray);
    }

    void addAll(Reads other) {
        wantsArray |= other.wantsArray;
        other.wants.forEach(this::add);
    }

    void add(Place place, Wants wanted) {
        if (place.size() > 0) {
            wants.merge(place, wanted, (known, more) -> known == Wants.ANYTHING ? more : known);
        }
    }

    private void walk(String field, JsonNode node) {
        if (node.isContainerNode()) {
            compared(node);
            node.properties().forEach(member -> walk(member.getKey(), member.getValue()));
            if (node.isArray()) {
                node.forEach(element -> walk(field, element));
            }
            return;
        }
        if (!node.isTextual() || node.textValue().indexOf('$') < 0) {
            return;
        }
        String text = node.textValue();
        if (text.startsWith("{%")) {
            jsonata(field, text);
        } else if (field.endsWith("Path") || field.endsWith(".$") || field.equals("Variable")) {
            jsonPath(field, text);
        }
    }

    /** A Choice rule says of which type it wants its variable. */
    private void compared(JsonNode rule) {
        if (rule.path("Variable").isTextual()) {
            rule.fieldNames().forEachRemaining(operator -> {
                Wants wanted = operator.startsWith("Numeric")
                        ? Wants.NUMBER
                        : operator.startsWith("Boolean")
                                ? Wants.TRUTH
                                : operator.startsWith("Timestamp") ? Wants.TIMESTAMP : Wants.ANYTHING;
                add(place(rule.path("Variable").asText()), wanted);
            });
        }
    }

    private void jsonPath(String field, String text) {
        if (field.equals("ResultPath")) {
            // What a result is put into has to be an object.
            Place place = place(text);
            add(new Place(place.steps().subList(0, Math.max(0, place.size() - 1))), Wants.OBJECT);
            return;
        }
        Matcher format = FORMAT.matcher(text);
        while (format.find()) {
            boolean one = format.group(2).indexOf(',') < 0;
            paths(format.group(1), one ? Wants.TEMPLATE_OF_ONE : Wants.TEMPLATE_OF_TWO);
        }
        functions(FUNCTION, text);
        paths(text, wanted(field));
    }

    private void jsonata(String field, String text) {
        functions(JSONATA_FUNCTION, text);
        Matcher arithmetic = ARITHMETIC.matcher(text);
        while (arithmetic.find()) {
            for (int group = 1; group <= 3; group++) {
                if (arithmetic.group(group) != null) {
                    paths(arithmetic.group(group), Wants.NUMBER);
                }
            }
        }
        paths(text, wanted(field));
    }

    private void functions(Pattern form, String text) {
        Matcher function = form.matcher(text);
        while (function.find()) {
            Wants wanted = ofFunction(function.group(1));
            for (int group = 2; group <= function.groupCount(); group++) {
                if (function.group(group) != null) {
                    paths(function.group(group), wanted);
                }
            }
        }
    }

    private static Wants ofFunction(String name) {
        return switch (name) {
            case "ArrayLength", "ArrayPartition", "ArrayContains", "ArrayGetItem", "ArrayUnique" -> Wants.ARRAY;
            case "count", "map", "filter", "sum", "append", "sort", "reverse", "distinct", "reduce", "join" ->
                Wants.ARRAY;
            case "MathAdd", "MathRandom", "ArrayRange", "number", "round", "floor", "ceil", "abs", "power" ->
                Wants.NUMBER;
            case "StringToJson", "parse", "eval" -> Wants.JSON_TEXT;
            case "Base64Decode", "base64decode" -> Wants.BASE64;
            case "JsonMerge", "merge", "keys", "each", "lookup", "spread" -> Wants.OBJECT;
            case "StringSplit", "Hash", "Base64Encode", "split", "substring", "substringBefore", "substringAfter" ->
                Wants.TEXT;
            case "uppercase", "lowercase", "trim", "contains", "match", "replace", "length", "base64encode" ->
                Wants.TEXT;
            case "toMillis" -> Wants.TIMESTAMP;
            default -> Wants.ANYTHING;
        };
    }

    private static Wants wanted(String field) {
        return switch (field) {
            case "ItemsPath", "Items" -> Wants.ARRAY;
            case "SecondsPath", "Seconds", "TimeoutSecondsPath", "HeartbeatSecondsPath", "TimeoutSeconds" ->
                Wants.SECONDS;
            case "MaxConcurrencyPath", "ToleratedFailureCountPath", "MaxItemsPath", "MaxItemsPerBatchPath" ->
                Wants.SECONDS;
            case "ToleratedFailurePercentagePath" -> Wants.SECONDS;
            case "TimestampPath", "Timestamp" -> Wants.TIMESTAMP;
            case "ErrorPath", "CausePath" -> Wants.TEXT;
            default -> Wants.ANYTHING;
        };
    }

    private void paths(String text, Wants wanted) {
        Matcher path = PATH.matcher(text);
        while (path.find()) {
            add(place(path.group(1).isEmpty() ? "" : "$", path.group(2), path.group(3)), wanted);
        }
    }

    /** The place that a path reads; one without steps if it reads what is not data of the execution's, or all of it. */
    static Place place(String text) {
        Matcher path = PATH.matcher(text.strip());
        return path.lookingAt() ? place(path.group(1), path.group(2), path.group(3)) : new Place(List.of());
    }

    private static Place place(String context, @Nullable String variable, String steps) {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(steps);
        while (name.find()) {
            String plain = firstNonNull(name);
            names.add(plain.startsWith("[") ? Place.EACH : plain);
        }
        if (!context.isEmpty()) {
            return ofContext(names);
        }
        if ("states".equals(variable) && !names.isEmpty()) {
            String of = names.get(0);
            List<String> rest = names.subList(1, names.size());
            return of.equals("context") ? ofContext(rest) : new Place(of.equals("errorOutput") ? List.of() : rest);
        }
        return new Place(names);
    }

    private static String firstNonNull(Matcher name) {
        for (int group = 1; group <= name.groupCount(); group++) {
            if (name.group(group) != null) {
                return name.group(group);
            }
        }
        return "";
    }

    /** Of the Context object only what data is: the input, and the item of a Map. */
    private static Place ofContext(List<String> names) {
        if (names.size() > 2 && names.get(0).equals("Execution") && names.get(1).equals("Input")) {
            return new Place(names.subList(2, names.size()));
        }
        if (names.size() > 3 && names.get(0).equals("Map") && names.get(2).equals("Value")) {
            return new Place(names.subList(3, names.size()));
        }
        return new Place(List.of());
    }
}
