package io.github.asltestkit.junit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What hangs on a test, a class or a session: typed access to the stores of JUnit, which also find what is around. */
final class Stores {
    static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Stores.class);

    /** Keeps several values of one type apart. */
    private record Key(Class<?> type, Object which) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && type.equals(that.type) && which.equals(that.which);
        }

        /** The JDK would make this of method handles, whose classes the first test would wait for. */
        @Override
        public int hashCode() {
            return 31 * type.hashCode() + which.hashCode();
        }
    }

    private Stores() {}

    /** The value of a type; null if there is none. */
    static <T> @Nullable T find(ExtensionContext context, Class<T> type) {
        return context.getStore(NAMESPACE).get(type, type);
    }

    static <T> void put(ExtensionContext context, Class<T> type, T value) {
        context.getStore(NAMESPACE).put(type, value);
    }

    static <T> T findOrMake(ExtensionContext context, Class<T> type, Supplier<T> maker) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(type, key -> maker.get(), type);
    }

    // ---- of several values of one type --------------------------------------------------------------------------

    static <T> void put(ExtensionContext context, Class<T> type, Object which, T value) {
        context.getStore(NAMESPACE).put(new Key(type, which), value);
    }

    static <T> T findOrMake(ExtensionContext context, Class<T> type, Object which, Supplier<T> maker) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(new Key(type, which), key -> maker.get(), type);
    }

    /** The value, which the store then no longer has; null if there is none. */
    static <T> @Nullable T take(ExtensionContext context, Class<T> type, Object which) {
        return context.getStore(NAMESPACE).remove(new Key(type, which), type);
    }
}
