package io.github.asltestkit.internal.shape;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a state is entered.
 *
 * @param input the state's input
 * @param variables the variables that may have a value; others have none, unless {@code open}
 * @param open whether there may be variables that are not known
 * @param item {@code Map.Item.Value} of the Context object; null outside of a Map state's iterations
 */
record Env(
        Shape input,
        Map<String, Field> variables,
        boolean open,
        @Nullable Shape item) {

    Field variable(String name) {
        Field variable = variables.get(name);
        return variable != null ? variable : open ? Field.ANYTHING : Field.NEVER;
    }

    Env withInput(Shape newInput) {
        return new Env(newInput, variables, open, item);
    }

    Env with(Map<String, Field> assigned) {
        if (assigned.isEmpty()) {
            return this;
        }
        Map<String, Field> all = new HashMap<>(variables);
        boolean more = open;
        for (Map.Entry<String, Field> variable : assigned.entrySet()) {
            if (all.size() < Bounds.NAMES || all.containsKey(variable.getKey())) {
                all.put(variable.getKey(), variable.getValue());
            } else {
                more = true;
            }
        }
        return new Env(input, all, more, item);
    }

    Env join(Env other) {
        if (equals(other)) {
            return this;
        }
        return merge(other, false);
    }

    Env widen(Env newer) {
        return merge(newer, true);
    }

    private Env merge(Env other, boolean widening) {
        boolean either = open || other.open;
        Map<String, Field> all = variables;
        if (!variables.equals(other.variables)) {
            all = new HashMap<>();
            for (Map.Entry<String, Field> variable : variables.entrySet()) {
                all.put(variable.getKey(), merge(variable.getValue(), other.variable(variable.getKey()), widening));
            }
            for (Map.Entry<String, Field> variable : other.variables.entrySet()) {
                all.putIfAbsent(variable.getKey(), merge(variable(variable.getKey()), variable.getValue(), widening));
            }
        }
        Shape value = item == null || other.item == null ? null : merge(item, other.item, widening);
        return new Env(merge(input, other.input, widening), all, either, value);
    }

    private static Shape merge(Shape one, Shape other, boolean widening) {
        return widening ? Shapes.widen(one, other) : Shapes.join(one, other);
    }

    private static Field merge(Field one, Field other, boolean widening) {
        Field joined = Shapes.join(one, other);
        return widening && !one.isNever() && !other.isNever()
                ? new Field(Shapes.widen(one.shape(), other.shape()), joined.presence())
                : joined;
    }

    /** What is known when everything has changed too often: the names of the variables. */
    Env givenUp() {
        Map<String, Field> all = new HashMap<>();
        variables.forEach(
                (name, field) -> all.put(name, new Field(Shapes.unknown(Origin.unknown()), field.presence())));
        return new Env(
                Shapes.unknown(Origin.unknown()), all, open, item == null ? null : Shapes.unknown(Origin.unknown()));
    }
}
