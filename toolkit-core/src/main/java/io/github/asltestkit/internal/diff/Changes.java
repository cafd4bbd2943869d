package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.Text;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is different in two trees of a definition, in words. */
final class Changes {
    private static final int ROOM = 40;

    private Changes() {}

    /**
     * The first difference, such as {@code Retry[0].MaxAttempts: 1 became 3}.
     *
     * @param at the path of the trees; empty for a whole state
     * @return null if there is none
     */
    static @Nullable String first(String at, @Nullable JsonNode old, @Nullable JsonNode current) {
        if (old == null) {
            return current == null ? null : at + " is new: " + shown(current);
        }
        if (current == null) {
            return at + " is gone: " + shown(old);
        }
        if (old.equals(current)) {
            return null;
        }
        if (old.isObject() && current.isObject()) {
            return ofObjects(at, old, current);
        }
        if (old.isArray() && current.isArray()) {
            for (int i = 0; i < Math.max(old.size(), current.size()); i++) {
                String found = first(at + "[" + i + "]", old.get(i), current.get(i));
                if (found != null) {
                    return found;
                }
            }
        }
        return at + ": " + shown(old) + " became " + shown(current);
    }

    private static @Nullable String ofObjects(String at, JsonNode old, JsonNode current) {
        Set<String> gone = names(old, current);
        Set<String> more = names(current, old);
        if (gone.size() == 1 && more.size() == 1) {
            String was = gone.iterator().next();
            String is = more.iterator().next();
            if (old.path(was).equals(current.path(is))) {
                return at(at, was) + " became " + is;
            }
        }
        Set<String> all = new LinkedHashSet<>();
        old.fieldNames().forEachRemaining(all::add);
        current.fieldNames().forEachRemaining(all::add);
        for (String name : all) {
            String found = name.equals("Comment") ? null : first(at(at, name), old.get(name), current.get(name));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Set<String> names(JsonNode of, JsonNode without) {
        Set<String> names = new LinkedHashSet<>();
        of.fieldNames().forEachRemaining(names::add);
        without.fieldNames().forEachRemaining(names::remove);
        return names;
    }

    private static String at(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    private static String shown(JsonNode node) {
        return Text.shortened(node.isTextual() ? node.textValue() : node.toString(), ROOM);
    }
}
