package io.github.asltestkit.internal.items;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of several files, one file after the other. */
final class FilesItems implements ItemStream {
    private final Iterator<ItemSource> files;
    private @Nullable ItemStream open;

    FilesItems(List<ItemSource> files) {
        this.files = files.iterator();
    }

    @Override
    public @Nullable Item next() {
        while (true) {
            ItemStream current = open;
            if (current == null) {
                if (!files.hasNext()) {
                    return null;
                }
                current = files.next().open();
                open = current;
            }
            Item item = current.next();
            if (item != null) {
                return item;
            }
            current.close();
            open = null;
        }
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
