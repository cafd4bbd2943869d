package io.github.asltestkit.internal.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON value in which each text wholly within <code>{% %}</code> is a JSONata expression. */
public final class JsonataTemplate {
    private static final com.fasterxml.jackson.databind.ObjectMapper MAPPER =
            new com.fasterxml.jackson.databind.ObjectMapper();

    private JsonataTemplate() {}

    public static Expression compile(JsonNode template, String location) {
        if (template.isTextual()) {
            String text = template.textValue();
            if (text.startsWith("{%") && text.endsWith("%}")) {
                String inner = text.substring(2, text.length() - 2).strip();
                Jsonata compiled = Jsonata.jsonata(inner);
                compiled.setOutputConvertNulls(false);
                return scope -> evaluate(compiled, inner, scope, location);
            }
            return scope -> template;
        }
        if (template.isObject()) {
            Map<String, Expression> fields = new LinkedHashMap<>();
            template.properties()
                    .forEach(f -> fields.put(f.getKey(), compile(f.getValue(), location + "/" + f.getKey())));
            return scope -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                fields.forEach((name, value) -> object.set(name, value.evaluate(scope)));
                return object;
            };
        }
        if (template.isArray()) {
            Expression[] elements = new Expression[template.size()];
            for (int i = 0; i < elements.length; i++) elements[i] = compile(template.get(i), location + "[" + i + "]");
            return scope -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (Expression element : elements) array.add(element.evaluate(scope));
                return array;
            };
        }
        return scope -> template;
    }

    private static JsonNode evaluate(Jsonata compiled, String text, Scope scope, String location) {
        Jsonata.Frame frame = compiled.createFrame();
        Map<String, Object> states = new LinkedHashMap<>();
        states.put("input", value(scope.input()));
        states.put("context", value(scope.context()));
        if (scope.result() != null) states.put("result", value(scope.result()));
        if (scope.errorOutput() != null) states.put("errorOutput", value(scope.errorOutput()));
        frame.bind("states", states);
        scope.variables().forEach((name, v) -> frame.bind(name, value(v)));
        Object result;
        try {
            result = compiled.evaluate(null, frame);
        } catch (JException failed) {
            throw EvaluationException.query(
                    "The JSONata expression '" + text + "' specified for the field '" + location
                            + "' threw an error during evaluation. " + failed.getMessage(),
                    location);
        }
        if (result == null) {
            throw EvaluationException.query(
                    "The JSONata expression '" + text + "' specified for the field '" + location
                            + "' returned nothing (undefined).",
                    location);
        }
        return MAPPER.valueToTree(result);
    }

    private static Object value(JsonNode n) {
        return MAPPER.convertValue(n, Object.class);
    }
}
