package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax;
import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax.Step;
import io.github.asltestkit.internal.shape.Shape.Kind;
import io.github.asltestkit.internal.shape.Shape.ObjectOf;
import io.github.asltestkit.internal.shape.Shape.Scalar;
import io.github.asltestkit.internal.shape.Shape.Tuple;
import io.github.asltestkit.internal.shape.Shape.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one JSONata expression gives. Nothing ("undefined") goes on through paths, arithmetic and most functions; a comparison, a
 * concatenation and a constructor make something of it.
 */
final class JsonataEvaluation {
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");

    private final View view;
    private final String pointer;
    private final Origin origin;
    private final List<DeadComparison> neverTrue = new ArrayList<>();
    private final List<Shape> found = new ArrayList<>();
    private @Nullable Trace culprit;

    /** A path that finds nothing: its text, the part of it that is there, the step behind it, and what is there. */
    record Trace(String path, String at, Object step, Shape there) {}

    /** The variables that the expression binds itself, and the value at hand. */
    private static final class Names {
        private final @Nullable Names around;
        private final Map<String, Field> bound = new HashMap<>();
        private final Field here;

        Names(@Nullable Names around, Field here) {
            this.around = around;
            this.here = here;
        }

        @Nullable
        Field find(String name) {
            for (Names at = this; at != null; at = at.around) {
                Field field = at.bound.get(name);
                if (field != null) {
                    return field;
                }
            }
            return null;
        }
    }

    JsonataEvaluation(View view, String pointer) {
        this.view = view;
        this.pointer = pointer;
        this.origin = new Origin.Computed(pointer);
    }

    Field value(JsonataSyntax syntax) {
        return value(syntax, new Names(null, Field.ANYTHING));
    }

    /** The first path that finds nothing; null where each may find something. */
    @Nullable
    Trace culprit() {
        return culprit;
    }

    /** What the paths may find. */
    List<Shape> found() {
        return found;
    }

    /** The comparisons that are never true. */
    List<DeadComparison> neverTrue() {
        return neverTrue;
    }

    /** The step of a path that finds nothing in some executions; null for any other expression. */
    @Nullable
    Trace perhaps(JsonataSyntax syntax) {
        if (!(syntax instanceof JsonataSyntax.Path path)) {
            return null;
        }
        Names names = new Names(null, Field.ANYTHING);
        for (int i = 1; i < path.steps().size(); i++) {
            Step step = path.steps().get(i);
            if (!step.filters().isEmpty() || !(step.node() instanceof JsonataSyntax.Name name)) {
                return null;
            }
            List<Step> before = path.steps().subList(0, i);
            Field at = path(before, names);
            if (at.presence() == Presence.ALWAYS && PathShapes.isOptional(at.shape(), name.name())) {
                return new Trace(text(path.steps()), text(before), name.name(), at.shape());
            }
        }
        return null;
    }

    private Field anything() {
        return Field.perhaps(Shapes.unknown(origin));
    }

    private Shape scalar(Kind kind) {
        return Shapes.scalar(kind, origin);
    }

