package io.github.asltestkit.internal.hcl;

import io.github.asltestkit.internal.hcl.Expression.ForPart;
import io.github.asltestkit.internal.hcl.Expression.IfPart;
import io.github.asltestkit.internal.hcl.Expression.Interpolation;
import io.github.asltestkit.internal.hcl.Expression.Part;
import io.github.asltestkit.internal.hcl.Expression.Template;
import io.github.asltestkit.internal.hcl.Expression.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads templates: text with interpolations and directives. */
final class TemplateParser {
    private static final Pattern BLANK_START = Pattern.compile("^\\s+");
    private static final Pattern BLANK_END = Pattern.compile("\\s+$");

    /** What a sequence begins with. */
    private enum Kind {
        WORDS,
        INTERPOLATION,
        IF,
        ELSE,
        ENDIF,
        FOR,
        ENDFOR
    }

    /** One piece, before those between a directive and its end are put into it. */
    private static final class Piece {
        private final Kind kind;
        private final Span at;
        private final @Nullable Expression of;
        private @Nullable Words words;
        private @Nullable String key;
        private String value = "";
        private boolean stripsBefore;
        private boolean stripsAfter;

        Piece(Kind kind, Span at, @Nullable Expression of) {
            this.kind = kind;
            this.at = at;
            this.of = of;
        }

        Expression expression() {
            return Objects.requireNonNull(of);
        }
    }

    private final HclScanner scanner;
    private final boolean quoted;
    private final List<Piece> pieces = new ArrayList<>();
    private int next;

    private TemplateParser(HclScanner scanner, boolean quoted) {
        this.scanner = scanner;
        this.quoted = quoted;
    }

    /** The rest of a text in quotes, after the first of them. */
    static Template quoted(HclScanner scanner, int start) {
        TemplateParser parser = new TemplateParser(scanner, true);
        parser.readPieces(0);
        scanner.expect("\"", "at the end of the text");
        return new Template(parser.parts(), scanner.from(start));
    }

    /** A heredoc's lines, without as many blanks at the beginning of each. */
    static List<Part> lines(HclScanner scanner, int indentation) {
        TemplateParser parser = new TemplateParser(scanner, false);
        parser.readPieces(indentation);
        return parser.parts();
    }

    static Template whole(Source source) {
        HclScanner scanner = new HclScanner(source);
        List<Part> parts = lines(scanner, 0);
        return new Template(parts, new Span(source, 0, source.text().length()));
    }

    /** A template of one interpolation and nothing else has the value of what is interpolated. */
    static Expression unwrapped(Template template) {
        return template.parts().size() == 1 && template.parts().get(0) instanceof Interpolation only
                ? only.of()
                : template;
    }

    private void readPieces(int indentation) {
        String text = scanner.source.text();
        int run = skipIndentation(indentation, scanner.position);
        while (!scanner.isEnd()) {
            char c = scanner.peek();
            if (quoted && c == '"') {
                break;
            }
            if (quoted && c == '\n') {
                throw new HclException("The text has no closing quote on its line", scanner.here());
            }
            if (quoted && c == '\\') {
                words(run, scanner.position);
                escape();
                run = scanner.position;
            } else if (scanner.looksAt("$${") || scanner.looksAt("%%{")) {
                words(run, scanner.position);
                run = scanner.position + 1;
                scanner.position += 3;
            } else if (scanner.looksAt("${") || scanner.looksAt("%{")) {
                words(run, scanner.position);
                sequence();
                run = scanner.position;
            } else if (c == '\n' && indentation > 0) {
                words(run, ++scanner.position);
                run = skipIndentation(indentation, scanner.position);
            } else {
                scanner.position++;
            }
        }
        words(run, Math.min(scanner.position, text.length()));
    }

    private int skipIndentation(int indentation, int from) {
        int at = from;
        while (at < from + indentation
                && at < scanner.end
                && " \t".indexOf(scanner.source.text().charAt(at)) >= 0) {
            at++;
        }
        scanner.position = at;
        return at;
    }

    private void words(int from, int to) {
        if (to > from) {
            Span at = new Span(scanner.source, from, to);
            add(new Words(at.text(), at, true));
        }
    }

    private void add(Words words) {
        Piece piece = new Piece(Kind.WORDS, words.at(), null);
        piece.words = words;
        pieces.add(piece);
    }

