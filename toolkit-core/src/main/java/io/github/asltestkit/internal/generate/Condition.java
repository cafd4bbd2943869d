package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax;
import io.github.asltestkit.internal.generate.Atom.Operator;
import io.github.asltestkit.internal.generate.Values.Use;
import io.github.asltestkit.internal.shape.DataFlow;
import io.github.asltestkit.internal.shape.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of a Choice asks, whichever language it is written in.
 *
 * @param kind what it is made of
 * @param parts the conditions within
 * @param atom the comparison; null of one that has parts
 */
record Condition(Kind kind, List<Condition> parts, @Nullable Atom atom) {
    private static final int MOST_BRANCHES = 48;

    /** What a condition is made of. */
    enum Kind {
        ALL,
        ANY,
        NOT,
        ATOM
    }

    /** A comparison that should hold, or should not. */
    record Wanted(Atom atom, boolean holds) {}

    static Condition of(Atom atom) {
        return new Condition(Kind.ATOM, List.of(), atom);
    }

    /** What a comparison compares; null if it is not known how. */
    static @Nullable Atom atom(ChoiceRule.Comparison comparison) {
        Condition condition = ofComparison(comparison);
        return condition.atom == null ? condition.parts.get(0).atom : condition.atom;
    }

    /** What a rule asks. */
    static Condition of(ChoiceRule rule, DataFlow flow) {
        return rule.accept(new OfRule(flow));
    }

    /** The ways in which it comes to be what is wanted, each a list of comparisons. */
    List<List<Wanted>> branches(boolean wanted) {
        return switch (kind) {
            case ATOM -> atom == null ? List.of() : List.of(List.of(new Wanted(atom, wanted)));
            case NOT -> parts.get(0).branches(!wanted);
            case ALL -> wanted ? every(true) : first(false);
            case ANY -> wanted ? first(true) : every(false);
        };
    }

    private List<List<Wanted>> every(boolean wanted) {
        List<List<Wanted>> all = List.of(List.of());
        for (Condition part : parts) {
            all = joined(all, part.branches(wanted));
        }
        return all;
    }

    /** The part that decides, and those before it that do not. */
    private List<List<Wanted>> first(boolean wanted) {
        List<List<Wanted>> all = new ArrayList<>();
        List<List<Wanted>> before = List.of(List.of());
        for (Condition part : parts) {
            all.addAll(joined(before, part.branches(wanted)));
            before = joined(before, part.branches(!wanted));
        }
        return all.size() > MOST_BRANCHES ? all.subList(0, MOST_BRANCHES) : all;
    }

    /** Each of the one with each of the other, as far as the bound goes. */
    static List<List<Wanted>> joined(List<List<Wanted>> one, List<List<Wanted>> other) {
        List<List<Wanted>> all = new ArrayList<>();
        for (List<Wanted> second : other) {
            for (List<Wanted> first : one) {
                if (all.size() < MOST_BRANCHES) {
                    List<Wanted> both = new ArrayList<>(first);
                    both.addAll(second);
                    all.add(both);
                }
            }
        }
        return all;
    }

    /** With other comparisons. */
    Condition map(UnaryOperator<Atom> change) {
        return new Condition(
                kind, parts.stream().map(part -> part.map(change)).toList(), atom == null ? null : change.apply(atom));
    }

    /** All comparisons in it. */
    void collect(List<Atom> into) {
        if (atom != null) {
            into.add(atom);
        }
        parts.forEach(part -> part.collect(into));
    }

    // ---- from the definition -----------------------------------------------------------------------------------

    private record OfRule(DataFlow flow) implements ChoiceRule.Visitor<Condition> {
        @Override
        public Condition condition(ChoiceRule.Condition rule) {
            JsonataSyntax syntax = flow.syntax(rule.condition());
            return syntax == null ? new Condition(Kind.ALL, List.of(), null) : of(syntax);
        }

        @Override
        public Condition comparison(ChoiceRule.Comparison rule) {
            return ofComparison(rule);
        }

