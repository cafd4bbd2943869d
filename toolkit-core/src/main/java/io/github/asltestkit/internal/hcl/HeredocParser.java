package io.github.asltestkit.internal.hcl;

import io.github.asltestkit.internal.hcl.Expression.Template;

/** Reads heredocs: {@code <<NAME}, lines, {@code NAME}; with {@code <<-NAME} without the indentation of all lines. */
final class HeredocParser {
    private HeredocParser() {}

    static Template read(HclScanner scanner) {
        int start = scanner.position;
        scanner.position += 2;
        boolean flush = scanner.takes("-");
        String name = scanner.isWord() ? scanner.word() : "";
        int lineEnd = scanner.lineEnd(scanner.position);
        if (name.isEmpty() || !text(scanner, scanner.position, lineEnd).isBlank()) {
            throw scanner.unexpected("the name of a heredoc and the end of the line");
        }
        int first = Math.min(scanner.end, lineEnd + 1);
        int closing = closing(scanner, first, name, start);
        int indentation = flush ? indentation(scanner, first, closing) : 0;
        HclScanner lines = scanner.part(first, closing);
        Template template =
                new Template(TemplateParser.lines(lines, indentation), new Span(scanner.source, start, closing));
        scanner.position = scanner.lineEnd(closing);
        return template;
    }

    private static String text(HclScanner scanner, int from, int to) {
        return scanner.source.text().substring(from, Math.max(from, to));
    }

    /** Where the line begins that closes the heredoc. */
    private static int closing(HclScanner scanner, int first, String name, int start) {
        int line = first;
        while (line < scanner.end) {
            int end = scanner.lineEnd(line);
            if (text(scanner, line, end).trim().equals(name)) {
                return line;
            }
            line = end + 1;
        }
        throw new HclException("The heredoc " + name + " has no end", scanner.from(start));
    }

    private static int indentation(HclScanner scanner, int first, int closing) {
        int least = Integer.MAX_VALUE;
        for (int line = first; line < closing; line = scanner.lineEnd(line) + 1) {
            String text = text(scanner, line, Math.min(closing, scanner.lineEnd(line)));
            if (!text.isBlank()) {
                least = Math.min(least, text.length() - text.stripLeading().length());
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }
}
