package io.github.asltestkit.internal.items;

import org.jspecify.annotations.Nullable;

/** The first items of others. */
final class FirstItems implements ItemStream {
    private final ItemStream items;
    private long left;

    FirstItems(ItemStream items, long most) {
        this.items = items;
        this.left = most;
    }

    @Override
    public @Nullable Item next() {
        return left-- > 0 ? items.next() : null;
    }

    @Override
    public void close() {
        items.close();
    }
}
