package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.definition.ChoiceRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a Choice rule tells apart: those that make it true, those that make it false, and for each comparison in it the
 * constant and its neighbours. The first one of each list is the plainest.
 */
final class RuleValues {
    private static final int MOST = 6;
    private static final JsonNode ABSENT = MissingNode.getInstance();
    private static final String OTHER = "something-else";

    private static final String REFERENCE = "(\\$[\\w.]+(?:\\.`[^`]+`|\\.\\w+|\\[\\d*])*)";
    private static final Pattern COMPARED = Pattern.compile(
            REFERENCE + "\\s*(!=|<=|>=|=|<|>)\\s*('[^']*'|\"[^\"]*\"|-?\\d+(?:\\.\\d+)?|true|false|null)");
    private static final Pattern ONE_OF = Pattern.compile(REFERENCE + "\\s+in\\s+\\[([^\\]]*)]");
    private static final Pattern EXISTS =
            Pattern.compile("\\$(not\\s*\\(\\s*\\$)?exists\\(\\s*" + REFERENCE + "\\s*\\)");
    private static final Pattern COUNTED =
            Pattern.compile("\\$count\\(\\s*" + REFERENCE + "\\s*\\)\\s*(!=|<=|>=|=|<|>)\\s*(\\d+)");
    private static final Pattern CONTAINS =
            Pattern.compile("\\$contains\\(\\s*" + REFERENCE + "\\s*,\\s*('[^']*'|\"[^\"]*\")");
    private static final Pattern BARE = Pattern.compile("(?:\\{%|\\band\\b|\\bor\\b|\\$not\\(|\\$boolean\\()\\s*"
            + REFERENCE + "\\s*(?:%}|\\band\\b|\\bor\\b|\\))");

    private final MadeData data;

    RuleValues(MadeData data) {
        this.data = data;
    }

    /** Ways to make a rule true, or false. */
    List<Map<Place, JsonNode>> making(ChoiceRule rule, boolean wanted) {
        List<Map<Place, JsonNode>> ways = rule.accept(new Ways(wanted));
        return ways.subList(0, Math.min(MOST, ways.size()));
    }

    /** Each value of each comparison, one at a time. */
    List<Map<Place, JsonNode>> eachAlone(ChoiceRule rule) {
        List<Map<Place, JsonNode>> all = new ArrayList<>();
        for (boolean wanted : new boolean[] {true, false}) {
            for (Literal literal : rule.accept(new Literals())) {
                all.addAll(literal.ways(wanted));
            }
        }
        return all.stream().distinct().toList();
    }

    // ---- comparisons -----------------------------------------------------------------------------------------

    /** A comparison, and the data that makes it true and false. */
    private record Literal(List<Map<Place, JsonNode>> whenTrue, List<Map<Place, JsonNode>> whenFalse) {
        List<Map<Place, JsonNode>> ways(boolean wanted) {
            return wanted ? whenTrue : whenFalse;
        }
    }

    private Literal literal(ChoiceRule.Comparison rule) {
        Place place = Reads.place(rule.variable());
        String operator = rule.operator();
        if (operator.endsWith("Path")) {
            return withOther(place, Reads.place(rule.value().asText()), operator.substring(0, operator.length() - 4));
        }
        return literal(place, values(operator, rule.value(), true), values(operator, rule.value(), false));
    }

    private static Literal literal(Place place, List<JsonNode> whenTrue, List<JsonNode> whenFalse) {
        return place.size() == 0
                ? new Literal(List.of(), List.of())
                : new Literal(
                        whenTrue.stream().map(value -> Map.of(place, value)).toList(),
                        whenFalse.stream().map(value -> Map.of(place, value)).toList());
    }

    /** Two places that are compared with one another: the other one has a value of the type, this one all around it. */
    private Literal withOther(Place place, Place other, String operator) {
        if (place.size() == 0 || other.size() == 0) {
            return new Literal(List.of(), List.of());
        }
        JsonNode constant = operator.startsWith("Numeric")
                ? IntNode.valueOf(5)
                : operator.startsWith("Boolean")
                        ? BooleanNode.TRUE
                        : TextNode.valueOf(operator.startsWith("Timestamp") ? "2024-01-01T01:00:00Z" : "middle");
        return new Literal(
                pairs(place, other, constant, values(operator, constant, true)),
                pairs(place, other, constant, values(operator, constant, false)));
    }

    private static List<Map<Place, JsonNode>> pairs(
            Place place, Place other, JsonNode constant, List<JsonNode> values) {
        List<Map<Place, JsonNode>> pairs = new ArrayList<>();
        for (JsonNode value : values) {
            Map<Place, JsonNode> pair = new LinkedHashMap<>();
            pair.put(other, constant);
            pair.put(place, value);
            pairs.add(pair);
        }
        return pairs;
    }

