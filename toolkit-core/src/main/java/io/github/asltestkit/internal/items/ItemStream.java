package io.github.asltestkit.internal.items;

import org.jspecify.annotations.Nullable;

/** Items that are read one after the other. */
public interface ItemStream extends AutoCloseable {

    /**
     * The next item, or null after the last.
     *
     * @throws ItemReaderException if it cannot be read
     */
    @Nullable
    Item next();

    /** Lets go of what is read from. */
    @Override
    void close();
}
