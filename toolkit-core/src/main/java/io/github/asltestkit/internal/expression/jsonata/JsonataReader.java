package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser.Symbol;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the library's syntax tree, as {@link JsonataTree} does, into one that can be looked at. */
final class JsonataReader {
    private static final @Nullable JsonataReader READER = find();

    private final Field tree;
    private final Map<String, Field> fields = new HashMap<>();

    private JsonataReader() throws NoSuchFieldException {
        tree = Jsonata.class.getDeclaredField("ast");
        tree.setAccessible(true);
        for (Field field : Symbol.class.getDeclaredFields()) {
            if (!field.isSynthetic()) {
                field.setAccessible(true);
                fields.put(field.getName(), field);
            }
        }
    }

    private static @Nullable JsonataReader find() {
        try {
            return new JsonataReader();
        } catch (NoSuchFieldException | InaccessibleObjectException closed) {
            return null;
        }
    }

    /** What an expression consists of that was not evaluated yet; null if the library does not show it. */
    static @Nullable JsonataSyntax read(Jsonata expression) {
        if (READER == null) {
            return null;
        }
        try {
            return READER.node(READER.get(READER.tree, expression));
        } catch (RuntimeException | StackOverflowError unreadable) {
            // A tree that is not what the library makes today, or one that is too deep.
            return null;
        }
    }

