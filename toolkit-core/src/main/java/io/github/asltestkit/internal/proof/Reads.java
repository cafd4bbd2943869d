package io.github.asltestkit.internal.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the expressions of a state read beside its data: the Context object, the clock, chance. Told by their text, so that a field
 * counts as read even where no execution comes to it.
 *
 * @param context the fields of the Context object, such as {@code Execution.Id}; a name alone, such as {@code Execution}, for all
 *     below it, and an empty name for the whole object
 * @param uuids whether it makes UUIDs
 * @param clock whether it reads the clock as text
 * @param numbers whether it reads chance, or the clock as a number
 */
public record Reads(Set<String> context, boolean uuids, boolean clock, boolean numbers) {
    private static final Set<String> BELOW = Set.of("Branches", "ItemProcessor", "Iterator", "Comment");
    private static final List<String> UUIDS = List.of("States.UUID", "$uuid");
    private static final List<String> CLOCK = List.of("$now");
    private static final List<String> NUMBERS = List.of("States.MathRandom", "$random", "$shuffle", "$millis");
    private static final String CONTEXT = "$$";
    private static final String MAP = "Map";

    /** Compiled when the first expression reads the Context object: those of many machines never do. */
    private static final class OfJsonPath {
        static final Pattern CONTEXT = Pattern.compile("\\$\\$(?:\\.([A-Za-z]+))?(?:\\.([A-Za-z]+))?");
    }

    /** Compiled when the first expression of JSONata names what is reserved. */
    private static final class OfJsonata {
        static final Pattern STATES =
                Pattern.compile("\\$states\\b(?:\\.(\\w+))?(?:\\.([A-Za-z]+))?(?:\\.([A-Za-z]+))?");
    }

    /** What the own fields of a state read, not those of the states within it. */
    public static Reads of(State state, JsonNode written) {
        boolean jsonata = state.fields().queryLanguage() == QueryLanguage.JSONATA;
        List<String> own = new ArrayList<>();
        List<String> ofItems = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : written.properties()) {
            // An ItemSelector sees each item, which TestState puts into the Context object itself.
            boolean selector = state.type() == StateType.MAP
                    && (field.getKey().equals("ItemSelector") || field.getKey().equals("Parameters"));
            collect(field.getKey(), field.getValue(), jsonata, selector ? ofItems : own);
        }
        Set<String> context = new TreeSet<>();
        for (String text : own) {
            addContext(text, jsonata, context);
        }
        Set<String> besideItems = new TreeSet<>();
        for (String text : ofItems) {
            addContext(text, jsonata, besideItems);
        }
        for (String field : besideItems) {
            if (!isOfItem(field)) {
                context.add(field);
            }
        }
        own.addAll(ofItems);
        return new Reads(context, calls(own, UUIDS), calls(own, CLOCK), calls(own, NUMBERS));
    }

    private static boolean isOfItem(String field) {
        return field.equals(MAP) || field.startsWith(MAP.concat("."));
    }

    private static boolean calls(List<String> texts, List<String> functions) {
        for (String text : texts) {
            for (String function : functions) {
                if (calls(text, function)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the name of a function is somewhere before an opening parenthesis, with blanks between or none. */
    private static boolean calls(String text, String function) {
        for (int at = text.indexOf(function); at >= 0; at = text.indexOf(function, at + 1)) {
            int next = at + function.length();
            while (next < text.length() && " \t\n\u000B\f\r".indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            if (next < text.length() && text.charAt(next) == '(') {
                return true;
            }
        }
        return false;
    }

    private static void collect(String key, JsonNode value, boolean jsonata, List<String> found) {
        if (BELOW.contains(key)) {
            return;
        }
        if (value.isTextual()) {
            boolean expression = jsonata
                    ? value.textValue().startsWith("{%")
                    : key.endsWith(".$") || key.endsWith("Path") || key.equals("Variable");
            if (expression) {
                found.add(value.textValue());
            }
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                collect(field.getKey(), field.getValue(), jsonata, found);
            }
        } else {
            for (JsonNode element : value) {
                collect(key, element, jsonata, found);
            }
        }
    }

    private static void addContext(String text, boolean jsonata, Set<String> context) {
        if (!jsonata && !text.contains(CONTEXT)) {
            return;
        }
        Matcher matcher = (jsonata ? OfJsonata.STATES : OfJsonPath.CONTEXT).matcher(text);
        while (matcher.find()) {
            if (!jsonata) {
                context.add(path(matcher.group(1), matcher.group(2)));
            } else if (matcher.group(1) == null) {
                context.add("");
            } else if (matcher.group(1).equals("context")) {
                context.add(path(matcher.group(2), matcher.group(3)));
            }
        }
    }

    private static String path(String part, String field) {
        return part == null ? "" : field == null ? part : part + "." + field;
    }

    /** Whether any field of the Context object is read. */
    public boolean readsContext() {
        return !context.isEmpty();
    }

    /** Whether a field of the Context object is read, by itself or together with what is around it. */
    public boolean reads(String part, String field) {
        return context.contains("") || context.contains(part) || context.contains(part + "." + field);
    }

    /** Whether the item that a state within a Map works on is read. */
    public boolean readsItem() {
        return context.stream().anyMatch(Reads::isOfItem);
    }

    /** Whether the whole Context object is read. */
    public boolean readsAll() {
        return context.contains("");
    }
}
