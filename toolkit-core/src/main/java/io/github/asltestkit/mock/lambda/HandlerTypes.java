package io.github.asltestkit.mock.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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
        return of(handler.getClass(), RequestHandler.class);
    }

    static HandlerTypes of(Function<?, ?> function) {
        return of(function.getClass(), Function.class);
    }

    private static HandlerTypes of(Class<?> type, Class<?> face) {
        Type @Nullable [] found = find(type, face, Map.of());
        return found == null
                ? new HandlerTypes(Object.class, Object.class)
                : new HandlerTypes(plain(found[0]), plain(found[1]));
    }

    private static Type plain(Type type) {
        return type instanceof TypeVariable<?> ? Object.class : type;
    }

    private static Type @Nullable [] find(Class<?> type, Class<?> face, Map<TypeVariable<?>, Type> known) {
        Stream<Type> parents =
                type.getGenericSuperclass() == null ? Stream.empty() : Stream.of(type.getGenericSuperclass());
        for (Type parent :
                Stream.concat(parents, Stream.of(type.getGenericInterfaces())).toList()) {
            Type @Nullable [] found = parent instanceof ParameterizedType generic
                    ? find(generic, face, known)
                    : find((Class<?>) parent, face, Map.of());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Type @Nullable [] find(ParameterizedType type, Class<?> face, Map<TypeVariable<?>, Type> known) {
        Type[] arguments = type.getActualTypeArguments();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = known.getOrDefault(arguments[i], arguments[i]);
        }
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == face) {
            return arguments;
        }
        Map<TypeVariable<?>, Type> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            given.put(raw.getTypeParameters()[i], arguments[i]);
        }
        return find(raw, face, given);
    }
}