    private List<JsonNode> values(String operator, JsonNode value, boolean wanted) {
        boolean holds = operator.startsWith("Is") ? value.asBoolean() == wanted : wanted;
        return switch (operator) {
            case "IsNull" -> List.of(holds ? NullNode.getInstance() : TextNode.valueOf(OTHER));
            case "IsPresent" -> holds ? List.of(TextNode.valueOf(OTHER), IntNode.valueOf(1)) : List.of(ABSENT);
            case "IsString" -> List.of(holds ? TextNode.valueOf(OTHER) : IntNode.valueOf(1));
            case "IsNumeric" -> List.of(holds ? IntNode.valueOf(1) : TextNode.valueOf(OTHER));
            case "IsBoolean" -> List.of(holds ? BooleanNode.TRUE : TextNode.valueOf(OTHER));
            case "IsTimestamp" -> List.of(TextNode.valueOf(holds ? "2024-01-01T01:00:00Z" : OTHER));
            case "BooleanEquals" -> List.of(BooleanNode.valueOf(value.asBoolean() == wanted));
            case "StringMatches" ->
                List.of(TextNode.valueOf(
                        wanted
                                ? value.asText()
                                        .replace("\\*", "\u0000")
                                        .replace("*", "x")
                                        .replace('\u0000', '*')
                                : OTHER));
            default -> compared(operator, value, wanted);
        };
    }

    private static List<JsonNode> compared(String operator, JsonNode value, boolean wanted) {
        List<JsonNode> around = around(operator, value);
        List<JsonNode> found = new ArrayList<>();
        for (int i = 0; i < around.size(); i++) {
            int order = i - 1; // below, equal, above
            boolean holds = operator.endsWith("GreaterThanEquals")
                    ? order >= 0
                    : operator.endsWith("LessThanEquals")
                            ? order <= 0
                            : operator.endsWith("GreaterThan")
                                    ? order > 0
                                    : operator.endsWith("LessThan") ? order < 0 : order == 0;
            if (holds == wanted) {
                found.add(around.get(i));
            }
        }
        return found;
    }

    /** The value below a constant, the constant, the value above it. */
    private static List<JsonNode> around(String operator, JsonNode value) {
        if (operator.startsWith("Numeric")) {
            BigDecimal number = value.decimalValue();
            return List.of(
                    DecimalNode.valueOf(number.subtract(BigDecimal.ONE)),
                    DecimalNode.valueOf(number),
                    DecimalNode.valueOf(number.add(BigDecimal.ONE)));
        }
        String text = value.asText();
        if (operator.startsWith("Timestamp")) {
            try {
                Instant instant = Instant.parse(text);
                return List.of(
                        TextNode.valueOf(instant.minusSeconds(1).toString()),
                        TextNode.valueOf(text),
                        TextNode.valueOf(instant.plusSeconds(1).toString()));
            } catch (DateTimeParseException withOffset) {
                return List.of(
                        TextNode.valueOf("1999-01-01T00:00:00Z"),
                        TextNode.valueOf(text),
                        TextNode.valueOf("2999-01-01T00:00:00Z"));
            }
        }
        String below = text.isEmpty() ? text : text.substring(0, text.length() - 1);
        return List.of(TextNode.valueOf(below), TextNode.valueOf(text), TextNode.valueOf(text + "x"));
    }

    // ---- JSONata ---------------------------------------------------------------------------------------------

    private List<Literal> jsonata(String text) {
        List<Literal> found = new ArrayList<>();
        Matcher compared = COMPARED.matcher(text);
        while (compared.find()) {
            found.add(comparison(Reads.place(compared.group(1)), compared.group(2), constant(compared.group(3))));
        }
        Matcher oneOf = ONE_OF.matcher(text);
        while (oneOf.find()) {
            Place place = Reads.place(oneOf.group(1));
            List<JsonNode> values = new ArrayList<>();
            for (String value : oneOf.group(2).split(",", -1)) {
                values.add(constant(value.strip()));
            }
            found.add(literal(place, values, List.of(TextNode.valueOf(OTHER))));
        }
        Matcher exists = EXISTS.matcher(text);
        while (exists.find()) {
            found.add(literal(Reads.place(exists.group(2)), List.of(TextNode.valueOf(OTHER)), List.of(ABSENT)));
        }
        Matcher counted = COUNTED.matcher(text);
        while (counted.find()) {
            int number = Integer.parseInt(counted.group(3));
            Literal lengths = comparison(Reads.place(counted.group(1)), counted.group(2), IntNode.valueOf(number));
            found.add(new Literal(arrays(lengths.whenTrue()), arrays(lengths.whenFalse())));
        }
        Matcher contains = CONTAINS.matcher(text);
        while (contains.find()) {
            found.add(literal(
                    Reads.place(contains.group(1)),
                    List.of(constant(contains.group(2))),
                    List.of(TextNode.valueOf(OTHER))));
        }
        Matcher bare = BARE.matcher(text);
        while (bare.find()) {
            found.add(literal(Reads.place(bare.group(1)), List.of(BooleanNode.TRUE), List.of(BooleanNode.FALSE)));
        }
        return found;
    }

    private List<Map<Place, JsonNode>> arrays(List<Map<Place, JsonNode>> lengths) {
        List<Map<Place, JsonNode>> arrays = new ArrayList<>();
        for (Map<Place, JsonNode> length : lengths) {
            length.forEach((place, number) -> {
                if (number.asInt() >= 0 && number.asInt() < 100) {
                    arrays.add(Map.of(place, data.items(number.asInt())));
                }
            });
        }
        return arrays;
    }