    private @Nullable Object get(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("A field that was made accessible", impossible);
        }
    }

    private @Nullable Object get(String field, Object of) {
        Field known = fields.get(field);
        return known == null ? null : get(known, of);
    }

    private boolean is(String field, Object of) {
        return Boolean.TRUE.equals(get(field, of));
    }

    private List<JsonataSyntax> nodes(@Nullable Object list) {
        List<JsonataSyntax> nodes = new ArrayList<>();
        if (list instanceof List<?> elements) {
            elements.forEach(element -> nodes.add(node(element)));
        }
        return List.copyOf(nodes);
    }

    private JsonataSyntax node(@Nullable Object symbol) {
        if (symbol == null) {
            return new JsonataSyntax.Other(List.of());
        }
        JsonataSyntax plain = plain(symbol);
        if (isUnusual(symbol)) {
            return new JsonataSyntax.Other(List.of(plain));
        }
        List<JsonataSyntax> filters = filters(get("predicate", symbol));
        boolean keepsArray = is("keepArray", symbol) && !(plain instanceof JsonataSyntax.Path);
        return filters.isEmpty() && !keepsArray
                ? plain
                : new JsonataSyntax.Path(List.of(new JsonataSyntax.Step(plain, filters)), keepsArray);
    }

    /** Whether a step groups, or binds what it meets to a variable, which the steps behind it see in a way of their own. */
    private boolean isUnusual(Object symbol) {
        return get("group", symbol) != null
                || get("focus", symbol) != null
                || get("index", symbol) != null
                || get("tuple", symbol) != null;
    }

    private List<JsonataSyntax> filters(@Nullable Object stages) {
        List<JsonataSyntax> filters = new ArrayList<>();
        if (stages instanceof List<?> all) {
            for (Object stage : all) {
                filters.add(
                        "filter".equals(get("type", stage))
                                ? node(get("expr", stage))
                                : new JsonataSyntax.Other(List.of()));
            }
        }
        return List.copyOf(filters);
    }

    private JsonataSyntax plain(Object symbol) {
        Object value = get("value", symbol);
        return switch (String.valueOf(get("type", symbol))) {
            case "string", "number", "value" -> literal(value);
            case "variable" -> new JsonataSyntax.Variable(String.valueOf(value));
            case "name" -> new JsonataSyntax.Name(String.valueOf(value));
            case "path" -> path(symbol);
            case "unary" -> unary(symbol, String.valueOf(value));
            case "binary" ->
                new JsonataSyntax.Operation(String.valueOf(value), node(get("lhs", symbol)), node(get("rhs", symbol)));
            case "function" -> new JsonataSyntax.Call(node(get("procedure", symbol)), nodes(get("arguments", symbol)));
            case "lambda" -> lambda(symbol);
            case "condition" ->
                new JsonataSyntax.Condition(
                        node(get("condition", symbol)),
                        node(get("then", symbol)),
                        get("_else", symbol) == null ? null : node(get("_else", symbol)));
            case "block" -> new JsonataSyntax.Block(nodes(get("expressions", symbol)));
            case "bind" ->
                new JsonataSyntax.Binding(
                        String.valueOf(get("value", Objects.requireNonNull(get("lhs", symbol)))),
                        node(get("rhs", symbol)));
            case "apply" -> new JsonataSyntax.Application(node(get("lhs", symbol)), node(get("rhs", symbol)));
            case "sort" -> new JsonataSyntax.Ordering(terms(get("terms", symbol)));
            case "transform" ->
                new JsonataSyntax.Other(List.of(
                        node(get("pattern", symbol)), node(get("update", symbol)), node(get("delete", symbol))));
            case "partial" -> new JsonataSyntax.Other(nodes(get("arguments", symbol)));
            default -> new JsonataSyntax.Other(List.of());
        };
    }

    private static JsonataSyntax literal(@Nullable Object value) {
        JsonNode node = NullNode.getInstance();
        if (value instanceof String text) {
            node = TextNode.valueOf(text);
        } else if (value instanceof Boolean truth) {
            node = BooleanNode.valueOf(truth);
        } else if (value instanceof Number number) {
            node = DecimalNode.valueOf(new BigDecimal(number.toString()));
        }
        return new JsonataSyntax.Literal(node);
    }

    private JsonataSyntax path(Object symbol) {
        List<JsonataSyntax.Step> steps = new ArrayList<>();
        boolean unusual = false;
        if (get("steps", symbol) instanceof List<?> all) {
            for (Object step : all) {
                unusual |= isUnusual(step);
                List<JsonataSyntax> filters = new ArrayList<>(filters(get("predicate", step)));
                filters.addAll(filters(get("stages", step)));
                steps.add(new JsonataSyntax.Step(plain(step), List.copyOf(filters)));
            }
        }
        JsonataSyntax path = new JsonataSyntax.Path(List.copyOf(steps), is("keepSingletonArray", symbol));
        return unusual ? new JsonataSyntax.Other(List.of(path)) : path;
    }

    private JsonataSyntax unary(Object symbol, String value) {
        return switch (value) {
            case "[" -> new JsonataSyntax.ArrayConstructor(nodes(get("expressions", symbol)));
            case "{" -> {
                List<JsonataSyntax.Member> members = new ArrayList<>();
                if (get("lhsObject", symbol) instanceof List<?> pairs) {
                    for (Object pair : pairs) {
                        Object[] both = (Object[]) pair;
                        members.add(new JsonataSyntax.Member(node(both[0]), node(both[1])));
                    }
                }
                yield new JsonataSyntax.ObjectConstructor(List.copyOf(members));
            }
            default -> new JsonataSyntax.Negation(node(get("expression", symbol)));
        };
    }

    private JsonataSyntax lambda(Object symbol) {
        JsonataSyntax body = node(get("body", symbol));
        if (is("thunk", symbol)) {
            // The library's way to call at the end of a function without a deeper stack.
            return body;
        }
        List<String> parameters = new ArrayList<>();
        if (get("arguments", symbol) instanceof List<?> all) {
            all.forEach(parameter -> parameters.add(String.valueOf(get("value", parameter))));
        }
        return new JsonataSyntax.Lambda(List.copyOf(parameters), body);
    }

    private List<JsonataSyntax> terms(@Nullable Object terms) {
        List<JsonataSyntax> all = new ArrayList<>();
        if (terms instanceof List<?> list) {
            list.forEach(term -> all.add(node(get("expression", term))));
        }
        return List.copyOf(all);
    }
}
