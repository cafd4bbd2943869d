package io.github.asltestkit.internal.parse;

/** Finds its way through Terraform's language: past blanks, comments, strings, heredocs and brackets. */
final class HclScanner {
    private final String text;

    HclScanner(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    char at(int position) {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    /** The next position that is neither blank nor comment; line ends count as blank. */
    int skipBlanks(int from) {
        int at = from;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (at(at) == '#' || text.startsWith("//", at)) {
                at = lineEnd(at);
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return at;
            }
        }
        return text.length();
    }

    int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** The position after a string's closing quote. */
    int stringEnd(int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at += 2;
            } else if (text.startsWith("${", at) && text.charAt(at - 1) != '$') {
                at = Placeholders.end(text, at);
            } else {
                at++;
            }
        }
        return Math.min(text.length(), at + 1);
    }

    String heredocName(int start) {
        int from = start + (text.startsWith("<<-", start) ? 3 : 2);
        return text.substring(from, lineEnd(from)).trim();
    }

    /** Where the line that ends a heredoc begins. */
    int heredocEnd(int start) {
        String name = heredocName(start);
        int line = Math.min(text.length(), lineEnd(start) + 1);
        while (line < text.length()) {
            int end = lineEnd(line);
            if (text.substring(line, end).trim().equals(name)) {
                return line;
            }
            line = end + 1;
        }
        return text.length();
    }

    /** The position after whatever begins here: a string, a heredoc, a bracketed part, or one character. */
    int skipOne(int at) {
        return switch (at(at)) {
            case '"' -> stringEnd(at);
            case '{', '[', '(' -> bracketEnd(at);
            case '<' -> text.startsWith("<<", at) && isHeredoc(at) ? lineEnd(heredocEnd(at)) : at + 1;
            default -> at + 1;
        };
    }

    private boolean isHeredoc(int at) {
        return heredocName(at).matches("[A-Za-z_][A-Za-z0-9_-]*");
    }

    /** The position after the bracket that closes the one here. */
    int bracketEnd(int start) {
        int depth = 0;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{' || c == '[' || c == '(') {
                depth++;
                at++;
            } else if (c == '}' || c == ']' || c == ')') {
                at++;
                if (--depth == 0) {
                    return at;
                }
            } else {
                at = c == '#' || c == '/' ? Math.max(at + 1, skipBlanks(at)) : skipOne(at);
            }
        }
        return text.length();
    }
}
