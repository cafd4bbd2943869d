package io.github.asltestkit.internal.diff;

import java.util.List;

/**
 * The place of a value in data that a definition reads: names of fields from the outside in, and {@code []} for any element.
 */
record Place(List<String> steps) {
    static final String EACH = "[]";

    /** All answers are arrays. */
    static final Place WHOLE = new Place(List.of(EACH));

    Place {
        steps = List.copyOf(steps);
    }

    /** Whether it is within an array that is not within an object. */
    boolean isOfArray() {
        return !steps.isEmpty() && steps.get(0).equals(EACH);
    }

    int size() {
        return steps.size();
    }

    /** The place without its first steps. */
    Place from(int first) {
        return new Place(steps.subList(first, steps.size()));
    }

    @Override
    public String toString() {
        return String.join(".", steps).replace("." + EACH, EACH);
    }
}
