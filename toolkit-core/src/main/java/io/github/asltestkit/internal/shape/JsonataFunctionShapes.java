package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.asltestkit.internal.shape.Shape.Kind;
import io.github.asltestkit.internal.shape.Shape.ObjectOf;
import io.github.asltestkit.internal.shape.Shape.Scalar;
import io.github.asltestkit.internal.shape.Shape.Tuple;
import io.github.asltestkit.internal.shape.Shape.Unknown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the functions of JSONata give, as far as it follows from the types of their arguments. */
final class JsonataFunctionShapes {
    /** Functions that give nothing for nothing, and the type of what else they give. */
    static final Map<String, Kind> OF_SOMETHING = Map.copyOf(ofSomething());

    private static Map<String, Kind> ofSomething() {
        Map<String, Kind> kinds = new HashMap<>();
        String texts = "substring substringBefore substringAfter lowercase uppercase trim pad join replace base64encode"
                + " base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl formatNumber formatBase"
                + " formatInteger string fromMillis";
        String numbers = "length number abs floor ceil round power sqrt parseInteger toMillis";
        Stream.of(texts.split(" ")).forEach(name -> kinds.put(name, Kind.TEXT));
        Stream.of(numbers.split(" ")).forEach(name -> kinds.put(name, Kind.NUMBER));
        kinds.put("contains", Kind.BOOLEAN);
        return kinds;
    }

    private final Origin origin;

    JsonataFunctionShapes(Origin origin) {
        this.origin = origin;
    }

    private Shape scalar(Kind kind) {
        return Shapes.scalar(kind, origin);
    }

    private Field presence(Presence presence) {
        return truth(presence == Presence.PERHAPS ? null : (Boolean) (presence == Presence.ALWAYS));
    }

    /** A boolean, whose value is known unless it is null. */
    Field truth(@Nullable Boolean value) {
        return Field.always(
                value == null ? scalar(Kind.BOOLEAN) : new Scalar(Kind.BOOLEAN, BooleanNode.valueOf(value), origin));
    }

    private static @Nullable Boolean negated(@Nullable Boolean truth) {
        return truth == null ? null : (Boolean) !truth;
    }

    /** What a value counts as where a boolean is asked for; null where that is not known. Nothing counts as false. */
    static @Nullable Boolean truth(Field value) {
        if (value.isNever()) {
            return false;
        }
        JsonNode known = value.shape() instanceof Scalar scalar ? scalar.value() : null;
        if (known == null || !known.isBoolean() || (known.booleanValue() && value.presence() != Presence.ALWAYS)) {
            return null;
        }
        return known.booleanValue();
    }

    private Field anything() {
        return Field.perhaps(Shapes.unknown(origin));
    }

    /**
     * What a call gives.
     *
     * @param name the function's name without its {@code $}; null for one that has none
     * @param lambda what a function among the arguments gives for an element; null where there is none
     */
    Field call(@Nullable String name, List<Field> arguments, @Nullable Function<Field, Field> lambda) {
        if (name == null || arguments.isEmpty()) {
            return of(name);
        }
        Field first = arguments.get(0);
        Kind kind = OF_SOMETHING.get(name);
        if (kind != null) {
            return first.isNever() ? Field.NEVER : new Field(scalar(kind), first.presence());
        }
        return switch (name) {
            case "exists" -> presence(first.presence());
            case "boolean" -> first.isNever() ? Field.NEVER : truth(truth(first));
            case "not" -> first.isNever() ? Field.NEVER : truth(negated(truth(first)));
            case "count" -> Field.always(scalar(Kind.NUMBER));
            case "sum", "max", "min", "average" -> first.isNever() ? Field.NEVER : Field.perhaps(scalar(Kind.NUMBER));
            case "split" ->
                first.isNever() ? Field.NEVER : new Field(Shapes.array(scalar(Kind.TEXT), origin), first.presence());
            case "append" -> append(arguments);
            case "sort", "reverse", "shuffle", "distinct" ->
                first.isNever() ? Field.NEVER : new Field(anyOrder(first.shape()), first.presence());
            case "merge" -> merge(first);
            case "map" -> map(first, lambda);
            case "filter" -> first.isNever() ? Field.NEVER : Field.perhaps(several(elements(first.shape()), lambda));
            case "single" -> first.isNever() ? Field.NEVER : Field.perhaps(elements(first.shape()));
            case "type" -> first.isNever() ? Field.NEVER : new Field(scalar(Kind.TEXT), first.presence());
            case "parse" ->
                first.isNever()
                        ? Field.NEVER
                        : Field.perhaps(Shapes.unknown(first.shape().origin().at(Origin.PARSED)));
            default -> anything();
        };
    }

    private Field of(@Nullable String name) {
        if (name == null) {
            return anything();
        }
        return switch (name) {
            case "now", "uuid" -> Field.always(scalar(Kind.TEXT));
            case "millis", "random" -> Field.always(scalar(Kind.NUMBER));
            default -> anything();
        };
    }

    private Field append(List<Field> arguments) {
        if (arguments.size() != 2) {
            return anything();
        }
        Field one = arguments.get(0);
        Field other = arguments.get(1);
        if (one.isNever() || other.isNever()) {
            return one.isNever() ? other : one;
        }
        return Field.perhaps(Shapes.array(Shapes.join(elements(one.shape()), elements(other.shape())), origin));
    }

    private Shape anyOrder(Shape shape) {
        if (shape instanceof Tuple tuple) {
            return tuple.items().size() == 1 ? shape : Shapes.array(Shapes.joined(tuple.items()), origin);
        }
        return shape;
    }

    private Field merge(Field objects) {
        if (objects.isNever()) {
            return Field.NEVER;
        }
        if (!(objects.shape() instanceof Tuple tuple) || tuple.items().isEmpty()) {
            return objects.shape() instanceof ObjectOf ? objects : anything();
        }
        Shape merged = tuple.items().get(0);
        for (Shape next : tuple.items().subList(1, tuple.items().size())) {
            ObjectOf below = JsonPathShapes.asObject(merged);
            ObjectOf above = JsonPathShapes.asObject(next);
            if (below == null || above == null) {
                return anything();
            }
            merged = JsonPathShapes.merge(below, above, origin);
        }
        return merged instanceof ObjectOf ? new Field(merged, objects.presence()) : anything();
    }

    private Field map(Field values, @Nullable Function<Field, Field> lambda) {
        if (values.isNever()) {
            return Field.NEVER;
        }
        Field each = lambda == null ? anything() : lambda.apply(Field.always(elements(values.shape())));
        return each.isNever() ? anything() : Field.perhaps(several(each.shape(), null));
    }

    /** None, one, or an array of some values. */
    private Shape several(Shape value, @Nullable Function<Field, Field> asked) {
        if (asked != null) {
            // For what it reads: the function decides which values stay, not what they are.
            Field unused = asked.apply(Field.always(value));
        }
        return value instanceof Unknown ? value : Shapes.join(value, Shapes.array(value, origin));
    }

    private static Shape elements(Shape shape) {
        Shape all = null;
        for (Shape alternative : Shapes.alternatives(shape)) {
            Shape element = Shapes.isArray(alternative) ? Shapes.element(alternative) : alternative;
            Shape known = element == null ? Unknown.NOTHING_KNOWN : element;
            all = all == null ? known : Shapes.join(all, known);
        }
        return all == null ? Unknown.NOTHING_KNOWN : all;
    }
}
