package io.github.asltestkit.internal.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks another supplier once, and then knows. Two threads that ask at the same time may both ask it, and get equal values.
 *
 * @param <T> what it supplies
 */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> other;
    private volatile @Nullable T value;

    private Once(Supplier<T> other) {
        this.other = other;
    }

    static <T> Supplier<T> of(Supplier<T> other) {
        return other instanceof Once<T> ? other : new Once<>(other);
    }

    @Override
    public T get() {
        T known = value;
        if (known == null) {
            known = other.get();
            value = known;
        }
        return known;
    }
}
