package io.github.asltestkit.internal.message;

import java.util.regex.Pattern;

/**
 * The one rule for naming a state: its name, wherever it is nested; its path, such as {@code ForEachOrder[3]/Charge}; or its
 * path without indexes, {@code ForEachOrder/Charge}, which names it in every branch or item.
 */
public final class StateNames {
    /** Compiled when it is first asked, which most tests never do. */
    private static final class Indices {
        static final Pattern INDEX = Pattern.compile("\\[\\d+]");
    }

    private StateNames() {}

    /** Whether what a test names is a state of this name and path. */
    public static boolean matches(String given, String name, String path) {
        return given.equals(name)
                || given.equals(path)
                || (given.indexOf('/') >= 0 && given.equals(withoutIndexes(path)));
    }

    /** A path without the indexes of branches and items. */
    public static String withoutIndexes(String path) {
        return path.indexOf('[') < 0 ? path : Indices.INDEX.matcher(path).replaceAll("");
    }
}
