package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.expression.jsonpath.IntrinsicExpression;
import io.github.asltestkit.internal.expression.jsonpath.JsonPath;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.shape.PathShapes.Reading;
import io.github.asltestkit.internal.shape.Shape.Kind;
import io.github.asltestkit.internal.shape.Shape.ObjectOf;
import io.github.asltestkit.internal.shape.Shape.Scalar;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the paths, intrinsic functions and payload templates of a JSONPath state give. A missing path fails the state. */
final class JsonPathShapes {
    private static final String DYNAMIC = ".$";

    private final Compiled compiled;
    private final View view;
    private final Observer observer;

    JsonPathShapes(Compiled compiled, View view, Observer observer) {
        this.compiled = compiled;
        this.view = view;
        this.observer = observer;
    }

    JsonPathShapes withRoot(Shape root) {
        return new JsonPathShapes(compiled, view.withRoot(root), observer);
    }

    // ---- paths -----------------------------------------------------------------------------------------------

    /** What a path gives that has to find something; null if it surely finds nothing, which fails the state. */
    @Nullable
    Shape path(String text, String pointer) {
        Reading found = find(text);
        if (found.stop() != null) {
            tell(text, found, pointer);
            return null;
        }
        tellPerhaps(text, found, pointer);
        observer.found(pointer, found.field().shape());
        return found.field().shape();
    }

    /** What a path finds; anything if it is none. */
    Reading find(String text) {
        JsonPath path = Shapes.isPlaceholder(text) ? null : compiled.path(text);
        return path == null ? new Reading(Field.ANYTHING, null) : find(path);
    }

    private Reading find(JsonPath path) {
        List<Object> steps = path.steps();
        if (steps == null) {
            Shape anything = Shapes.unknown(Origin.unknown());
            // An indefinite path finds an array, which may be empty.
            return new Reading(
                    path.isDefinite()
                            ? Field.perhaps(anything)
                            : Field.always(Shapes.array(anything, Origin.unknown())),
                    null);
        }
        Field root = root(path);
        return root.isNever()
                ? new Reading(Field.NEVER, new PathShapes.Stop(-1, root.shape()))
                : PathShapes.read(root, steps);
    }

    private Field root(JsonPath path) {
        String variable = path.variable();
        if (variable != null) {
            return view.env().variable(variable);
        }
        return Field.always(path.isContext() ? view.context() : view.root());
    }

    private void tell(String text, Reading found, String pointer) {
        JsonPath path = compiled.path(text);
        if (path != null) {
            tell(path, found, pointer);
        }
    }

    private void tellPerhaps(String text, Reading found, String pointer) {
        JsonPath path = found.perhaps() == null || !observer.looksForPerhaps() ? null : compiled.path(text);
        DeadRead read = path == null ? null : read(path, found.perhaps(), pointer);
        if (read != null) {
            observer.perhaps(read);
        }
    }

    private void tell(JsonPath path, Reading found, String pointer) {
        DeadRead read = read(path, found.stop(), pointer);
        if (read != null) {
            observer.dead(read);
        }
    }

    private static @Nullable DeadRead read(JsonPath path, PathShapes.@Nullable Stop stop, String pointer) {
        List<Object> steps = path.steps();
        if (stop == null || steps == null) {
            return null;
        }
        String root = path.variable() != null ? "$" + path.variable() : path.isContext() ? "$$" : "$";
        return new DeadRead(
                pointer,
                path.text(),
                stop.step() < 0 ? "" : text(root, steps.subList(0, stop.step())),
                stop.step() < 0 ? root : steps.get(stop.step()),
                stop.there(),
                ErrorNames.RUNTIME);
    }