    private void escape() {
        int start = scanner.position++;
        char kind = scanner.peek();
        scanner.position++;
        int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        String plain = switch (kind) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '"' -> "\"";
            case '\\' -> "\\";
            case 'u', 'U' -> codePoint(start, digits);
            default ->
                throw new HclException(
                        "\"\\" + (kind == '\0' ? "" : kind) + "\" is not an escape sequence", scanner.from(start));
        };
        scanner.position += digits;
        add(new Words(plain, scanner.from(start), false));
    }

    private String codePoint(int start, int digits) {
        int from = scanner.position;
        Span at = new Span(scanner.source, start, Math.min(scanner.end, from + digits));
        String hexadecimal = scanner.source.text().substring(Math.min(from, at.end()), at.end());
        if (hexadecimal.length() == digits && hexadecimal.matches("[0-9a-fA-F]+")) {
            long point = Long.parseLong(hexadecimal, 16);
            if (point <= Character.MAX_CODE_POINT) {
                return Character.toString((int) point);
            }
        }
        throw new HclException("Expected " + digits + " hexadecimal digits of a character", at);
    }

    private void sequence() {
        int start = scanner.position;
        boolean directive = scanner.peek() == '%';
        scanner.position += 2;
        boolean before = scanner.takes("~");
        Piece piece = directive ? directive(start) : interpolation(start);
        piece.stripsBefore = before;
        scanner.skipBlanks(true);
        piece.stripsAfter = scanner.takes("~");
        scanner.expect("}", directive ? "at the end of the directive" : "at the end of the interpolation");
        pieces.add(piece);
    }

    private Piece interpolation(int start) {
        Expression of = new ExpressionParser(scanner).inBrackets();
        return new Piece(Kind.INTERPOLATION, scanner.from(start).to(scanner.position + 1), of);
    }

    private Piece directive(int start) {
        scanner.skipBlanks(true);
        String word = scanner.isWord() ? scanner.word() : "";
        return switch (word) {
            case "if" -> new Piece(Kind.IF, scanner.from(start), new ExpressionParser(scanner).inBrackets());
            case "for" -> forDirective(start);
            case "else" -> new Piece(Kind.ELSE, scanner.from(start), null);
            case "endif" -> new Piece(Kind.ENDIF, scanner.from(start), null);
            case "endfor" -> new Piece(Kind.ENDFOR, scanner.from(start), null);
            default ->
                throw new HclException(
                        "\"%{\" begins a directive: if, else, endif, for or endfor; for the characters themselves"
                                + " write \"%%{\"",
                        scanner.from(start));
        };
    }

    private Piece forDirective(int start) {
        scanner.skipBlanks(true);
        String first = scanner.word();
        String second = null;
        scanner.skipBlanks(true);
        if (scanner.takes(",")) {
            scanner.skipBlanks(true);
            second = scanner.word();
            scanner.skipBlanks(true);
        }
        scanner.expect("in", "after the names of the directive");
        Piece piece = new Piece(Kind.FOR, scanner.from(start), new ExpressionParser(scanner).inBrackets());
        piece.key = second == null ? null : first;
        piece.value = second == null ? first : second;
        return piece;
    }

    /** All pieces as a tree. */
    private List<Part> parts() {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).stripsBefore && i > 0) {
                strip(pieces.get(i - 1), BLANK_END);
            }
            for (int j = i + 1; pieces.get(i).stripsAfter && j < pieces.size(); j++) {
                strip(pieces.get(j), BLANK_START);
                Words words = pieces.get(j).words;
                if (words == null || !words.text().isEmpty()) {
                    break;
                }
            }
        }
        List<Part> parts = list();
        if (next < pieces.size()) {
            Piece wrong = pieces.get(next);
            throw new HclException("This directive ends or continues none that is open", wrong.at);
        }
        return parts;
    }

    private static void strip(Piece piece, Pattern blanks) {
        Words words = piece.words;
        if (words == null) {
            return;
        }
        String text = blanks.matcher(words.text()).replaceFirst("");
        int removed = words.text().length() - text.length();
        int start = words.at().start() + (blanks == BLANK_START && words.verbatim() ? removed : 0);
        Span at = new Span(
                words.at().source(),
                Math.min(start, words.at().end()),
                words.at().end());
        piece.words = new Words(text, at, words.verbatim());
    }

    private List<Part> list() {
        List<Part> parts = new ArrayList<>();
        scanner.enter();
        while (next < pieces.size()) {
            Piece piece = pieces.get(next);
            switch (piece.kind) {
                case WORDS -> parts.add(Objects.requireNonNull(piece.words));
                case INTERPOLATION -> parts.add(new Interpolation(piece.expression(), piece.at));
                case IF -> {
                    parts.add(ifPart(piece));
                    continue;
                }
                case FOR -> {
                    next++;
                    List<Part> body = list();
                    expectDirective(Kind.ENDFOR, piece, "endfor");
                    parts.add(new ForPart(piece.key, piece.value, piece.expression(), body, piece.at));
                    continue;
                }
                default -> {
                    scanner.leave();
                    return parts;
                }
            }
            next++;
        }
        scanner.leave();
        return parts;
    }

    private IfPart ifPart(Piece piece) {
        next++;
        List<Part> yes = list();
        List<Part> no = List.of();
        if (next < pieces.size() && pieces.get(next).kind == Kind.ELSE) {
            next++;
            no = list();
        }
        expectDirective(Kind.ENDIF, piece, "endif");
        return new IfPart(piece.expression(), yes, no, piece.at);
    }

    private void expectDirective(Kind kind, Piece opening, String name) {
        if (next >= pieces.size() || pieces.get(next).kind != kind) {
            throw new HclException("The directive has no %{ " + name + " }", opening.at);
        }
        next++;
    }
}
