package io.github.asltestkit.internal.expression.jsonpath;

import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** The value of StringMatches: {@code *} stands for any characters, {@code \*} and {@code \\} for themselves. */
final class StringPattern {
    /** What stands between the wildcards; one part means that there is none. */
    private final List<String> parts;

    StringPattern(String pattern) {
        List<String> found = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*') {
                found.add(part.toString());
                part.setLength(0);
            } else if (c != '\\') {
                part.append(c);
            } else if (i + 1 < pattern.length() && (pattern.charAt(i + 1) == '*' || pattern.charAt(i + 1) == '\\')) {
                part.append(pattern.charAt(++i));
            } else {
                throw new ExpressionSyntaxException("A backslash must come before * or \\", "", i);
            }
        }
        found.add(part.toString());
        this.parts = List.copyOf(found);
    }

    boolean matches(String text) {
        String first = parts.get(0);
        if (parts.size() == 1) {
            return text.equals(first);
        }
        String last = parts.get(parts.size() - 1);
        int end = text.length() - last.length();
        if (!text.startsWith(first) || !text.endsWith(last) || end < first.length()) {
            return false;
        }
        int at = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