    static String text(String root, List<Object> steps) {
        StringBuilder text = new StringBuilder(root);
        for (Object step : steps) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else if (isPlain(String.valueOf(step))) {
                text.append('.').append(step);
            } else {
                text.append("['").append(step).append("']");
            }
        }
        return text.toString();
    }

    /** Whether a name may follow a dot. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c == '-' || c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
            if (!plain) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    // ---- templates -------------------------------------------------------------------------------------------

    /** What a payload template gives; null if it surely fails. */
    @Nullable
    Shape template(JsonNode template, String pointer) {
        if (template.isObject()) {
            Map<String, Field> fields = new LinkedHashMap<>();
            boolean open = false;
            boolean fails = false;
            for (Map.Entry<String, JsonNode> field : template.properties()) {
                String key = field.getKey();
                String at = pointer + "/" + Pointers.segment(key);
                boolean dynamic = key.endsWith(DYNAMIC);
                Shape value = dynamic ? dynamic(field.getValue(), at) : template(field.getValue(), at);
                fails |= value == null;
                open |= Shapes.isPlaceholder(key);
                if (value != null) {
                    fields.put(dynamic ? key.substring(0, key.length() - DYNAMIC.length()) : key, Field.always(value));
                }
            }
            return fails ? null : Shapes.object(fields, open, new Origin.Written(pointer));
        }
        if (template.isArray()) {
            List<Shape> items = new ArrayList<>(template.size());
            boolean fails = false;
            for (int i = 0; i < template.size(); i++) {
                Shape item = template(template.get(i), pointer + "/" + i);
                fails |= item == null;
                if (item != null) {
                    items.add(item);
                }
            }
            return fails ? null : Shapes.tuple(items, new Origin.Written(pointer));
        }
        return Shapes.written(template, pointer);
    }

    private @Nullable Shape dynamic(JsonNode value, String pointer) {
        return value.isTextual()
                ? pathOrIntrinsic(value.textValue(), pointer)
                : Shapes.unknown(new Origin.Written(pointer));
    }

    /** What a path or an intrinsic function gives; null if it surely fails. */
    @Nullable
    Shape pathOrIntrinsic(String text, String pointer) {
        if (text.startsWith("$")) {
            return path(text, pointer);
        }
        IntrinsicExpression intrinsic = Shapes.isPlaceholder(text) ? null : compiled.intrinsic(text);
        if (intrinsic == null) {
            return Shapes.unknown(new Origin.Computed(pointer));
        }
        Field result = intrinsic.read(new Intrinsics(pointer));
        return result.isNever() ? null : result.shape();
    }

    /** What intrinsic functions give; never anything if an argument is never there. */
    private final class Intrinsics implements IntrinsicExpression.Reader<Field> {
        private final String pointer;
        private final Origin origin;

        Intrinsics(String pointer) {
            this.pointer = pointer;
            this.origin = new Origin.Computed(pointer);
        }

        @Override
        public Field literal(JsonNode value) {
            return Field.always(Shapes.written(value, pointer));
        }

        @Override
        public Field path(JsonPath path) {
            Reading found = find(path);
            tell(path, found, pointer);
            tellPerhaps(path.text(), found, pointer);
            observer.found(pointer, found.field().shape());
            return found.field();
        }

        @Override
        public Field call(String function, List<Field> arguments) {
            if (arguments.stream().anyMatch(Field::isNever)) {
                return Field.NEVER;
            }
            return Field.always(
                    result(function, arguments.stream().map(Field::shape).toList()));
        }

        private Shape result(String function, List<Shape> arguments) {
            return switch (function) {
                case "States.Format",
                        "States.JsonToString",
                        "States.Base64Encode",
                        "States.Base64Decode",
                        "States.Hash",
                        "States.UUID" -> Shapes.scalar(Kind.TEXT, origin);
                case "States.MathAdd", "States.MathRandom", "States.ArrayLength" -> Shapes.scalar(Kind.NUMBER, origin);
                case "States.ArrayContains" -> Shapes.scalar(Kind.BOOLEAN, origin);
                case "States.Array" -> Shapes.tuple(arguments, origin);
                case "States.ArrayRange" -> Shapes.array(Shapes.scalar(Kind.NUMBER, origin), origin);
                case "States.StringSplit" -> Shapes.array(Shapes.scalar(Kind.TEXT, origin), origin);
                case "States.ArrayUnique" -> Shapes.array(element(arguments), origin);
                case "States.ArrayPartition" -> Shapes.array(Shapes.array(element(arguments), origin), origin);
                case "States.ArrayGetItem" -> element(arguments);
                case "States.JsonMerge" -> merged(arguments);
                case "States.StringToJson" ->
                    arguments.isEmpty()
                            ? Shapes.unknown(origin)
                            : Shapes.unknown(arguments.get(0).origin().at(Origin.PARSED));
                default -> Shapes.unknown(origin);
            };
        }

        private Shape element(List<Shape> arguments) {
            Shape element = arguments.isEmpty() ? null : Shapes.element(arguments.get(0));
            return element == null ? Shapes.unknown(origin) : element;
        }

        private Shape merged(List<Shape> arguments) {
            if (arguments.size() < 2) {
                return Shapes.unknown(origin);
            }
            ObjectOf first = asObject(arguments.get(0));
            ObjectOf second = asObject(arguments.get(1));
            return first == null || second == null ? Shapes.unknown(origin) : merge(first, second, origin);
        }
    }

    /** An object of which nothing is known but where it comes from, in place of what may be anything; null for no object. */
    static @Nullable ObjectOf asObject(Shape shape) {
        if (shape instanceof Shape.Unknown unknown) {
            return new ObjectOf(Map.of(), true, unknown.origin(), Shape.Extent.LEAF);
        }
        return shape instanceof ObjectOf object ? object : null;
    }

    /** An object with the fields of two, of which the second has the last word. */
    static Shape merge(ObjectOf first, ObjectOf second, Origin origin) {
        Map<String, Field> fields = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(first.fields().keySet());
        second.fields().keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
        for (String name : names) {
            Field below = first.field(name);
            Field above = second.field(name);
            fields.put(
                    name,
                    switch (above.presence()) {
                        case ALWAYS -> above;
                        case NEVER -> below;
                        case PERHAPS ->
                            below.isNever()
                                    ? above
                                    : new Field(Shapes.join(below.shape(), above.shape()), below.presence());
                    });
        }
        // What is in neither by name comes from the one of which not all names are known.
        Origin from = second.open() ? second.origin() : first.open() ? first.origin() : origin;
        return Shapes.object(fields, first.open() || second.open(), from);
    }

    /** Whether a value of the shape may have one of some types. */
    static boolean mayBe(Shape shape, Kind kind) {
        return Shapes.alternatives(shape).stream()
                .anyMatch(alternative -> alternative instanceof Shape.Unknown
                        || (alternative instanceof Scalar scalar && scalar.kind() == kind));
    }
}
