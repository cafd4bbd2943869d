package io.github.asltestkit.internal.hcl;

/** Reads the characters of a source: blanks, comments, words. */
final class HclScanner {
    /** More levels than any file has, and few enough for the stack of any thread. */
    static final int MAX_DEPTH = 120;

    final Source source;
    private final String text;
    /** Where the part ends that is read. */
    final int end;

    int position;
    private int depth;

    HclScanner(Source source) {
        this(source, 0, source.text().length(), 0);
    }

    private HclScanner(Source source, int position, int end, int depth) {
        this.source = source;
        this.text = source.text();
        this.position = position;
        this.end = end;
        this.depth = depth;
    }

    /** Reads a part of the same source, in the depth of here. */
    HclScanner part(int from, int to) {
        return new HclScanner(source, from, to, depth);
    }

    char peek() {
        return position < end ? text.charAt(position) : '\0';
    }

    boolean isEnd() {
        return position >= end;
    }

    boolean looksAt(String word) {
        return position + word.length() <= end && text.startsWith(word, position);
    }

    /** Steps over a word if it is next. */
    boolean takes(String word) {
        boolean is = looksAt(word);
        position += is ? word.length() : 0;
        return is;
    }

    void expect(String word, String where) {
        if (!takes(word)) {
            throw unexpected("\"" + word + "\" " + where);
        }
    }

    /** What is here instead of what should be. */
    HclException unexpected(String wanted) {
        String found = isEnd() ? "the end of the file" : peek() == '\n' ? "the end of the line" : "\"" + peek() + "\"";
        return new HclException("Expected " + wanted + ", found " + found, here());
    }

    Span here() {
        return from(position).to(Math.min(text.length(), position + 1));
    }

    Span from(int start) {
        return new Span(source, Math.min(start, text.length()), Math.max(Math.min(start, text.length()), position));
    }

    /** Past blanks and comments; past the ends of lines as well if {@code lines}. */
    void skipBlanks(boolean lines) {
        while (position < end) {
            char c = text.charAt(position);
            if (c == '#' || (c == '/' && looksAt("//"))) {
                position = lineEnd(position);
            } else if (c == '/' && looksAt("/*")) {
                int close = text.indexOf("*/", position + 2);
                if (close < 0 || close + 2 > end) {
                    throw new HclException("The comment has no end", here());
                }
                position = close + 2;
            } else if (c == '\n' ? lines : c == ' ' || c == '\t' || c == '\r' || c == '\uFEFF') {
                position++;
            } else {
                return;
            }
        }
    }

    /** Where the line of a position ends, without the character that ends it. */
    int lineEnd(int from) {
        int found = text.indexOf('\n', from);
        return found < 0 || found > end ? end : found;
    }

    boolean isWord() {
        return Character.isUnicodeIdentifierStart(peek()) || peek() == '_';
    }

    /** A name; dashes are part of it. */
    String word() {
        int start = position;
        while (position < end && (Character.isUnicodeIdentifierPart(peek()) || peek() == '-') && peek() != '\0') {
            position++;
        }
        return text.substring(start, position);
    }

    /** Whether a word is here as a whole. */
    boolean isWord(String word) {
        int after = position + word.length();
        return looksAt(word)
                && (after >= end
                        || !(Character.isUnicodeIdentifierPart(text.charAt(after)) || text.charAt(after) == '-'));
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new HclException("The expression is nested more than " + MAX_DEPTH + " levels deep", here());
        }
    }

    void leave() {
        depth--;
    }
}