    private static Literal comparison(Place place, String operator, JsonNode constant) {
        if (constant.isNull() || constant.isBoolean()) {
            JsonNode other = constant.isNull() ? TextNode.valueOf(OTHER) : BooleanNode.valueOf(!constant.asBoolean());
            List<JsonNode> same = List.of(constant);
            return operator.equals("!=") ? literal(place, List.of(other), same) : literal(place, same, List.of(other));
        }
        String type = constant.isNumber() ? "Numeric" : "String";
        String asl = type
                + switch (operator) {
                    case "<" -> "LessThan";
                    case "<=" -> "LessThanEquals";
                    case ">" -> "GreaterThan";
                    case ">=" -> "GreaterThanEquals";
                    default -> "Equals";
                };
        List<JsonNode> holds = compared(asl, constant, true);
        List<JsonNode> not = compared(asl, constant, false);
        return operator.equals("!=") ? literal(place, not, holds) : literal(place, holds, not);
    }

    private static JsonNode constant(String text) {
        if (text.startsWith("'") || text.startsWith("\"")) {
            return TextNode.valueOf(text.length() < 2 ? text : text.substring(1, text.length() - 1));
        }
        return switch (text) {
            case "true", "false" -> BooleanNode.valueOf(text.equals("true"));
            case "null" -> NullNode.getInstance();
            default ->
                text.matches("-?\\d+(\\.\\d+)?")
                        ? DecimalNode.valueOf(new BigDecimal(text))
                        : JsonNodeFactory.instance.textNode(text);
        };
    }

    // ---- rules -----------------------------------------------------------------------------------------------

    /** The comparisons of a rule. */
    private final class Literals implements ChoiceRule.Visitor<List<Literal>> {
        @Override
        public List<Literal> condition(ChoiceRule.Condition rule) {
            return jsonata(rule.condition().asText());
        }

        @Override
        public List<Literal> comparison(ChoiceRule.Comparison rule) {
            return List.of(literal(rule));
        }

        @Override
        public List<Literal> and(ChoiceRule.And rule) {
            return within(rule.rules());
        }

        @Override
        public List<Literal> or(ChoiceRule.Or rule) {
            return within(rule.rules());
        }

        @Override
        public List<Literal> not(ChoiceRule.Not rule) {
            return rule.rule().accept(this);
        }

        private List<Literal> within(List<ChoiceRule> rules) {
            return rules.stream().flatMap(rule -> rule.accept(this).stream()).toList();
        }
    }

    /** The ways to make a rule true or false. */
    private final class Ways implements ChoiceRule.Visitor<List<Map<Place, JsonNode>>> {
        private final boolean wanted;

        Ways(boolean wanted) {
            this.wanted = wanted;
        }

        /** Whether and, or or not joins the comparisons of an expression is left to the run: all of them, and each alone. */
        @Override
        public List<Map<Place, JsonNode>> condition(ChoiceRule.Condition rule) {
            List<Literal> literals = jsonata(rule.condition().asText());
            List<Map<Place, JsonNode>> ways = new ArrayList<>();
            ways.add(all(literals.stream().map(literal -> literal.ways(wanted)).toList()));
            ways.add(all(literals.stream().map(literal -> literal.ways(!wanted)).toList()));
            return ways;
        }

        @Override
        public List<Map<Place, JsonNode>> comparison(ChoiceRule.Comparison rule) {
            return literal(rule).ways(wanted);
        }

        @Override
        public List<Map<Place, JsonNode>> and(ChoiceRule.And rule) {
            return joined(rule.rules(), wanted);
        }

        @Override
        public List<Map<Place, JsonNode>> or(ChoiceRule.Or rule) {
            return joined(rule.rules(), !wanted);
        }

        @Override
        public List<Map<Place, JsonNode>> not(ChoiceRule.Not rule) {
            return rule.rule().accept(new Ways(!wanted));
        }

        private List<Map<Place, JsonNode>> joined(List<ChoiceRule> rules, boolean together) {
            List<List<Map<Place, JsonNode>>> each =
                    rules.stream().map(rule -> rule.accept(this)).toList();
            return together
                    ? List.of(all(each))
                    : each.stream().flatMap(List::stream).toList();
        }
    }

    private static Map<Place, JsonNode> all(List<List<Map<Place, JsonNode>>> each) {
        Map<Place, JsonNode> all = new LinkedHashMap<>();
        for (List<Map<Place, JsonNode>> ways : each) {
            // A place that two rules ask about keeps the first value that both can live with, as far as one can see.
            ways.stream()
                    .filter(way -> way.entrySet().stream()
                            .allMatch(entry -> !all.containsKey(entry.getKey())
                                    || entry.getValue().equals(all.get(entry.getKey()))))
                    .findFirst()
                    .or(() -> ways.stream().findFirst())
                    .ifPresent(all::putAll);
        }
        return all;
    }
}
