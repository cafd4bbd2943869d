package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.parse.PlacedJson.Place;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a Terraform expression such as the argument of {@code jsonencode}. What only Terraform knows becomes a
 * placeholder: {@code aws_sqs_queue.orders.url} is read as {@code "${aws_sqs_queue.orders.url}"}.
 */
final class HclReader {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?");

    private static final Pattern UNICODE = Pattern.compile("u[0-9a-fA-F]{4}");

    private final HclScanner scanner;
    private final LineIndex lines;
    private final Map<String, Place> places = new HashMap<>();
    private int position;

    HclReader(HclScanner scanner, LineIndex lines, int position) {
        this.scanner = scanner;
        this.lines = lines;
        this.position = position;
    }

    PlacedJson read(String name) {
        return new PlacedJson(name, value("", 0), lines, "", places);
    }

    private JsonNode value(String pointer, int depth) {
        position = scanner.skipBlanks(position);
        places.putIfAbsent(pointer, lines.place(position));
        char c = scanner.at(position);
        if (depth < JsonReader.MAX_DEPTH && c == '{') {
            return object(pointer, depth);
        }
        if (depth < JsonReader.MAX_DEPTH && c == '[' && !isForExpression()) {
            return array(pointer, depth);
        }
        int start = position;
        int end = expressionEnd(start);
        position = end;
        String raw = scanner.text().substring(start, end).trim();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (c == '"' && scanner.stringEnd(start) - start == raw.length()) {
            return nodes.textNode(unescape(raw.substring(1, Math.max(1, raw.length() - 1))));
        }
        if (NUMBER.matcher(raw).matches()) {
            BigDecimal number = new BigDecimal(raw);
            return number.scale() <= 0 && number.precision() < 10
                    ? nodes.numberNode(number.intValue())
                    : nodes.numberNode(number);
        }
        return switch (raw) {
            case "true" -> nodes.booleanNode(true);
            case "false" -> nodes.booleanNode(false);
            case "null" -> nodes.nullNode();
            default -> nodes.textNode("${" + raw + "}");
        };
    }

    private boolean isForExpression() {
        return scanner.text().startsWith("for ", scanner.skipBlanks(position + 1));
    }

    private ObjectNode object(String pointer, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        position++;
        while (true) {
            position = scanner.skipBlanks(position);
            char c = scanner.at(position);
            if (c == '}' || c == '\0') {
                position++;
                return object;
            }
            if (c == ',') {
                position++;
                continue;
            }
            int keyStart = position;
            String key = key();
            String below = pointer + "/" + Pointers.segment(key);
            places.putIfAbsent(PlacedJson.name(below), lines.place(keyStart));
            position = scanner.skipBlanks(position);
            if (scanner.at(position) == '=' || scanner.at(position) == ':') {
                position++;
            }
            int before = position;
            object.set(key, value(below, depth + 1));
            if (position <= before) {
                position = before + 1;
            }
        }
    }

    private String key() {
        int start = position;
        if (scanner.at(start) == '"') {
            position = scanner.stringEnd(start);
            return unescape(scanner.text().substring(start + 1, Math.max(start + 1, position - 1)));
        }
        if (scanner.at(start) == '(') {
            position = scanner.bracketEnd(start);
            return "${" + scanner.text().substring(start + 1, Math.max(start + 1, position - 1)) + "}";
        }
        while (isWord(scanner.at(position))) {
            position++;
        }
        if (position == start) {
            position++;
        }
        return scanner.text().substring(start, Math.min(position, scanner.text().length()));
    }

    private ArrayNode array(String pointer, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        position++;
        while (true) {
            position = scanner.skipBlanks(position);
            char c = scanner.at(position);
            if (c == ']' || c == '\0') {
                position++;
                return array;
            }
            if (c == ',') {
                position++;
                continue;
            }
            int before = position;
            array.add(value(pointer + "/" + array.size(), depth + 1));
            if (position <= before) {
                position = before + 1;
            }
        }
    }

    /** An expression ends with its line, a comma or a closing bracket. */
    private int expressionEnd(int start) {
        int at = start;
        while (at < scanner.text().length()) {
            char c = scanner.at(at);
            if (c == ',' || c == '\n' || c == '}' || c == ']' || c == ')' || c == '#') {
                return at;
            }
            at = scanner.skipOne(at);
        }
        return Math.min(at, scanner.text().length());
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0 && !text.contains("$${")) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("$${", at)) {
                at++;
            } else if (c == '\\' && at + 1 < text.length()) {
                at = escape(text, at + 1, plain);
            } else {
                plain.append(c);
                at++;
            }
        }
        return plain.toString();
    }

    /** Appends what an escape means; the position after it. */
    private static int escape(String text, int at, StringBuilder plain) {
        if (text.charAt(at) == 'u'
                && UNICODE.matcher(text).region(at, text.length()).lookingAt()) {
            plain.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
            return at + 5;
        }
        plain.append(
                switch (text.charAt(at)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> text.charAt(at);
                });
        return at + 1;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