    private Field value(JsonataSyntax syntax, Names names) {
        if (syntax instanceof JsonataSyntax.Literal literal) {
            return Field.always(Shapes.written(literal.value(), pointer));
        }
        if (syntax instanceof JsonataSyntax.Variable variable) {
            return variable(variable.name(), names);
        }
        if (syntax instanceof JsonataSyntax.Name) {
            return path(List.of(new Step(syntax, List.of())), names);
        }
        if (syntax instanceof JsonataSyntax.Path path) {
            Field value = path(path.steps(), names);
            if (!value.isNever()) {
                found.add(value.shape());
            }
            return path.keepsArray() && !value.isNever()
                    ? new Field(Shapes.array(elementOrSelf(value.shape()), origin), value.presence())
                    : value;
        }
        if (syntax instanceof JsonataSyntax.Operation operation) {
            return operation(operation, names);
        }
        if (syntax instanceof JsonataSyntax.Negation negation) {
            Field operand = value(negation.operand(), names);
            return operand.isNever() ? Field.NEVER : new Field(scalar(Kind.NUMBER), operand.presence());
        }
        if (syntax instanceof JsonataSyntax.ArrayConstructor array) {
            return array(array, names);
        }
        if (syntax instanceof JsonataSyntax.ObjectConstructor object) {
            return object(object, names);
        }
        if (syntax instanceof JsonataSyntax.Call call) {
            return call(call, names);
        }
        if (syntax instanceof JsonataSyntax.Condition condition) {
            return condition(condition, names);
        }
        if (syntax instanceof JsonataSyntax.Block block) {
            Names inner = new Names(names, names.here);
            Field last = Field.ANYTHING;
            for (JsonataSyntax expression : block.expressions()) {
                last = value(expression, inner);
            }
            return last;
        }
        if (syntax instanceof JsonataSyntax.Binding binding) {
            Field bound = value(binding.value(), names);
            names.bound.put(binding.name(), bound);
            return bound;
        }
        if (syntax instanceof JsonataSyntax.Application application) {
            return application(application, names);
        }
        if (syntax instanceof JsonataSyntax.Lambda) {
            return Field.always(Shapes.unknown(origin));
        }
        return anything();
    }

    private List<Field> values(List<JsonataSyntax> expressions, Names names) {
        return expressions.stream().map(expression -> value(expression, names)).toList();
    }

    // ---- variables and paths -----------------------------------------------------------------------------------

    private Field variable(String name, Names names) {
        if (name.isEmpty()) {
            return names.here;
        }
        Field bound = names.find(name);
        if (bound != null) {
            return bound;
        }
        if (name.equals("states")) {
            return Field.always(states());
        }
        if (name.equals("$")) {
            return Field.ANYTHING;
        }
        Field variable = view.env().variable(name);
        if (variable.isNever()) {
            trace(new Trace("$" + name, "", "$" + name, variable.shape()));
        } else {
            found.add(variable.shape());
        }
        return variable;
    }

    private Shape states() {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("input", Field.always(view.root()));
        fields.put("context", Field.always(view.context()));
        if (view.result() != null) {
            fields.put("result", Field.always(view.result()));
        }
        if (view.error() != null) {
            fields.put("errorOutput", Field.always(view.error()));
        }
        return new ObjectOf(fields, false, Origin.unknown(), Shape.Extent.LEAF);
    }

    private void trace(Trace trace) {
        if (culprit == null) {
            culprit = trace;
        }
    }

