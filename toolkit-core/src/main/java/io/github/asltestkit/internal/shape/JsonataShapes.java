package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.jsonata.JsonataSyntax;
import io.github.asltestkit.internal.expression.jsonata.JsonataTemplate;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.shape.JsonataEvaluation.Trace;
import io.github.asltestkit.internal.shape.Shape.Kind;
import io.github.asltestkit.internal.shape.Shape.Scalar;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the values of a JSONata state give. An expression that gives nothing fails the state. */
final class JsonataShapes {
    private final Compiled compiled;
    private final View view;
    private final Observer observer;

    JsonataShapes(Compiled compiled, View view, Observer observer) {
        this.compiled = compiled;
        this.view = view;
        this.observer = observer;
    }

    /** What a value gives in which there may be expressions; null if it surely fails. */
    @Nullable
    Shape template(JsonNode template, String pointer) {
        if (JsonataTemplate.isExpression(template)) {
            return expression(template, pointer);
        }
        if (template.isObject()) {
            Map<String, Field> fields = new LinkedHashMap<>();
            boolean open = false;
            boolean fails = false;
            for (Map.Entry<String, JsonNode> field : template.properties()) {
                Shape value = template(field.getValue(), pointer + "/" + Pointers.segment(field.getKey()));
                fails |= value == null;
                open |= Shapes.isPlaceholder(field.getKey());
                fields.put(field.getKey(), value == null ? Field.ANYTHING : Field.always(value));
            }
            return fails ? null : Shapes.object(fields, open, new Origin.Written(pointer));
        }
        if (template.isArray()) {
            List<Shape> items = new ArrayList<>(template.size());
            boolean fails = false;
            for (int i = 0; i < template.size(); i++) {
                Shape item = template(template.get(i), pointer + "/" + i);
                fails |= item == null;
                items.add(item == null ? Shapes.unknown(Origin.unknown()) : item);
            }
            return fails ? null : Shapes.tuple(items, new Origin.Written(pointer));
        }
        return Shapes.written(template, pointer);
    }

    private @Nullable Shape expression(JsonNode text, String pointer) {
        JsonataSyntax syntax = syntax(text);
        if (syntax == null) {
            return Shapes.unknown(new Origin.Computed(pointer));
        }
        unassigned(text, pointer);
        JsonataEvaluation evaluation = new JsonataEvaluation(view, pointer);
        Field value = evaluation.value(syntax);
        evaluation.found().forEach(shape -> observer.found(pointer, shape));
        Trace perhaps = value.isNever() || !observer.looksForPerhaps() ? null : evaluation.perhaps(syntax);
        if (perhaps != null) {
            observer.perhaps(read(perhaps, pointer));
        }
        return fails(value, evaluation, pointer) ? null : value.shape();
    }

    private @Nullable JsonataSyntax syntax(JsonNode text) {
        return Shapes.isPlaceholder(text.asText()) ? null : compiled.jsonata().syntax(text);
    }

    /** Whether an expression surely gives nothing, because it reads what is never there. */
    private boolean fails(Field value, JsonataEvaluation evaluation, String pointer) {
        Trace culprit = evaluation.culprit();
        if (!value.isNever() || culprit == null) {
            return false;
        }
        observer.dead(read(culprit, pointer));
        return true;
    }

    private static DeadRead read(Trace trace, String pointer) {
        return new DeadRead(
                pointer, trace.path(), trace.at(), trace.step(), trace.there(), ErrorNames.QUERY_EVALUATION_ERROR);
    }

    /** Tells of the variables that no way has assigned, whatever the expression makes of them. */
    private void unassigned(JsonNode text, String pointer) {
        if (!observer.equals(Observer.NONE)) {
            for (String name : compiled.jsonata().variables(text)) {
                if (view.env().variable(name).isNever()) {
                    observer.unassigned(pointer, name);
                }
            }
        }
    }

    // ---- conditions --------------------------------------------------------------------------------------------

