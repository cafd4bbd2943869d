package io.github.asltestkit.assertj.error;

import io.github.asltestkit.internal.message.Facts;
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
        private final List<Facts> blocks = new ArrayList<>();

        Builder(String sentence) {
            verdict = Text.wrap(sentence, Text.WIDTH);
            block();
        }

        /** Starts the next block of facts. */
        Builder block() {
            blocks.add(new Facts());
            return this;
        }

        /** A fact, wrapped where it is long; nothing where it is null. */
        Builder fact(String name, @Nullable String value) {
            last().wrapped(name, value);
            return this;
        }

        /** A fact that stays on one line: cut where it is long. */
        Builder line(String name, String value) {
            last().cut(name, value);
            return this;
        }

        /** A mark under the fact before, at a column of its value. */
        Builder mark(int column, String text) {
            last().mark(column, text);
            return this;
        }

        /** Lines as they are, indented; each cut where it is long. */
        Builder lines(List<String> lines) {
            lines.forEach(last()::line);
            return this;
        }

        Message build(@Nullable Object expected, @Nullable Object actual) {
            StringBuilder text = new StringBuilder(String.join("\n", verdict));
            for (Facts block : blocks) {
                if (!block.isEmpty()) {
                    text.append("\n\n").append(block.text().stripTrailing());
                }
            }
            return new Message(text.toString(), expected, actual);
        }

        private Facts last() {
            return blocks.get(blocks.size() - 1);
        }
    }
}
