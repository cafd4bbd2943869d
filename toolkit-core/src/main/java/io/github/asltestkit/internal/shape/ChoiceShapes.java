package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.internal.expression.jsonpath.JsonPath;
import io.github.asltestkit.internal.shape.PathShapes.Reading;
import io.github.asltestkit.internal.shape.Shape.Kind;
import io.github.asltestkit.internal.shape.Shape.Scalar;
import io.github.asltestkit.internal.shape.Shape.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the rules of a Choice in JSONPath make of the data: what is known where a rule is true, and where it is false. */
final class ChoiceShapes {
    /** The operators that ask for a type, and the type of each; of IsTimestamp, that of its text. */
    private static final Map<String, Kind> TYPE_TESTS = Map.of(
            "IsNull", Kind.NULL,
            "IsNumeric", Kind.NUMBER,
            "IsString", Kind.TEXT,
            "IsBoolean", Kind.BOOLEAN,
            "IsTimestamp", Kind.TEXT);

    private static final Map<String, Kind> FAMILIES =
            Map.of("String", Kind.TEXT, "Numeric", Kind.NUMBER, "Boolean", Kind.BOOLEAN, "Timestamp", Kind.TEXT);

    private final Compiled compiled;
    private final Observer observer;

    ChoiceShapes(Compiled compiled, Observer observer) {
        this.compiled = compiled;
        this.observer = observer;
    }

    /**
     * What comes of a rule.
     *
     * @param whenTrue what is known where it is true; null if it never is
     * @param whenFalse what is known where it is false; null if it never is
     * @param byValue whether one of them is null because a value is known, which may be a setting and no mistake
     */
    record Outcome(@Nullable View whenTrue, @Nullable View whenFalse, boolean byValue) {
        Outcome negated() {
            return new Outcome(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue, byValue);
        }
    }

    Outcome outcome(ChoiceRule rule, View view) {
        return rule.accept(new Outcomes(view));
    }

    /** The outcome of each kind of rule. */
    private final class Outcomes implements ChoiceRule.Visitor<Outcome> {
        private final View view;

        Outcomes(View view) {
            this.view = view;
        }

        @Override
        public Outcome condition(ChoiceRule.Condition rule) {
            return new Outcome(view, view, false);
        }

        @Override
        public Outcome comparison(ChoiceRule.Comparison rule) {
            return ChoiceShapes.this.comparison(rule, view);
        }

        @Override
        public Outcome and(ChoiceRule.And rule) {
            return sequence(rule.rules(), view, true);
        }

        @Override
        public Outcome or(ChoiceRule.Or rule) {
            return sequence(rule.rules(), view, false);
        }

        @Override
        public Outcome not(ChoiceRule.Not rule) {
            return outcome(rule.rule(), view).negated();
        }
    }

    /** Rules of which the next is asked only while all before it were as {@code wanted}. */
    private Outcome sequence(List<ChoiceRule> rules, View view, boolean wanted) {
        View going = view;
        View left = null;
        boolean byValue = false;
        for (ChoiceRule rule : rules) {
            if (going == null) {
                break;
            }
            Outcome outcome = outcome(rule, going);
            byValue |= outcome.byValue();
            View other = wanted ? outcome.whenFalse() : outcome.whenTrue();
            left = other == null ? left : left == null ? other : join(left, other);
            going = wanted ? outcome.whenTrue() : outcome.whenFalse();
        }
        return wanted ? new Outcome(going, left, byValue) : new Outcome(left, going, byValue);
    }

    private static View join(View one, View other) {
        return new View(
                one.env().join(other.env()),
                Shapes.join(one.root(), other.root()),
                one.context(),
                one.result(),
                one.error());
    }

    private Outcome comparison(ChoiceRule.Comparison comparison, View view) {
        JsonPathShapes paths = new JsonPathShapes(compiled, view, observer);
        String operator = comparison.operator();
        Reading found = paths.find(comparison.variable());
        observer.found(comparison.pointer(), found.field().shape());
        if (operator.equals("IsPresent")) {
            return present(comparison, view, found);
        }
        if (found.stop() != null) {
            paths.path(comparison.variable(), comparison.pointer() + "/Variable");
            return new Outcome(null, null, false);
        }
        View there =
                learned(view, comparison.variable(), field -> field.isNever() ? null : Field.always(field.shape()));
        there = there == null ? view : there;
        JsonNode value = comparison.value();
        Kind tested = TYPE_TESTS.get(operator);
        if (tested != null) {
            return value.asBoolean() && !JsonPathShapes.mayBe(found.field().shape(), tested)
                    ? new Outcome(null, there, false)
                    : new Outcome(value.asBoolean() ? narrowed(there, comparison, tested, null) : there, there, false);
        }
        boolean toPath = operator.endsWith("Path");
        if (toPath
                && value.isTextual()
                && paths.path(value.textValue(), comparison.pointer() + "/" + operator) == null) {
            return new Outcome(null, null, false);
        }
        return ordered(comparison, found.field().shape(), toPath ? null : value, there);
    }

