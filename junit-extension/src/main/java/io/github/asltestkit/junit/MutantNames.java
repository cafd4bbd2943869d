package io.github.asltestkit.junit;

import java.util.regex.Pattern;

/** Names of mutants with {@code *} for any characters. */
final class MutantNames {
    private MutantNames() {}

    static boolean matches(String pattern, String id) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.matches(regex.toString(), id);
    }
}
