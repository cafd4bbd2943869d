package io.github.asltestkit.mock;

import io.github.asltestkit.integration.TaskCall;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/**
 * An answer that counts, and whose copy begins to count anew.
 *
 * @param <R> what it gives
 */
interface CopiedAnswer<R> extends Function<TaskCall, R> {

    /** The same answer as it was before its first call. */
    CopiedAnswer<R> copy();

    /** What cannot change, so that several copies of a mock may share it. */
    Set<Class<?>> IMMUTABLE = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Integer.class,
            Long.class,
            Double.class,
            Duration.class,
            Instant.class,
            Class.class);

    /**
     * Whether a function may hold a state of its own: a handler, a lambda expression that captures more than text and numbers.
     * One that captures nothing, such as {@code call -> call.parameters()}, holds none.
     */
    static boolean mayHoldState(Object function) {
        for (Class<?> type = function.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                boolean constant = Modifier.isFinal(field.getModifiers())
                        && (field.getType().isPrimitive()
                                || field.getType().isEnum()
                                || IMMUTABLE.contains(field.getType()));
                if (!Modifier.isStatic(field.getModifiers()) && !constant) {
                    return true;
                }
            }
        }
        return false;
    }
}