    /** What is known where the Condition of a rule holds, and where it does not. */
    ChoiceShapes.Outcome condition(JsonNode condition, String pointer) {
        if (condition.isBoolean()) {
            return condition.booleanValue()
                    ? new ChoiceShapes.Outcome(view, null, true)
                    : new ChoiceShapes.Outcome(null, view, true);
        }
        JsonataSyntax syntax = JsonataTemplate.isExpression(condition) ? syntax(condition) : null;
        if (syntax == null) {
            return new ChoiceShapes.Outcome(view, view, false);
        }
        unassigned(condition, pointer);
        JsonataEvaluation evaluation = new JsonataEvaluation(view, pointer);
        Field value = evaluation.value(syntax);
        evaluation.found().forEach(shape -> observer.found(pointer, shape));
        if (fails(value, evaluation, pointer)) {
            return new ChoiceShapes.Outcome(null, null, false);
        }
        evaluation.neverTrue().forEach(comparison -> observer.dead(comparison));
        if (value.shape() instanceof Scalar scalar && scalar.kind() == Kind.BOOLEAN && scalar.value() != null) {
            return scalar.value().booleanValue()
                    ? new ChoiceShapes.Outcome(view, null, true)
                    : new ChoiceShapes.Outcome(null, view, true);
        }
        return new ChoiceShapes.Outcome(learned(syntax, view, true), learned(syntax, view, false), false);
    }

    /** What is known besides where a condition holds, or does not. */
    private static View learned(JsonataSyntax condition, View view, boolean holds) {
        if (condition instanceof JsonataSyntax.Operation operation) {
            boolean all = operation.operator().equals("and") && holds;
            boolean none = operation.operator().equals("or") && !holds;
            if (all || none) {
                return learned(operation.right(), learned(operation.left(), view, holds), holds);
            }
            boolean compares = List.of("=", "<", "<=", ">", ">=").contains(operation.operator());
            return compares && holds ? present(operation.right(), present(operation.left(), view)) : view;
        }
        if (condition instanceof JsonataSyntax.Call call
                && call.procedure() instanceof JsonataSyntax.Variable function
                && call.arguments().size() == 1) {
            JsonataSyntax argument = call.arguments().get(0);
            return switch (function.name()) {
                case "exists" -> holds ? present(argument, view) : absent(argument, view);
                case "not" -> learned(argument, view, !holds);
                case "boolean" -> learned(argument, view, holds);
                default -> view;
            };
        }
        if (condition instanceof JsonataSyntax.Block block
                && block.expressions().size() == 1) {
            return learned(block.expressions().get(0), view, holds);
        }
        return holds ? present(condition, view) : view;
    }

    private static View present(JsonataSyntax expression, View view) {
        return learned(expression, view, field -> field.isNever() ? null : Field.always(field.shape()));
    }

    private static View absent(JsonataSyntax expression, View view) {
        return learned(expression, view, field -> field.presence() == Presence.ALWAYS ? null : Field.NEVER);
    }

    private static View learned(JsonataSyntax expression, View view, Function<Field, @Nullable Field> learned) {
        if (!(expression instanceof JsonataSyntax.Path path)
                || !(path.steps().get(0).node() instanceof JsonataSyntax.Variable root)) {
            return view;
        }
        List<Object> names = new ArrayList<>();
        for (JsonataSyntax.Step step : path.steps()) {
            if (!step.filters().isEmpty()) {
                return view;
            }
            if (step.node() instanceof JsonataSyntax.Name name) {
                names.add(name.name());
            } else if (!names.isEmpty() || !step.node().equals(root)) {
                return view;
            }
        }
        if (root.name().equals("states") && !names.isEmpty() && names.get(0).equals("input")) {
            Shape input = PathShapes.learn(view.root(), names.subList(1, names.size()), learned);
            return input == null ? view : view.withRoot(input);
        }
        Field variable = view.env().variables().get(root.name());
        if (variable == null || names.isEmpty()) {
            return view;
        }
        Shape shape = PathShapes.learn(variable.shape(), names, learned);
        return shape == null
                ? view
                : new View(
                        view.env().with(Map.of(root.name(), new Field(shape, variable.presence()))),
                        view.root(),
                        view.context(),
                        view.result(),
                        view.error());
    }
}
