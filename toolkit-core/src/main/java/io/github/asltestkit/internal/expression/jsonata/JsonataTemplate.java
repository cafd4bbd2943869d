package io.github.asltestkit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value in which every text that is wholly between <code>{%</code> and <code>%}</code> is a JSONata expression.
 * What does not change from one evaluation to the next is shared.
 */
public final class JsonataTemplate {
    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    private JsonataTemplate() {}

    /**
     * Compiles a value.
     *
     * @param location the field that holds it, as AWS names it: {@code Arguments}, {@code Output}
     * @throws ExpressionSyntaxException where an expression in it is no JSONata
     */
    public static Expression compile(JsonNode template, String location) {
        Expression dynamic = dynamic(template, location, "");
        return dynamic == null ? scope -> template : dynamic;
    }

    /** Whether text is a JSONata expression: it starts and ends with the delimiters. */
    public static boolean isExpression(JsonNode value) {
        return value.isTextual()
                && value.textValue().length() >= OPEN.length() + CLOSE.length()
                && value.textValue().startsWith(OPEN)
                && value.textValue().endsWith(CLOSE);
    }

    /** Whether text has one of the delimiters of an expression and not the other, which is neither expression nor text. */
    public static boolean isHalfOpen(JsonNode value) {
        return value.isTextual()
                && value.textValue().startsWith(OPEN) != value.textValue().endsWith(CLOSE);
    }

    /** The text between the delimiters. */
    static String inner(JsonNode expression) {
        String text = expression.textValue();
        return text.substring(OPEN.length(), text.length() - CLOSE.length()).strip();
    }

    /** The expression of a value; null where nothing in it changes. */
    private static @Nullable Expression dynamic(JsonNode template, String location, String pointer) {
        if (isExpression(template)) {
            try {
                return JsonataExpression.compile(inner(template), location);
            } catch (ExpressionSyntaxException wrong) {
                throw wrong.within(pointer);
            }
        }
        if (template.isObject()) {
            return object(template, location, pointer);
        }
        return template.isArray() ? array(template, location, pointer) : null;
    }

    private static @Nullable Expression object(JsonNode template, String location, String pointer) {
        Map<String, Expression> changing = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : template.properties()) {
            String name = field.getKey();
            String below = pointer + "/" + Pointers.segment(name);
            Expression expression = dynamic(field.getValue(), location + "/" + name, below);
            if (expression != null) {
                changing.put(name, expression);
            }
        }
        if (changing.isEmpty()) {
            return null;
        }
        return scope -> {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : template.properties()) {
                Expression expression = changing.get(field.getKey());
                object.set(field.getKey(), expression == null ? field.getValue() : expression.evaluate(scope));
            }
            return object;
        };
    }

    private static @Nullable Expression array(JsonNode template, String location, String pointer) {
        List<@Nullable Expression> elements = new ArrayList<>();
        boolean changes = false;
        for (int i = 0; i < template.size(); i++) {
            Expression element = dynamic(template.get(i), location + "[" + i + "]", pointer + "/" + i);
            elements.add(element);
            changes |= element != null;
        }
        if (!changes) {
            return null;
        }
        return scope -> {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
            for (int i = 0; i < elements.size(); i++) {
                Expression element = elements.get(i);
                array.add(element == null ? template.get(i) : element.evaluate(scope));
            }
            return array;
        };
    }
}
