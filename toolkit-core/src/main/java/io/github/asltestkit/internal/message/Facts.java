package io.github.asltestkit.internal.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Facts one below the other, their colons aligned.
 *
 * <pre>{@code
 *   expected: A -> B
 *    but was: A -> C
 *             at +3s
 * }</pre>
 */
public final class Facts {
    private static final int INDENT = 2;

    /**
     * One of them.
     *
     * @param name null of a line that is aligned with nothing
     * @param lines its value for the columns that there are
     */
    private record Fact(@Nullable String name, IntFunction<List<String>> lines) {}

    private final List<Fact> facts = new ArrayList<>();

    /** A fact that goes on in further lines if it is long; nothing if it is null. */
    public Facts wrapped(String name, @Nullable String value) {
        return value == null ? this : add(name, room -> Text.wrap(Text.bounded(value), room));
    }

    /** A fact that stays on one line: it is cut if it is long. */
    public Facts cut(String name, String value) {
        return add(name, room -> List.of(Text.cut(value, room)));
    }

    /** A fact that is never cut: a place, of which a development environment makes a link, or lines made elsewhere. */
    public Facts whole(String name, String value) {
        return add(name, room -> value.lines().toList());
    }

    /** A mark under the fact before, at a column of its value. */
    public Facts mark(int column, String text) {
        return cut("", " ".repeat(column) + "^ " + text);
    }

    /** A line that is aligned with nothing; it is cut if it is long. */
    public Facts line(String line) {
        return add(null, room -> List.of(Text.cut(line, Text.WIDTH - INDENT)));
    }

    private Facts add(@Nullable String name, IntFunction<List<String>> lines) {
        facts.add(new Fact(name, lines));
        return this;
    }

    public boolean isEmpty() {
        return facts.isEmpty();
    }

    /** The facts, each line ended by a line feed. */
    public String text() {
        int width = facts.stream()
                .mapToInt(fact -> fact.name == null ? 0 : fact.name.length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (Fact fact : facts) {
            String head = head(fact.name, width);
            for (String line : fact.lines.apply(Text.WIDTH - width - 2 * INDENT)) {
                text.append((head + line).stripTrailing()).append('\n');
                head = " ".repeat(head.length());
            }
        }
        return text.toString();
    }

    private static String head(@Nullable String name, int width) {
        if (name == null) {
            return " ".repeat(INDENT);
        }
        return " ".repeat(INDENT + width - name.length()) + name + (name.isEmpty() ? "  " : ": ");
    }
}
