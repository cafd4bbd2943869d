package io.github.asltestkit.internal.hcl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is between the braces of a block, or in a whole file.
 *
 * @param attributes the arguments by name, in the order of the text
 * @param blocks the blocks
 */
public record Body(Map<String, Expression> attributes, List<Block> blocks) {

    /**
     * A block.
     *
     * @param type its first word, such as {@code resource}
     * @param labels the words after it
     * @param at where its type is written
     */
    public record Block(String type, List<String> labels, Body body, Span at) {
        /** A label; empty if there are fewer. */
        public String label(int index) {
            return index < labels.size() ? labels.get(index) : "";
        }
    }

    Body() {
        this(new LinkedHashMap<>(), new ArrayList<>());
    }

    /** An argument. */
    public @Nullable Expression attribute(String name) {
        return attributes.get(name);
    }

    /** The first block of a type. */
    public @Nullable Body block(String type) {
        return blocks.stream()
                .filter(block -> block.type().equals(type))
                .map(Block::body)
                .findFirst()
                .orElse(null);
    }
}
