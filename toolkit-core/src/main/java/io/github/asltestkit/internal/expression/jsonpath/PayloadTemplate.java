package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.Scope;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A payload template: Parameters, ResultSelector, ItemSelector, Assign and the like. A field whose name ends in
 * {@code .$}, at any depth, holds a path or an intrinsic function; everything else is taken as it is and shared.
 *
 * <p>The fields of an object come out as AWS writes them: first those without {@code .$} in the order in which they are
 * written, then the others in the order of a Java HashMap of their names. Texts and digests of the object show it.
 */
public final class PayloadTemplate {
    private static final String DYNAMIC = ".$";

    private PayloadTemplate() {}

    /**
     * @param fieldName the field that holds the template; failures name the field within it
     * @throws ExpressionSyntaxException for the first field that is refused, with its pointer in the template
     */
    public static Expression compile(JsonNode template, String fieldName) {
        return compileNode(template);
    }

    /**
     * A field that holds a path or an intrinsic function itself: ErrorPath and CausePath.
     *
     * @param fieldName the name that failures mention
     * @throws ExpressionSyntaxException if it is neither
     */
    public static Expression compilePathOrIntrinsic(String text, String fieldName) {
        if (text.startsWith("$")) {
            JsonPath path;
            try {
                path = JsonPath.compile(text);
            } catch (ExpressionSyntaxException e) {
                throw refused(fieldName, "", e.offset());
            }
            return scope -> path.evaluateField(scope, fieldName);
        }
        try {
            return IntrinsicExpression.compile(text);
        } catch (ExpressionSyntaxException e) {
            throw refused(fieldName, "", e.offset());
        }
    }

    private static ExpressionSyntaxException refused(String fieldName, String pointer, int offset) {
        return new ExpressionSyntaxException(
                "The value for the field '" + fieldName
                        + "' must be a valid JSONPath or a valid intrinsic function call",
                pointer,
                offset);
    }

    private record Constant(JsonNode value) implements Expression {
        @Override
        public JsonNode evaluate(Scope scope) {
            return value;
        }
    }

    private record ObjectTemplate(Map<String, Expression> fields) implements Expression {
        @Override
        public JsonNode evaluate(Scope scope) {
            ObjectNode object = JsonText.objectOf(fields.size());
            fields.forEach((name, expression) -> object.set(name, expression.evaluate(scope)));
            return object;
        }
    }

    private record ArrayTemplate(List<Expression> elements) implements Expression {
        @Override
        public JsonNode evaluate(Scope scope) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
            elements.forEach(element -> array.add(element.evaluate(scope)));
            return array;
        }
    }

    private static Expression compileNode(JsonNode node) {
        if (node.isObject()) {
            return compileObject(node);
        }
        if (node.isArray()) {
            List<Expression> elements = new ArrayList<>(node.size());
            boolean constant = true;
            for (int i = 0; i < node.size(); i++) {
                Expression element = within("/" + i, node.get(i));
                constant &= element instanceof Constant;
                elements.add(element);
            }
            return constant ? new Constant(node) : new ArrayTemplate(List.copyOf(elements));
        }
        return new Constant(node);
    }

    private static Expression compileObject(JsonNode object) {
        Map<String, Expression> fields = new LinkedHashMap<>();
        Map<String, Expression> dynamic = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String key = field.getKey();
            String pointer = "/" + Pointers.segment(key);
            String name = key;
            if (key.endsWith(DYNAMIC)) {
                name = key.substring(0, key.length() - DYNAMIC.length());
                dynamic.put(name, compileDynamic(key, field.getValue(), pointer));
            } else {
                fields.put(name, within(pointer, field.getValue()));
            }
            if (fields.containsKey(name) && dynamic.containsKey(name)) {
                throw new ExpressionSyntaxException(
                        "The field '" + name + "' occurs both with and without '.$'", pointer, -1);
            }
        }
        if (dynamic.isEmpty() && fields.values().stream().allMatch(Constant.class::isInstance)) {
            return new Constant(object);
        }
        fields.putAll(dynamic);
        return new ObjectTemplate(fields);
    }

    private static Expression compileDynamic(String key, JsonNode value, String pointer) {
        if (!value.isTextual()) {
            throw new ExpressionSyntaxException(
                    "The value for the field '" + key + "' must be a STRING that contains a JSONPath but was an "
                            + value.getNodeType(),
                    pointer,
                    -1);
        }
        try {
            return compilePathOrIntrinsic(value.textValue(), key);
        } catch (ExpressionSyntaxException e) {
            throw e.within(pointer);
        }
    }

    private static Expression within(String pointer, JsonNode node) {
        try {
            return compileNode(node);
        } catch (ExpressionSyntaxException e) {
            throw e.within(pointer);
        }
    }
}
