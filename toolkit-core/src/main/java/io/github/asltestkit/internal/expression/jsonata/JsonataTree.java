package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser.Symbol;
import io.github.asltestkit.internal.expression.jsonata.JsonataBounds.Watch;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The syntax tree of an expression. The library keeps it to itself, and has no other place where an operator could answer
 * as AWS's does. If the library is a named module that does not open itself, there is no tree, and its operators stay.
 */
final class JsonataTree {
    private static final Set<String> COMPARING = Set.of("=", "!=", "in");

    private static final @Nullable Fields FIELDS = Fields.find();

    /** Names that are known, and mean no function. */
    private static final Set<String> NO_FUNCTIONS = Set.of("states", "eval");

    private final Fields fields;
    private final List<Symbol> nodes;

    /** The fields of a node that are read here. */
    private record Fields(
            Field tree,
            Field type,
            Field value,
            Field left,
            Field right,
            Field procedure,
            Field arguments,
            List<Field> children) {

        static @Nullable Fields find() {
            try {
                List<Field> children = new ArrayList<>();
                for (Field field : Symbol.class.getDeclaredFields()) {
                    boolean holdsNodes = Symbol.class.isAssignableFrom(field.getType())
                            || List.class.isAssignableFrom(field.getType())
                            || field.getType() == Object.class;
                    if (holdsNodes && !Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        children.add(field);
                    }
                }
                return new Fields(
                        accessible(Jsonata.class, "ast"),
                        accessible(Symbol.class, "type"),
                        accessible(Symbol.class, "value"),
                        accessible(Symbol.class, "lhs"),
                        accessible(Symbol.class, "rhs"),
                        accessible(Symbol.class, "procedure"),
                        accessible(Symbol.class, "arguments"),
                        List.copyOf(children));
            } catch (NoSuchFieldException | InaccessibleObjectException closed) {
                return null;
            }
        }

        private static Field accessible(Class<?> type, String name) throws NoSuchFieldException {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        }

        @Nullable
        Object get(Field field, Object node) {
            try {
                return field.get(node);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("A field that was made accessible", impossible);
            }
        }

        void set(Field field, Object node, Object content) {
            try {
                field.set(node, content);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("A field that was made accessible", impossible);
            }
        }
    }

    private JsonataTree(Fields fields, Symbol root) {
        this.fields = fields;
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(root, seen);
        this.nodes = seen.stream().map(Symbol.class::cast).toList();
    }

    /** The tree of an expression, or null if the library does not show it. */
    static @Nullable JsonataTree of(Jsonata compiled) {
        return FIELDS == null ? null : new JsonataTree(FIELDS, root(FIELDS, compiled));
    }

    private static Symbol root(Fields fields, Jsonata compiled) {
        return (Symbol) java.util.Objects.requireNonNull(fields.get(fields.tree, compiled), "a compiled expression");
    }

    private void collect(@Nullable Object part, Set<Object> seen) {
        if (part instanceof Symbol node) {
            if (seen.add(node)) {
                fields.children.forEach(field -> collect(fields.get(field, node), seen));
            }
        } else if (part instanceof List<?> list) {
            list.forEach(element -> collect(element, seen));
        } else if (part instanceof Object[] pair) {
            for (Object element : pair) {
                collect(element, seen);
            }
        }
    }

    /**
     * Replaces operators by calls of functions with their two operands.
     *
     * @param functions the name of the function for each operator
     */
    void replaceOperators(Map<String, String> functions) {
        Set<Object> applied = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Symbol node : nodes) {
            if ("apply".equals(fields.get(fields.type, node))) {
                applied.add(fields.get(fields.right, node));
            }
        }
        for (Symbol node : nodes) {
            if (applied.contains(node)) {
                // A call behind ~> would be given what is before it as an argument more.
                continue;
            }
            String function = functions.get(String.valueOf(fields.get(fields.value, node)));
            Object left = fields.get(fields.left, node);
            Object right = fields.get(fields.right, node);
            if (function != null && "binary".equals(fields.get(fields.type, node)) && left != null && right != null) {
                fields.set(fields.arguments, node, List.of(left, right));
                fields.set(fields.procedure, node, root(fields, Jsonata.jsonata("$" + function)));
                fields.set(fields.value, node, "(");
                fields.set(fields.type, node, "function");
            }
        }
    }

    /** The nodes whose values the bounds look at: what is called, calls and what {@code ~>} applies, what is compared. */
    IdentityHashMap<Object, Watch> watched() {
        IdentityHashMap<Object, Called> called = called();
        Set<Object> compared = comparedOperands();
        Set<Object> calls = calls();
        IdentityHashMap<Object, Watch> watched = new IdentityHashMap<>();
        for (Set<Object> some : List.of(called.keySet(), compared, calls)) {
            some.forEach(node ->
                    watched.put(node, new Watch(called.get(node), calls.contains(node), compared.contains(node))));
        }
        return watched;
    }

    /** The operands of comparisons that go through whole values. */
    private Set<Object> comparedOperands() {
        Set<Object> compared = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Symbol node : nodes) {
            Object left = fields.get(fields.left, node);
            Object right = fields.get(fields.right, node);
            boolean compares = COMPARING.contains(String.valueOf(fields.get(fields.value, node)));
            if (compares && "binary".equals(fields.get(fields.type, node)) && left != null && right != null) {
                compared.add(left);
                compared.add(right);
            }
        }
        return compared;
    }

    /** The calls of functions, and what {@code ~>} applies. */
    private Set<Object> calls() {
        Set<Object> calls = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Symbol node : nodes) {
            if (fields.get(fields.procedure, node) != null || "apply".equals(fields.get(fields.type, node))) {
                calls.add(node);
            }
        }
        return calls;
    }

    /** How the value of a node is called. */
    enum Called {
        /** By its name; a name that means nothing is no function. */
        BY_NAME,
        /** As the result of another expression. */
        AS_RESULT,
        /** By {@code ~>}. */
        APPLIED
    }

    /** What is called in the expression, but for the names of functions that there are. */
    private IdentityHashMap<Object, Called> called() {
        IdentityHashMap<Object, Called> called = new IdentityHashMap<>();
        for (Symbol node : nodes) {
            // What is applied in part has an error of its own.
            boolean whole = "function".equals(fields.get(fields.type, node));
            Object procedure = fields.get(fields.procedure, node);
            if (whole && procedure != null && !isBuiltIn(procedure)) {
                boolean byName = "variable".equals(fields.get(fields.type, procedure));
                called.put(procedure, byName ? Called.BY_NAME : Called.AS_RESULT);
            }
            Object applied = "apply".equals(fields.get(fields.type, node)) ? fields.get(fields.right, node) : null;
            if (applied != null && "variable".equals(fields.get(fields.type, applied)) && !isBuiltIn(applied)) {
                called.put(applied, Called.APPLIED);
            }
        }
        return called;
    }

    private boolean isBuiltIn(Object node) {
        String name = String.valueOf(fields.get(fields.value, node));
        return JsonataBuiltIns.NAMES.contains(name) && !NO_FUNCTIONS.contains(name);
    }
}
