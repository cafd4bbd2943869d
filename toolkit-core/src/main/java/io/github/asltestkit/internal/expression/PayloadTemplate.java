package io.github.asltestkit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payload template: a JSON value in which each field whose name ends in {@code .$} holds a path or an intrinsic
 * function. What does not change from one evaluation to the next is shared.
 */
public final class PayloadTemplate {
    private static final String DYNAMIC = ".$";
    private static final String INTRINSIC = "States.";

    private PayloadTemplate() {}

    /**
     * Compiles a template.
     *
     * @param field the field that holds it, such as {@code Parameters}
     * @throws ExpressionSyntaxException where a field that ends in {@code .$} holds neither path nor function
     */
    public static Expression compile(JsonNode template, String field) {
        Expression dynamic = dynamic(template, "");
        return dynamic == null ? scope -> template : dynamic;
    }

    /** Compiles what a field like {@code CausePath} holds: a path or an intrinsic function. */
    public static Expression compilePathOrIntrinsic(String text, String field) {
        if (text.startsWith("$")) {
            JsonPath path = JsonPath.compile(text);
            return scope -> path.evaluateField(scope, field);
        }
        if (text.startsWith(INTRINSIC)) {
            return IntrinsicParser.parse(text);
        }
        throw new ExpressionSyntaxException(
                "The value for the field '" + field + "' must be a valid JSONPath or a valid intrinsic function call",
                "",
                -1);
    }

    /** The expression of a template; null where nothing in it changes. */
    private static @Nullable Expression dynamic(JsonNode template, String pointer) {
        if (template.isObject()) {
            return object(template, pointer);
        }
        return template.isArray() ? array(template, pointer) : null;
    }

    private static @Nullable Expression object(JsonNode template, String pointer) {
        List<Entry> entries = new ArrayList<>();
        boolean changes = false;
        for (Map.Entry<String, JsonNode> field : template.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            String below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (name.endsWith(DYNAMIC)) {
                if (!value.isTextual()) {
                    throw new ExpressionSyntaxException(
                            "The value for the field '" + name
                                    + "' must be a valid JSONPath or a valid intrinsic function call",
                            below,
                            -1);
                }
                try {
                    entries.add(new Entry(
                            name.substring(0, name.length() - DYNAMIC.length()),
                            value,
                            compilePathOrIntrinsic(value.textValue(), name)));
                } catch (ExpressionSyntaxException wrong) {
                    throw wrong.within(below);
                }
                changes = true;
            } else {
                Expression dynamic = dynamic(value, below);
                entries.add(new Entry(name, value, dynamic));
                changes |= dynamic != null;
            }
        }
        if (!changes) {
            return null;
        }
        List<Entry> all = List.copyOf(entries);
        return scope -> {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Entry entry : all) {
                object.set(entry.name(), entry.evaluate(scope));
            }
            return object;
        };
    }

    private static @Nullable Expression array(JsonNode template, String pointer) {
        List<Entry> entries = new ArrayList<>();
        boolean changes = false;
        for (int i = 0; i < template.size(); i++) {
            Expression dynamic = dynamic(template.get(i), pointer + "/" + i);
            entries.add(new Entry("", template.get(i), dynamic));
            changes |= dynamic != null;
        }
        if (!changes) {
            return null;
        }
        List<Entry> all = List.copyOf(entries);
        return scope -> {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(all.size());
            for (Entry entry : all) {
                array.add(entry.evaluate(scope));
            }
            return array;
        };
    }

    private record Entry(
            String name, JsonNode constant, @Nullable Expression dynamic) {
        JsonNode evaluate(Scope scope) {
            return dynamic == null ? constant : dynamic.evaluate(scope);
        }
    }
}
