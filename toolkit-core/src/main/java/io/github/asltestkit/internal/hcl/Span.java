package io.github.asltestkit.internal.hcl;

/** A part of a source, from the first character to the one after the last. */
public record Span(Source source, int start, int end) {

    /** The characters as written. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** The characters on one line: blanks outside of quotes are single. This is the name of a placeholder. */
    public String name() {
        String text = text().strip();
        if (text.chars().noneMatch(Character::isWhitespace)) {
            return text;
        }
        StringBuilder name = new StringBuilder(text.length());
        boolean quoted = false;
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!quoted && Character.isWhitespace(c)) {
                blank = true;
                continue;
            }
            if (blank) {
                name.append(' ');
                blank = false;
            }
            name.append(c);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                name.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return name.toString();
    }

    /** From the beginning of this one to the end of another. */
    Span to(int last) {
        return new Span(source, start, Math.max(start, last));
    }
}
