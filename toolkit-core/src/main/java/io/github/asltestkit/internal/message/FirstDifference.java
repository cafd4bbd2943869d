package io.github.asltestkit.internal.message;

import java.util.List;

/** Where two things that should be equal differ for the first time. */
public final class FirstDifference {

    private FirstDifference() {}

    /** The index of the first character that differs; -1 where the texts are equal. */
    public static int index(String expected, String actual) {
        int shorter = Math.min(expected.length(), actual.length());
        for (int i = 0; i < shorter; i++) {
            if (expected.charAt(i) != actual.charAt(i)) {
                return i;
            }
        }
        return expected.length() == actual.length() ? -1 : shorter;
    }

    /** {@code differs at index 3: "0" expected, "O" sent}; empty where the texts are equal. */
    public static String describe(String expected, String actual, String verb) {
        String at = at(expected, actual, verb);
        return at.isEmpty() ? "" : "differs" + at;
    }

    /** {@code  at index 3: "0" expected, "O" sent}; empty where the texts are equal. */
    public static String at(String expected, String actual, String verb) {
        int index = index(expected, actual);
        if (index < 0) {
            return "";
        }
        String wanted = index == expected.length() ? "nothing more" : quoted(expected, index);
        String found = index == actual.length() ? "nothing more" : quoted(actual, index);
        return " at index " + index + ": " + wanted + " expected, " + found + " " + verb;
    }

    private static String quoted(String text, int index) {
        int end = text.offsetByCodePoints(index, 1);
        return "\"" + text.substring(index, end) + "\"";
    }

    /**
     * The index of the first element that differs; -1 where the lists are equal. Where one list is the beginning of the
     * other, it is the length of the shorter.
     */
    public static int index(List<?> expected, List<?> actual) {
        int shorter = Math.min(expected.size(), actual.size());
        for (int i = 0; i < shorter; i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                return i;
            }
        }
        return expected.size() == actual.size() ? -1 : shorter;
    }
}
