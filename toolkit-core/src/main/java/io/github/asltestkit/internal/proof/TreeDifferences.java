package io.github.asltestkit.internal.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Where two JSON values differ, place by place, in the order of their sorted keys. */
public final class TreeDifferences {
    /** What is shown for a value that only the other side has. */
    public static final String NOTHING = "(nothing)";

    private final BiPredicate<String, String> sameTexts;
    private final List<Difference> found = new ArrayList<>();

    /**
     * A place where two values differ.
     *
     * @param pointer its JSON pointer
     * @param left the one value, as JSON text, or {@link #NOTHING}
     * @param right the other value
     */
    public record Difference(String pointer, String left, String right) {}

    private TreeDifferences(BiPredicate<String, String> sameTexts) {
        this.sameTexts = sameTexts;
    }

    /** @param sameTexts whether two texts that are not equal count as the same */
    public static List<Difference> between(JsonNode left, JsonNode right, BiPredicate<String, String> sameTexts) {
        TreeDifferences differences = new TreeDifferences(sameTexts);
        differences.compare("", left, right);
        return differences.found;
    }

    private void compare(String pointer, JsonNode left, JsonNode right) {
        if (left.isObject() && right.isObject()) {
            Set<String> names = new TreeSet<>();
            left.fieldNames().forEachRemaining(names::add);
            right.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(pointer + "/" + Pointers.segment(name), left.path(name), right.path(name));
            }
        } else if (left.isArray() && right.isArray()) {
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                compare(pointer + "/" + i, left.path(i), right.path(i));
            }
        } else if (!same(left, right)) {
            found.add(new Difference(pointer, text(left), text(right)));
        }
    }

    private boolean same(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue()) == 0;
        }
        if (left.isTextual() && right.isTextual()) {
            return left.textValue().equals(right.textValue()) || sameTexts.test(left.textValue(), right.textValue());
        }
        return left.equals(right);
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? NOTHING : value.toString();
    }
}