        @Override
        public Condition and(ChoiceRule.And rule) {
            return new Condition(Kind.ALL, all(rule.rules()), null);
        }

        @Override
        public Condition or(ChoiceRule.Or rule) {
            return new Condition(Kind.ANY, all(rule.rules()), null);
        }

        @Override
        public Condition not(ChoiceRule.Not rule) {
            return new Condition(Kind.NOT, List.of(rule.rule().accept(this)), null);
        }

        private List<Condition> all(List<ChoiceRule> rules) {
            return rules.stream().map(rule -> rule.accept(this)).toList();
        }
    }

    // ---- JSONPath ----------------------------------------------------------------------------------------------

    private static final Map<String, Use> TESTS = Map.of(
            "IsNull", Use.ANY,
            "IsNumeric", Use.NUMBER,
            "IsString", Use.TEXT,
            "IsBoolean", Use.BOOLEAN,
            "IsTimestamp", Use.TIMESTAMP_TEXT);

    private static final Map<String, Use> FAMILIES =
            Map.of("String", Use.TEXT, "Numeric", Use.NUMBER, "Boolean", Use.BOOLEAN, "Timestamp", Use.TIMESTAMP_TEXT);

    private static Condition ofComparison(ChoiceRule.Comparison rule) {
        Read read = Read.of(rule.variable());
        String operator = rule.operator();
        boolean negated = !rule.value().asBoolean();
        if (operator.equals("IsPresent")) {
            return negatedIf(negated, new Atom(read, Operator.PRESENT, Use.ANY, null, null));
        }
        Use tested = TESTS.get(operator);
        if (tested != null) {
            return negatedIf(negated, new Atom(read, Operator.IS, tested, null, null));
        }
        boolean toPath = operator.endsWith("Path");
        Operator compared = operator(operator);
        return of(new Atom(
                read,
                compared,
                family(operator),
                toPath ? null : rule.value(),
                toPath ? Read.of(rule.value().asText()) : null));
    }

    private static Condition negatedIf(boolean negated, Atom atom) {
        return negated ? new Condition(Kind.NOT, List.of(of(atom)), null) : of(atom);
    }

    private static Use family(String operator) {
        for (Map.Entry<String, Use> family : FAMILIES.entrySet()) {
            if (operator.startsWith(family.getKey())) {
                return family.getValue();
            }
        }
        return Use.ANY;
    }

    private static Operator operator(String name) {
        if (name.contains("LessThanEquals")) {
            return Operator.LESS_OR_EQUAL;
        }
        if (name.contains("GreaterThanEquals")) {
            return Operator.GREATER_OR_EQUAL;
        }
        if (name.contains("LessThan")) {
            return Operator.LESS;
        }
        if (name.contains("GreaterThan")) {
            return Operator.GREATER;
        }
        return name.endsWith("Matches") ? Operator.MATCHES : Operator.EQUAL;
    }

    // ---- JSONata -----------------------------------------------------------------------------------------------

    private static final Map<String, Operator> ORDERS = Map.of(
            "=", Operator.EQUAL,
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL);

    private static Condition of(JsonataSyntax syntax) {
        if (syntax instanceof JsonataSyntax.Operation operation) {
            return ofOperation(operation);
        }
        if (syntax instanceof JsonataSyntax.Block block && block.expressions().size() == 1) {
            return of(block.expressions().get(0));
        }
        if (syntax instanceof JsonataSyntax.Call call) {
            return ofCall(call);
        }
        if (syntax instanceof JsonataSyntax.Literal literal) {
            return literal.value().asBoolean()
                    ? new Condition(Kind.ALL, List.of(), null)
                    : new Condition(Kind.ANY, List.of(), null);
        }
        if (syntax instanceof JsonataSyntax.Path path
                && path.steps().size() == 1
                && path.steps().get(0).filters().isEmpty()) {
            return of(path.steps().get(0).node());
        }
        return isPath(syntax) ? of(new Atom(Read.of(syntax), Operator.TRUE, Use.BOOLEAN, null, null)) : unknown(syntax);
    }

