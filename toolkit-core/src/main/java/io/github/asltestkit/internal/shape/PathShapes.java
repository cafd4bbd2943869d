package io.github.asltestkit.internal.shape;

import io.github.asltestkit.internal.shape.Shape.ArrayOf;
import io.github.asltestkit.internal.shape.Shape.Kind;
import io.github.asltestkit.internal.shape.Shape.ObjectOf;
import io.github.asltestkit.internal.shape.Shape.Tuple;
import io.github.asltestkit.internal.shape.Shape.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows the names and indices of a path of the JSONPath query language through a shape. */
final class PathShapes {

    private PathShapes() {}

    /**
     * What a path finds.
     *
     * @param field the place it leads to
     * @param stop where it ends before its end; null where it may find something
     * @param perhaps the first step that is known to lead nowhere in some executions; null where there is none
     */
    record Reading(
            Field field, @Nullable Stop stop, @Nullable Stop perhaps) {
        Reading(Field field, @Nullable Stop stop) {
            this(field, stop, null);
        }
    }

    /**
     * Where a path that never finds anything ends.
     *
     * @param step the index of the step that leads nowhere
     * @param there what is there, where the step leads nowhere from
     */
    record Stop(int step, Shape there) {}

    static Reading read(Field root, List<Object> steps) {
        Field at = root;
        Stop perhaps = null;
        for (int i = 0; i < steps.size(); i++) {
            Field next = step(at.shape(), steps.get(i), i == steps.size() - 1);
            if (next.isNever()) {
                return new Reading(Field.NEVER, new Stop(i, at.shape()));
            }
            if (perhaps == null && isOptional(at.shape(), steps.get(i))) {
                perhaps = new Stop(i, at.shape());
            }
            at = new Field(next.shape(), at.presence().then(next.presence()));
        }
        return new Reading(at, at.isNever() ? new Stop(0, at.shape()) : null, perhaps);
    }

    /** Whether it is known that some values of a shape have a field and others do not. */
    static boolean isOptional(Shape shape, Object step) {
        boolean some = false;
        for (Shape alternative : Shapes.alternatives(shape)) {
            if (!(alternative instanceof ObjectOf object) || !(step instanceof String name)) {
                return false;
            }
            Field field = object.fields().get(name);
            if (field == null && object.open()) {
                return false;
            }
            some |= field == null || field.presence() != Presence.ALWAYS;
        }
        return some;
    }

    private static Field step(Shape shape, Object step, boolean last) {
        Field found = null;
        for (Shape alternative : Shapes.alternatives(shape)) {
            Field of = step instanceof Integer index
                    ? element(alternative, index, last)
                    : member(alternative, (String) step);
            found = found == null ? of : Shapes.join(found, of);
        }
        return found == null ? Field.NEVER : found;
    }

    private static Field member(Shape shape, String name) {
        if (shape instanceof Unknown) {
            return Field.perhaps(Shapes.unknown(shape.origin().at(name)));
        }
        return shape instanceof ObjectOf object ? object.field(name) : Field.NEVER;
    }

    /** An element; of an index behind the end of an array, AWS makes null in some places, and nothing in others. */
    private static Field element(Shape shape, int index, boolean last) {
        if (shape instanceof Unknown) {
            return Field.perhaps(Shapes.unknown(shape.origin().at(index)));
        }
        if (index < 0) {
            return Field.NEVER;
        }
        if (shape instanceof ArrayOf array) {
            return Field.perhaps(array.element());
        }
        if (shape instanceof Tuple tuple) {
            return index < tuple.items().size()
                    ? Field.always(tuple.items().get(index))
                    : last ? Field.perhaps(Shapes.scalar(Kind.NULL, Origin.unknown())) : Field.NEVER;
        }
        return Field.NEVER;
    }

    /**
     * The shape of data into which a value was put at a Reference Path; null where it can be put into no value of the shape.
     */
    static @Nullable Shape put(Shape data, List<Object> steps, Shape value, Origin by) {
        return put(Field.always(data), steps, 0, value, by);
    }

