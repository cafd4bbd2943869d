package io.github.asltestkit.internal.message;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
public final class DidYouMean {
    /** Nobody mistypes a longer name: those of AWS have 80 characters. */
    private static final int LONGEST = 250;

    private DidYouMean() {}

    /** "did you mean "Ship"?", or null where no known name is near enough. */
    public static @Nullable String hint(String given, Collection<String> known) {
        String best = nearest(given, known);
        return best == null ? null : "did you mean \"" + best + "\"?";
    }

    /** The known name that was probably meant; null if no known name is near enough. */
    public static @Nullable String nearest(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return null;
        }
        String best = null;
        // At least one character must be right: nobody who wrote B meant A.
        int bestDistance = Math.min(Math.max(1, given.length() / 3), Math.max(0, given.length() - 1)) + 1;
        for (String candidate : known) {
            int distance = distance(given, candidate, bestDistance);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** The least number of characters to insert, delete or replace, ignoring case; {@code bound} if it is not below that. */
    static int distance(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) >= bound) {
            return bound;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            char ofA = Character.toLowerCase(a.charAt(i - 1));
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                boolean same = ofA == Character.toLowerCase(b.charAt(j - 1));
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = above;
                least = Math.min(least, row[j]);
            }
            if (least >= bound) {
                return bound;
            }
        }
        return Math.min(row[b.length()], bound);
    }
}