    private static boolean isPath(JsonataSyntax syntax) {
        if (syntax instanceof JsonataSyntax.Variable) {
            return true;
        }
        return syntax instanceof JsonataSyntax.Path path
                && path.steps().stream()
                        .allMatch(step -> step.node() instanceof JsonataSyntax.Variable
                                || step.node() instanceof JsonataSyntax.Name);
    }

    private static Condition ofOperation(JsonataSyntax.Operation operation) {
        String operator = operation.operator();
        if (operator.equals("and") || operator.equals("or")) {
            return new Condition(
                    operator.equals("and") ? Kind.ALL : Kind.ANY,
                    List.of(of(operation.left()), of(operation.right())),
                    null);
        }
        if (operator.equals("!=")) {
            return new Condition(
                    Kind.NOT,
                    List.of(ofOperation(new JsonataSyntax.Operation("=", operation.left(), operation.right()))),
                    null);
        }
        if (operator.equals("in")) {
            return in(operation);
        }
        Operator order = ORDERS.get(operator);
        if (order == null) {
            return unknown(operation);
        }
        JsonNode right = literal(operation.right());
        JsonNode left = literal(operation.left());
        if (right != null) {
            return compared(operation, order, right);
        }
        if (left != null) {
            return of(new Atom(Read.of(operation.right()), order, use(left), null, Read.of(operation.right()))
                    .turned(left));
        }
        return isPath(operation.left()) && isPath(operation.right())
                ? of(new Atom(Read.of(operation.left()), order, Use.TEXT, null, Read.of(operation.right())))
                : unknown(operation);
    }

    /** A path without its wildcards: what is anywhere below may be right there. */
    private static JsonataSyntax plain(JsonataSyntax syntax) {
        if (!(syntax instanceof JsonataSyntax.Path path)) {
            return syntax;
        }
        List<JsonataSyntax.Step> steps = path.steps().stream()
                .filter(step -> !(step.node() instanceof JsonataSyntax.Other other
                        && other.parts().isEmpty()))
                .toList();
        return steps.isEmpty() ? syntax : new JsonataSyntax.Path(steps, path.keepsArray());
    }

    private static Condition compared(JsonataSyntax whole, Operator order, JsonNode with) {
        JsonataSyntax left = plain(((JsonataSyntax.Operation) whole).left());
        if (isPath(left)) {
            return of(new Atom(Read.of(left), order, use(with), with, null));
        }
        if (left instanceof JsonataSyntax.Call call
                && call.arguments().size() == 1
                && isPath(call.arguments().get(0))) {
            Read read = Read.of(call.arguments().get(0));
            String function = name(call);
            if (function.equals("count")) {
                Condition more = of(new Atom(read, Operator.COUNT_GREATER, Use.ARRAY, with, null));
                Condition equal = of(new Atom(read, Operator.COUNT_EQUAL, Use.ARRAY, with, null));
                return switch (order) {
                    case EQUAL -> equal;
                    case GREATER -> more;
                    case GREATER_OR_EQUAL -> new Condition(Kind.ANY, List.of(more, equal), null);
                    case LESS_OR_EQUAL -> new Condition(Kind.NOT, List.of(more), null);
                    default ->
                        new Condition(Kind.NOT, List.of(new Condition(Kind.ANY, List.of(more, equal), null)), null);
                };
            }
            if (function.equals("type")) {
                Use type = switch (with.asText()) {
                    case "string" -> Use.TEXT;
                    case "number" -> Use.NUMBER;
                    case "boolean" -> Use.BOOLEAN;
                    case "array" -> Use.ARRAY;
                    case "object" -> Use.OBJECT;
                    default -> Use.ANY;
                };
                return of(new Atom(read, Operator.IS, type, null, null));
            }
        }
        return unknown(whole);
    }