    private static @Nullable Shape put(Field data, List<Object> steps, int at, Shape value, Origin by) {
        if (at == steps.size()) {
            return value;
        }
        Object step = steps.get(at);
        Shape all = null;
        if (!data.isNever()) {
            for (Shape alternative : Shapes.alternatives(data.shape())) {
                Shape changed = step instanceof Integer index
                        ? putElement(alternative, index, steps, at, value, by)
                        : putMember(alternative, (String) step, steps, at, value, by);
                all = changed == null ? all : all == null ? changed : Shapes.join(all, changed);
            }
        }
        if (data.presence() != Presence.ALWAYS && step instanceof String name) {
            Shape below = put(Field.NEVER, steps, at + 1, value, by);
            if (below != null) {
                Shape made = Shapes.object(Map.of(name, Field.always(below)), false, by);
                all = all == null ? made : Shapes.join(all, made);
            }
        }
        return all;
    }

    private static @Nullable Shape putMember(
            Shape shape, String name, List<Object> steps, int at, Shape value, Origin by) {
        if (shape instanceof Unknown) {
            Shape below = put(Field.ANYTHING, steps, at + 1, value, by);
            return below == null ? null : Shapes.object(Map.of(name, Field.always(below)), true, shape.origin());
        }
        if (!(shape instanceof ObjectOf object)) {
            return null;
        }
        Shape below = put(object.field(name), steps, at + 1, value, by);
        if (below == null) {
            return null;
        }
        if (object.fields().size() >= Bounds.NAMES && !object.fields().containsKey(name)) {
            return Shapes.object(object.fields(), true, object.origin());
        }
        return with(object, name, Field.always(below));
    }

    private static @Nullable Shape putElement(
            Shape shape, int index, List<Object> steps, int at, Shape value, Origin by) {
        if (shape instanceof Unknown) {
            return shape;
        }
        if (shape instanceof Tuple tuple && index >= 0 && index < tuple.items().size()) {
            Shape below = put(Field.always(tuple.items().get(index)), steps, at + 1, value, by);
            if (below == null) {
                return null;
            }
            List<Shape> items = new ArrayList<>(tuple.items());
            items.set(index, below);
            return Shapes.tuple(items, tuple.origin());
        }
        if (shape instanceof ArrayOf array && index >= 0) {
            Shape below = put(Field.always(array.element()), steps, at + 1, value, by);
            return below == null ? null : Shapes.array(Shapes.join(array.element(), below), array.origin());
        }
        return null;
    }

    static Shape with(ObjectOf object, String name, Field field) {
        Map<String, Field> fields = new LinkedHashMap<>(object.fields());
        fields.put(name, field);
        return Shapes.object(fields, object.open(), object.origin());
    }

    /**
     * The shape of data of which more was learned at a place: the place is there, or is not. The shape is the same where the
     * path goes through elements.
     *
     * @param learned what is true of the place; null where no value of the shape has a place like this
     */
    static @Nullable Shape learn(Shape data, List<Object> steps, Function<Field, @Nullable Field> learned) {
        Field whole = learn(Field.always(data), steps, 0, learned);
        return whole == null ? null : whole.shape();
    }

    private static @Nullable Field learn(
            Field data, List<Object> steps, int at, Function<Field, @Nullable Field> learned) {
        if (at == steps.size()) {
            return learned.apply(data);
        }
        if (!(steps.get(at) instanceof String name)) {
            return data;
        }
        Shape all = null;
        boolean possible = false;
        for (Shape alternative : Shapes.alternatives(data.shape())) {
            Field below = learn(member(alternative, name), steps, at + 1, learned);
            if (below == null) {
                continue;
            }
            possible = true;
            Shape changed = alternative;
            if (alternative instanceof ObjectOf object
                    && (object.fields().size() < Bounds.NAMES || object.fields().containsKey(name))) {
                changed = with(object, name, below);
            } else if (alternative instanceof Unknown && below.presence() == Presence.ALWAYS) {
                changed = Shapes.object(Map.of(name, below), true, alternative.origin());
            }
            all = all == null ? changed : Shapes.join(all, changed);
        }
        if (!possible || all == null) {
            return null;
        }
        return new Field(all, data.presence());
    }
}
