package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** The intrinsic functions on strings. */
final class StringFunctions {
    static final String FORMAT = "States.Format";

    private StringFunctions() {}

    static List<IntrinsicFunction> all() {
        return List.of(
                new IntrinsicFunction(
                        "States.StringSplit",
                        2,
                        2,
                        (arguments, random) -> split(string(arguments.get(0)), string(arguments.get(1)))),
                new IntrinsicFunction(
                        FORMAT,
                        1,
                        Integer.MAX_VALUE,
                        (arguments, random) ->
                                format(string(arguments.get(0)), arguments.subList(1, arguments.size()))));
    }

    /** Every character of the delimiters divides, and what is empty is left out. */
    private static JsonNode split(String text, String delimiters) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || delimiters.indexOf(text.charAt(i)) >= 0) {
                if (i > start) {
                    parts.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }

    /** The template comes with its escapes: an escaped brace is no placeholder. */
    private static JsonNode format(String template, List<JsonNode> values) {
        StringBuilder text = new StringBuilder();
        int used = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\' && i + 1 < template.length() && "'{}\\".indexOf(template.charAt(i + 1)) >= 0) {
                text.append(template.charAt(++i));
            } else if (c == '{') {
                if (i + 1 == template.length() || template.charAt(i + 1) != '}') {
                    throw InvalidArgumentsException.template("matching '}' not found for '{'.");
                }
                if (used < values.size()) {
                    text.append(textOf(values.get(used)));
                }
                used++;
                i++;
            } else if (c == '}') {
                throw InvalidArgumentsException.template("matching '{' not found for '}'.");
            } else {
                text.append(c);
            }
        }
        if (used != values.size()) {
            throw InvalidArgumentsException.because("number of arguments do not match the occurrences of {}.");
        }
        return TextNode.valueOf(text.toString());
    }

    private static String textOf(JsonNode value) {
        return value.isTextual() ? value.textValue() : new JavaValue(value).toString();
    }
}
