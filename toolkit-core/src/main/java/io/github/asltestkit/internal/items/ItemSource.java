package io.github.asltestkit.internal.items;

/** Where the items of a Map Run come from: read from its start as often as asked for, and every time the same. */
@FunctionalInterface
public interface ItemSource {

    /**
     * The items from the first on.
     *
     * @throws ItemReaderException if there are none to be read
     */
    ItemStream open();

    /** How many items there are; reads all of them. */
    default long count() {
        long count = 0;
        try (ItemStream items = open()) {
            while (items.next() != null) {
                count++;
            }
        }
        return count;
    }

    /** The first items of these, and no more. */
    default ItemSource first(long most) {
        return () -> new FirstItems(open(), most);
    }
}