    private Field path(List<Step> steps, Names names) {
        Field at = names.here;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Field next = i == 0 && !(step.node() instanceof JsonataSyntax.Name)
                    ? filtered(value(step.node(), names), step.filters(), names)
                    : step(at.shape(), step, names);
            if (next.isNever()) {
                if (i > 0 && step.node() instanceof JsonataSyntax.Name name) {
                    trace(new Trace(text(steps), text(steps.subList(0, i)), name.name(), at.shape()));
                }
                return Field.NEVER;
            }
            at = i == 0 ? next : new Field(next.shape(), at.presence().then(next.presence()));
        }
        return at;
    }

    private static String text(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        steps.forEach(step -> append(text, step));
        return text.toString();
    }

    private static void append(StringBuilder text, Step step) {
        if (step.node() instanceof JsonataSyntax.Variable variable) {
            text.append('$').append(variable.name());
        } else if (step.node() instanceof JsonataSyntax.Name name) {
            text.append(text.length() == 0 ? "" : ".")
                    .append(name.name().matches("\\w+") ? name.name() : "`" + name.name() + "`");
        } else {
            text.append(text.length() == 0 ? "(...)" : ".(...)");
        }
        for (JsonataSyntax filter : step.filters()) {
            text.append(
                    filter instanceof JsonataSyntax.Literal literal
                            ? "[" + literal.value().asText() + "]"
                            : "[...]");
        }
    }

    /** A step from each value that a shape may be, and from each element of an array. */
    private Field step(Shape from, Step step, Names names) {
        if (step.node() instanceof JsonataSyntax.Ordering) {
            return Field.always(from);
        }
        Field all = null;
        for (Shape alternative : Shapes.alternatives(from)) {
            Field of = stepFromOne(alternative, step, names);
            all = all == null ? of : Shapes.join(all, of);
        }
        return all == null ? Field.NEVER : all;
    }

    private Field stepFromOne(Shape from, Step step, Names names) {
        if (from instanceof Tuple tuple && tuple.items().isEmpty()) {
            return Field.NEVER;
        }
        if (from instanceof Tuple tuple) {
            Field all = null;
            Presence presence = Presence.NEVER;
            for (Shape item : tuple.items()) {
                Field of = step(item, step, names);
                if (!of.isNever()) {
                    all = all == null ? of : Shapes.join(all, of);
                    presence = presence == Presence.ALWAYS ? presence : of.presence();
                }
            }
            return all == null ? Field.NEVER : new Field(sequence(all.shape()), presence);
        }
        Shape element = Shapes.element(from);
        if (element != null) {
            Field of = step(element, step, names);
            return of.isNever() ? Field.NEVER : Field.perhaps(sequence(of.shape()));
        }
        Field value = step.node() instanceof JsonataSyntax.Name name
                ? member(from, name.name())
                : value(step.node(), new Names(names, Field.always(from)));
        return filtered(value, step.filters(), names);
    }

    private static Field member(Shape shape, String name) {
        if (shape instanceof Unknown) {
            return Field.perhaps(Shapes.unknown(shape.origin().at(name)));
        }
        return shape instanceof ObjectOf object ? object.field(name) : Field.NEVER;
    }

    /** What a path gives that meets several values: none, one of them, or an array. */
    private Shape sequence(Shape value) {
        Shape element = elementOrSelf(value);
        return element instanceof Unknown ? element : Shapes.join(element, Shapes.array(element, origin));
    }

    private static Shape elementOrSelf(Shape shape) {
        Shape all = null;
        for (Shape alternative : Shapes.alternatives(shape)) {
            Shape element = Shapes.isArray(alternative) ? Shapes.element(alternative) : alternative;
            Shape known = element == null ? Unknown.NOTHING_KNOWN : element;
            all = all == null ? known : Shapes.join(all, known);
        }
        return all == null ? Unknown.NOTHING_KNOWN : all;
    }

    private Field filtered(Field value, List<JsonataSyntax> filters, Names names) {
        Field at = value;
        for (JsonataSyntax filter : filters) {
            if (at.isNever()) {
                return at;
            }
            Field next = filter instanceof JsonataSyntax.Literal literal
                            && literal.value().isNumber()
                    ? element(at.shape(), literal.value())
                    : chosen(at.shape(), filter, names);
            at = new Field(next.shape(), at.presence().then(next.presence()));
        }
        return at;
    }

    private Field chosen(Shape shape, JsonataSyntax filter, Names names) {
        Shape element = elementOrSelf(shape);
        // A filter that finds nothing chooses nothing, and is no read that fails.
        Trace before = culprit;
        value(filter, new Names(names, Field.always(element)));
        culprit = before;
        return Field.perhaps(sequence(element));
    }

    private static Field element(Shape shape, JsonNode index) {
        int at = (int) Math.floor(index.doubleValue());
        Field all = null;
        for (Shape alternative : Shapes.alternatives(shape)) {
            Field of;
            if (alternative instanceof Unknown) {
                of = Field.perhaps(Shapes.unknown(alternative.origin().at(at)));
            } else if (alternative instanceof Tuple tuple) {
                int from = at < 0 ? tuple.items().size() + at : at;
                of = from >= 0 && from < tuple.items().size()
                        ? Field.always(tuple.items().get(from))
                        : Field.NEVER;
            } else if (alternative instanceof Shape.ArrayOf array) {
                of = Field.perhaps(array.element());
            } else {
                of = at == 0 || at == -1 ? Field.always(alternative) : Field.NEVER;
            }
            all = all == null ? of : Shapes.join(all, of);
        }
        return all == null ? Field.NEVER : all;
    }

    // ---- operators and constructors ----------------------------------------------------------------------------

    private Field operation(JsonataSyntax.Operation operation, Names names) {
        String operator = operation.operator();
        Trace before = culprit;
        Field left = value(operation.left(), names);
        Trace ofLeft = culprit;
        Field right = value(operation.right(), names);
        Presence both = left.presence().then(right.presence());
        if (ARITHMETIC.contains(operator)) {
            return both == Presence.NEVER ? Field.NEVER : new Field(scalar(Kind.NUMBER), both);
        }
        if (ORDERS.contains(operator)) {
            return both == Presence.NEVER ? Field.NEVER : new Field(scalar(Kind.BOOLEAN), both);
        }
        // What follows makes something of nothing.
        Trace inside = culprit;
        culprit = before;
        return switch (operator) {
            case "&" -> Field.always(scalar(Kind.TEXT));
            case "=", "!=" -> equality(operation, left, right, Objects.equals(ofLeft, before) ? inside : ofLeft);
            case "and" -> decided(left, right, false);
            case "or" -> decided(left, right, true);
            case "in" -> Field.always(scalar(Kind.BOOLEAN));
            case ".." -> Field.perhaps(Shapes.array(scalar(Kind.NUMBER), origin));
            default -> anything();
        };
    }

    /** What {@code and} and {@code or} give: one side decides if it is {@code deciding}, else both have to be known. */
    private Field decided(Field left, Field right, boolean deciding) {
        Boolean one = JsonataFunctionShapes.truth(left);
        Boolean other = JsonataFunctionShapes.truth(right);
        boolean isDecided = Objects.equals(one, deciding) || Objects.equals(other, deciding);
        Boolean value = isDecided ? (Boolean) deciding : (one == null || other == null) ? null : (Boolean) !deciding;
        return new JsonataFunctionShapes(origin).truth(value);
    }

    private Field equality(JsonataSyntax.Operation operation, Field left, Field right, @Nullable Trace trace) {
        Field never = Field.always(new Scalar(Kind.BOOLEAN, BooleanNode.FALSE, origin));
        if (left.isNever() || right.isNever()) {
            if (trace != null) {
                neverTrue.add(new DeadComparison(pointer, trace.path(), null, operation.operator()));
            }
            return never;
        }
        if (operation.operator().equals("=") && areOfDifferentTypes(left.shape(), right.shape())) {
            neverTrue.add(new DeadComparison(
                    pointer,
                    text(operation.left()),
                    left.shape(),
                    operation.operator() + " " + Shapes.words(right.shape())));
            return never;
        }
        return Field.always(scalar(Kind.BOOLEAN));
    }

    private static boolean areOfDifferentTypes(Shape one, Shape other) {
        for (Shape first : Shapes.alternatives(one)) {
            for (Shape second : Shapes.alternatives(other)) {
                boolean scalars = first instanceof Scalar && second instanceof Scalar;
                boolean same = scalars
                        ? ((Scalar) first).kind() == ((Scalar) second).kind()
                        : first instanceof ObjectOf == second instanceof ObjectOf
                                && Shapes.isArray(first) == Shapes.isArray(second)
                                && first instanceof Scalar == second instanceof Scalar;
                if (same || first instanceof Unknown || second instanceof Unknown) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String text(JsonataSyntax syntax) {
        if (syntax instanceof JsonataSyntax.Path path) {
            StringBuilder text = new StringBuilder();
            path.steps().forEach(step -> append(text, step));
            return text.toString();
        }
        return syntax instanceof JsonataSyntax.Variable variable ? "$" + variable.name() : "the left side";
    }

    private Field array(JsonataSyntax.ArrayConstructor array, Names names) {
        List<Shape> items = new ArrayList<>();
        boolean exact = true;
        for (JsonataSyntax item : array.items()) {
            Trace before = culprit;
            Field value = value(item, names);
            culprit = before;
            if (value.isNever()) {
                continue;
            }
            exact &= value.presence() == Presence.ALWAYS;
            if (item instanceof JsonataSyntax.ArrayConstructor) {
                items.add(value.shape());
            } else if (value.shape() instanceof Tuple tuple) {
                items.addAll(tuple.items());
            } else {
                for (Shape alternative : Shapes.alternatives(value.shape())) {
                    exact &= !(alternative instanceof Unknown) && !Shapes.isArray(alternative);
                }
                items.add(elementOrSelf(value.shape()));
            }
        }
        return Field.always(exact ? Shapes.tuple(items, origin) : Shapes.array(Shapes.joined(items), origin));
    }

    private Field object(JsonataSyntax.ObjectConstructor object, Names names) {
        Map<String, Field> fields = new LinkedHashMap<>();
        boolean open = false;
        for (JsonataSyntax.Member member : object.members()) {
            Trace before = culprit;
            Field value = value(member.value(), names);
            culprit = before;
            if (member.name() instanceof JsonataSyntax.Literal literal
                    && literal.value().isTextual()) {
                if (!value.isNever()) {
                    fields.put(literal.value().textValue(), value);
                }
            } else {
                value(member.name(), names);
                culprit = before;
                open = true;
            }
        }
        return Field.always(Shapes.object(fields, open, origin));
    }

    private Field condition(JsonataSyntax.Condition condition, Names names) {
        Trace before = culprit;
        Field asked = value(condition.condition(), names);
        culprit = before;
        Boolean known = JsonataFunctionShapes.truth(asked);
        Field otherwise = Field.NEVER;
        if (!Boolean.TRUE.equals(known) && condition.otherwise() != null) {
            otherwise = value(condition.otherwise(), names);
        }
        if (Boolean.FALSE.equals(known)) {
            return condition.otherwise() == null ? Field.ANYTHING : otherwise;
        }
        Field then = value(condition.then(), names);
        if (Boolean.TRUE.equals(known)) {
            return then;
        }
        return condition.otherwise() == null
                ? (then.isNever() ? Field.ANYTHING : new Field(then.shape(), Presence.PERHAPS))
                : Shapes.join(then, otherwise);
    }

    // ---- functions ---------------------------------------------------------------------------------------------

    private static @Nullable String name(JsonataSyntax.Call call) {
        return call.procedure() instanceof JsonataSyntax.Variable variable ? variable.name() : null;
    }

    private Field call(JsonataSyntax.Call call, Names names) {
        Trace before = culprit;
        List<Field> arguments = values(call.arguments(), names);
        String name = name(call);
        if ("exists".equals(name) && arguments.size() == 1 && arguments.get(0).isNever() && culprit != null) {
            neverTrue.add(new DeadComparison(pointer, culprit.path(), null, "$exists"));
        }
        Field result = new JsonataFunctionShapes(origin).call(name, arguments, lambda(call, names));
        if (!result.isNever()) {
            culprit = before;
        }
        return result;
    }

    /** What a function that is written out as an argument gives for a value; null where there is none. */
    private @Nullable Function<Field, Field> lambda(JsonataSyntax.Call call, Names names) {
        for (JsonataSyntax argument : call.arguments()) {
            if (argument instanceof JsonataSyntax.Lambda lambda) {
                return first -> {
                    Names inner = new Names(names, names.here);
                    for (int i = 0; i < lambda.parameters().size(); i++) {
                        inner.bound.put(lambda.parameters().get(i), i == 0 ? first : Field.ANYTHING);
                    }
                    Trace before = culprit;
                    Field result = value(lambda.body(), inner);
                    culprit = before;
                    return result;
                };
            }
        }
        return null;
    }

    private Field application(JsonataSyntax.Application application, Names names) {
        Field value = value(application.value(), names);
        JsonataFunctionShapes functions = new JsonataFunctionShapes(origin);
        if (application.function() instanceof JsonataSyntax.Variable function && names.find(function.name()) == null) {
            return functions.call(function.name(), List.of(value), null);
        }
        if (application.function() instanceof JsonataSyntax.Call call) {
            List<Field> arguments = new ArrayList<>(List.of(value));
            arguments.addAll(values(call.arguments(), names));
            return functions.call(name(call), arguments, lambda(call, names));
        }
        return anything();
    }
}
