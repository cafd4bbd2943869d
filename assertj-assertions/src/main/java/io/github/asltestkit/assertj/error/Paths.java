package io.github.asltestkit.assertj.error;

import java.util.List;
import java.util.regex.Pattern;

/** The ways to compare a path. */
public final class Paths {
    private Paths() {}

    /** How many of the states expected were entered in that order, others between them allowed. */
    public static int foundInOrder(List<String> path, List<String> expected) {
        int found = 0;
        for (String state : path) {
            if (found < expected.size() && state.equals(expected.get(found))) {
                found++;
            }
        }
        return found;
    }

    public static boolean matches(List<String> path, String regex) {
        return Pattern.matches(regex, String.join(" -> ", path));
    }
}
