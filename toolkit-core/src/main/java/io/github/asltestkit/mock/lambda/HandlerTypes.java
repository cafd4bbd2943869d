package io.github.asltestkit.mock.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The types of a handler's event and result, wherever in its ancestry they are given; Object where they are not, as of a
 * lambda expression. As in the runtime of Lambda, a variable within a type, {@code List<I>} say, stays what it is: the
 * elements of the list are read as maps.
 *
 * @param event what the handler takes
 * @param result what it gives
 */
record HandlerTypes(Type event, Type result) {

    static HandlerTypes of(RequestHandler<?, ?> handler) {
        Type @Nullable [] found = find(handler.getClass(), Map.of());
        return found == null
                ? new HandlerTypes(Object.class, Object.class)
                : new HandlerTypes(plain(found[0]), plain(found[1]));
    }

    private static Type plain(Type type) {
        return type instanceof TypeVariable<?> ? Object.class : type;
    }

    private static Type @Nullable [] find(Class<?> type, Map<TypeVariable<?>, Type> known) {
        Stream<Type> parents =
                type.getGenericSuperclass() == null ? Stream.empty() : Stream.of(type.getGenericSuperclass());
        for (Type parent :
                Stream.concat(parents, Stream.of(type.getGenericInterfaces())).toList()) {
            Type @Nullable [] found = parent instanceof ParameterizedType generic
                    ? find(generic, known)
                    : find((Class<?>) parent, Map.of());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Type @Nullable [] find(ParameterizedType type, Map<TypeVariable<?>, Type> known) {
        Type[] arguments = type.getActualTypeArguments();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = known.getOrDefault(arguments[i], arguments[i]);
        }
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == RequestHandler.class) {
            return arguments;
        }
        Map<TypeVariable<?>, Type> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            given.put(raw.getTypeParameters()[i], arguments[i]);
        }
        return find(raw, given);
    }
}
