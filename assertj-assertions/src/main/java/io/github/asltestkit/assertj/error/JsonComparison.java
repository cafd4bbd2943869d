package io.github.asltestkit.assertj.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two JSON values are compared. The order of fields never counts, nor how a number is spelled.
 *
 * @param ignored JSON pointers of what does not count, {@code *} in them for any one name or index
 * @param anyOrder whether the order of array elements does not count
 * @param partial whether objects may have further fields
 */
public record JsonComparison(List<String> ignored, boolean anyOrder, boolean partial) {
    public static final JsonComparison STRICT = new JsonComparison(List.of(), false, false);

    public JsonComparison ignoring(List<String> pointers) {
        List<String> all = new ArrayList<>(ignored);
        all.addAll(pointers);
        return new JsonComparison(List.copyOf(all), anyOrder, partial);
    }

    public JsonComparison inAnyOrder() {
        return new JsonComparison(ignored, true, partial);
    }

    public JsonComparison partially() {
        return new JsonComparison(ignored, anyOrder, true);
    }

    /** The pointer of the first place where two values differ; null where they are equal. */
    @Nullable
    public String difference(JsonNode expected, JsonNode actual) {
        return difference(expected, actual, "");
    }

    private @Nullable String difference(JsonNode expected, JsonNode actual, String pointer) {
        if (isIgnored(pointer)) {
            return null;
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0 ? null : pointer;
        }
        if (expected.getNodeType() != actual.getNodeType()) {
            return pointer;
        }
        if (expected.isArray()) {
            return anyOrder ? unordered(expected, actual, pointer) : ordered(expected, actual, pointer);
        }
        if (expected.isObject()) {
            return fields(expected, actual, pointer);
        }
        return expected.equals(actual) ? null : pointer;
    }

    private @Nullable String ordered(JsonNode expected, JsonNode actual, String pointer) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String below = difference(expected.path(i), actual.path(i), pointer + "/" + i);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    /**
     * Each expected element takes the first element that equals it and was not taken; that is a match whenever there is one,
     * as long as equality is transitive, which ignored fields leave as it is and partial objects do not: then an expected
     * element may take over one that another can do without.
     */
    private @Nullable String unordered(JsonNode expected, JsonNode actual, String pointer) {
        int[] takenBy = new int[actual.size()];
        for (int i = 0; i < expected.size(); i++) {
            if (!isIgnored(pointer + "/" + i)
                    && !take(i, expected, actual, pointer, takenBy, new boolean[actual.size()])) {
                return pointer + "/" + i;
            }
        }
        return expected.size() == actual.size() ? null : pointer + "/" + Math.min(expected.size(), actual.size());
    }

    private boolean take(
            int wanting, JsonNode expected, JsonNode actual, String pointer, int[] takenBy, boolean[] asked) {
        for (int i = 0; i < actual.size(); i++) {
            if (!asked[i] && difference(expected.path(wanting), actual.path(i), pointer + "/" + wanting) == null) {
                asked[i] = true;
                if (takenBy[i] == 0 || take(takenBy[i] - 1, expected, actual, pointer, takenBy, asked)) {
                    takenBy[i] = wanting + 1;
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable String fields(JsonNode expected, JsonNode actual, String pointer) {
        for (var field : expected.properties()) {
            String at = pointer + "/" + escaped(field.getKey());
            String below = difference(field.getValue(), actual.path(field.getKey()), at);
            if (below != null) {
                return below;
            }
        }
        if (!partial) {
            for (var field : actual.properties()) {
                String at = pointer + "/" + escaped(field.getKey());
                if (!expected.has(field.getKey())
                        && difference(MissingNode.getInstance(), field.getValue(), at) != null) {
                    return at;
                }
            }
        }
        return null;
    }

    private boolean isIgnored(String pointer) {
        for (String pattern : ignored) {
            if (matches(pattern, pointer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String pointer) {
        String[] wanted = pattern.split("/", -1);
        String[] given = pointer.split("/", -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals("*") && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