    private Outcome ordered(ChoiceRule.Comparison comparison, Shape compared, @Nullable JsonNode literal, View there) {
        Kind kind = family(comparison.operator());
        if (kind == null) {
            return new Outcome(there, there, false);
        }
        if (!JsonPathShapes.mayBe(compared, kind)) {
            observer.dead(
                    new DeadComparison(comparison.pointer(), comparison.variable(), compared, comparison.operator()));
            return new Outcome(null, there, false);
        }
        JsonNode equal = literal != null && isEquality(comparison.operator()) && !Shapes.isPlaceholder(literal.asText())
                ? literal
                : null;
        if (equal != null && compared instanceof Scalar scalar && scalar.value() != null) {
            return same(scalar.value(), equal) ? new Outcome(there, null, true) : new Outcome(null, there, true);
        }
        return new Outcome(narrowed(there, comparison, kind, equal), there, false);
    }

    /** Two timestamps may be equal and written otherwise. */
    private static boolean isEquality(String operator) {
        return operator.endsWith("Equals") && !operator.endsWith("ThanEquals") && !operator.startsWith("Timestamp");
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    private static @Nullable Kind family(String operator) {
        for (Map.Entry<String, Kind> family : FAMILIES.entrySet()) {
            if (operator.startsWith(family.getKey())) {
                return family.getValue();
            }
        }
        return null;
    }

    private Outcome present(ChoiceRule.Comparison comparison, View view, Reading found) {
        View there = found.stop() != null
                ? null
                : learned(view, comparison.variable(), field -> field.isNever() ? null : Field.always(field.shape()));
        View absent = found.field().presence() == Presence.ALWAYS
                ? null
                : learned(
                        view, comparison.variable(), field -> field.presence() == Presence.ALWAYS ? null : Field.NEVER);
        if (found.stop() != null && comparison.value().asBoolean()) {
            observer.dead(new DeadComparison(comparison.pointer(), comparison.variable(), null, comparison.operator()));
        }
        return comparison.value().asBoolean() ? new Outcome(there, absent, false) : new Outcome(absent, there, false);
    }

    private View narrowed(View view, ChoiceRule.Comparison comparison, Kind kind, @Nullable JsonNode value) {
        View narrowed = learned(view, comparison.variable(), field -> {
            for (Shape alternative : Shapes.alternatives(field.shape())) {
                if (alternative instanceof Unknown) {
                    return Field.always(new Scalar(kind, value, alternative.origin()));
                }
                if (alternative instanceof Scalar scalar && scalar.kind() == kind) {
                    return Field.always(value == null ? scalar : new Scalar(kind, value, scalar.origin()));
                }
            }
            return field;
        });
        return narrowed == null ? view : narrowed;
    }

    /** The view in which more is known of what a path finds; null where that cannot be. */
    private @Nullable View learned(View view, String text, Function<Field, @Nullable Field> learned) {
        JsonPath path = Shapes.isPlaceholder(text) ? null : compiled.path(text);
        List<Object> steps = path == null ? null : path.steps();
        if (path == null || steps == null || path.isContext()) {
            return view;
        }
        String variable = path.variable();
        if (variable == null) {
            Shape root = PathShapes.learn(view.root(), steps, learned);
            return root == null ? null : view.withRoot(root);
        }
        Field before = view.env().variable(variable);
        Field after;
        if (steps.isEmpty()) {
            after = learned.apply(before);
        } else {
            Shape shape = PathShapes.learn(before.shape(), steps, learned);
            after = shape == null ? null : new Field(shape, before.presence());
        }
        if (after == null) {
            return null;
        }
        Map<String, Field> changed = new LinkedHashMap<>();
        changed.put(variable, after);
        return new View(view.env().with(changed), view.root(), view.context(), view.result(), view.error());
    }
}
