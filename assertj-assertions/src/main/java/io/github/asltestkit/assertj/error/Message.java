package io.github.asltestkit.assertj.error;

import io.github.asltestkit.internal.message.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a failure, and what an IDE compares.
 *
 * @param text the whole text
 * @param expected what was expected
 * @param actual what was there instead
 */
public record Message(
        String text, @Nullable Object expected, @Nullable Object actual) {

    static Builder verdict(String sentence) {
        return new Builder(sentence);
    }

    /** A verdict sentence, then blocks of aligned facts. */
    static final class Builder {
        private final List<String> verdict;
        private final List<List<String[]>> blocks = new ArrayList<>();

        Builder(String sentence) {
            verdict = Text.wrap(sentence, Text.WIDTH);
            block();
        }

        /** Starts the next block of facts. */
        Builder block() {
            blocks.add(new ArrayList<>());
            return this;
        }

        /** A fact, wrapped where it is long; nothing where it is null. */
        Builder fact(String name, @Nullable String value) {
            if (value != null) {
                blocks.get(blocks.size() - 1).add(new String[] {name, Text.bounded(value), "wrap"});
            }
            return this;
        }

        /** A fact that stays on one line: cut where it is long. */
        Builder line(String name, String value) {
            blocks.get(blocks.size() - 1).add(new String[] {name, value, "cut"});
            return this;
        }

        /** A mark under the fact before, at a column of its value. */
        Builder mark(int column, String text) {
            blocks.get(blocks.size() - 1).add(new String[] {"", " ".repeat(column) + "^ " + text, "mark"});
            return this;
        }

        /** Lines as they are, indented; each cut where it is long. */
        Builder lines(List<String> lines) {
            for (String line : lines) {
                blocks.get(blocks.size() - 1).add(new String[] {"", line, "text"});
            }
            return this;
        }

        Message build(@Nullable Object expected, @Nullable Object actual) {
            StringBuilder text = new StringBuilder(String.join("\n", verdict));
            for (List<String[]> block : blocks) {
                if (!block.isEmpty()) {
                    text.append('\n');
                    append(text, block);
                }
            }
            return new Message(text.toString(), expected, actual);
        }

        private static void append(StringBuilder text, List<String[]> block) {
            int width = block.stream().mapToInt(fact -> fact[0].length()).max().orElse(0);
            int room = Text.WIDTH - width - 4;
            for (String[] fact : block) {
                List<String> lines = switch (fact[2]) {
                    case "wrap" -> Text.wrap(fact[1], room);
                    default -> List.of(Text.cut(fact[1], room));
                };
                if (fact[2].equals("text")) {
                    text.append('\n').append(("  " + Text.cut(fact[1], Text.WIDTH - 2)).stripTrailing());
                    continue;
                }
                String head = fact[0].isEmpty()
                        ? " ".repeat(width + 4)
                        : "  " + " ".repeat(width - fact[0].length()) + fact[0] + ": ";
                for (String line : lines) {
                    text.append('\n').append((head + line).stripTrailing());
                    head = " ".repeat(width + 4);
                }
            }
        }
    }
}
