package io.github.asltestkit.internal.explore;

import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.explore.Fault;

/**
 * The faults of a whole Map: so many of its items fail, the first ones, each at its first call and at all that follow. Where the
 * definition handles the error within the item, the item does not fail, as at AWS.
 */
final class MapItems {
    /** What the calls of an item fail with that is to fail. */
    static final String ERROR = "ItemFailed";

    private MapItems() {}

    static boolean isOfItems(Choice choice) {
        return choice.fault().kind() == Fault.Kind.ITEMS_FAIL;
    }

    /** Whether a call is one of an item that is to fail. */
    static boolean isOf(Choice choice, String path) {
        String map = choice.path() + "[";
        if (!path.startsWith(map)) {
            return false;
        }
        int end = path.indexOf(']', map.length());
        if (end < 0) {
            return false;
        }
        try {
            return Integer.parseInt(path.substring(map.length(), end)) < failing(choice);
        } catch (NumberFormatException noIndex) {
            return false;
        }
    }

    private static int failing(Choice choice) {
        return Integer.parseInt(String.valueOf(choice.fault().error()));
    }
}