    private static Condition in(JsonataSyntax.Operation operation) {
        JsonNode left = literal(operation.left());
        if (left != null && isPath(operation.right())) {
            return of(new Atom(Read.of(operation.right()), Operator.CONTAINS, Use.ARRAY, left, null));
        }
        JsonNode right = literal(operation.right());
        return right != null && isPath(operation.left())
                ? of(new Atom(Read.of(operation.left()), Operator.ONE_OF, Use.ANY, right, null))
                : unknown(operation);
    }

    private static Condition ofCall(JsonataSyntax.Call call) {
        String function = name(call);
        if (function.equals("not") && call.arguments().size() == 1) {
            return new Condition(Kind.NOT, List.of(of(call.arguments().get(0))), null);
        }
        if (function.equals("boolean") && call.arguments().size() == 1) {
            return of(call.arguments().get(0));
        }
        if (function.equals("exists")
                && call.arguments().size() == 1
                && isPath(call.arguments().get(0))) {
            return of(new Atom(Read.of(call.arguments().get(0)), Operator.PRESENT, Use.ANY, null, null));
        }
        if (function.equals("contains")
                && call.arguments().size() == 2
                && isPath(call.arguments().get(0))) {
            JsonNode part = literal(call.arguments().get(1));
            if (part != null) {
                return of(new Atom(Read.of(call.arguments().get(0)), Operator.CONTAINS, Use.TEXT, part, null));
            }
        }
        return unknown(call);
    }

    private static String name(JsonataSyntax.Call call) {
        return call.procedure() instanceof JsonataSyntax.Variable variable ? variable.name() : "";
    }

    private static Use use(JsonNode literal) {
        return literal.isNumber() ? Use.NUMBER : literal.isBoolean() ? Use.BOOLEAN : Use.TEXT;
    }

    private static @Nullable JsonNode literal(JsonataSyntax syntax) {
        if (syntax instanceof JsonataSyntax.Literal literal) {
            return literal.value();
        }
        if (syntax instanceof JsonataSyntax.Negation negation) {
            JsonNode positive = literal(negation.operand());
            return positive != null && positive.isNumber()
                    ? Values.number(positive.decimalValue().negate())
                    : null;
        }
        if (syntax instanceof JsonataSyntax.ArrayConstructor array) {
            ArrayNode all = Values.JSON.arrayNode();
            for (JsonataSyntax item : array.items()) {
                JsonNode literal = literal(item);
                if (literal == null) {
                    return null;
                }
                all.add(literal);
            }
            return all;
        }
        if (syntax instanceof JsonataSyntax.Path path
                && path.steps().size() == 1
                && path.steps().get(0).filters().isEmpty()) {
            return literal(path.steps().get(0).node());
        }
        return null;
    }

    /** All that is read in a condition whose working is not known, with all constants in it. */
    private static Condition unknown(JsonataSyntax syntax) {
        ArrayNode constants = Values.JSON.arrayNode();
        List<JsonataSyntax> reads = new ArrayList<>();
        parts(syntax, constants, reads, 0);
        List<Condition> all = new ArrayList<>();
        for (JsonataSyntax read : reads) {
            all.add(of(new Atom(Read.of(read), Operator.UNKNOWN, Use.ANY, constants, null)));
        }
        return new Condition(Kind.ALL, all, null);
    }

    private static void parts(JsonataSyntax syntax, ArrayNode constants, List<JsonataSyntax> reads, int depth) {
        if (depth > 40 || reads.size() > 8 || constants.size() > 20) {
            return;
        }
        if (syntax instanceof JsonataSyntax.Literal literal) {
            constants.add(literal.value());
        } else if (isPath(syntax) && !isLocal(syntax)) {
            reads.add(syntax);
        } else {
            syntax.parts().forEach(part -> parts(part, constants, reads, depth + 1));
        }
    }

    /** A variable that has no name of its own, or a function. */
    private static boolean isLocal(JsonataSyntax syntax) {
        return syntax instanceof JsonataSyntax.Variable variable
                && variable.name().isEmpty();
    }
}
