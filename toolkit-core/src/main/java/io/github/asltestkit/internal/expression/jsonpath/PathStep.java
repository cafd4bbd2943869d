package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One step of a JSONPath. */
sealed interface PathStep {

    /** Whether the step names one place. */
    default boolean isDefinite() {
        return true;
    }

    /**
     * Takes the step from a value and goes on with the steps behind it.
     *
     * @param node the value; null for an element behind the end of an array
     * @param at the index of this step
     * @return false if what the path names is missing
     */
    boolean take(PathWalk walk, @Nullable JsonNode node, int at);

    /** Whether a descent stops at a value to take this step from it. */
    default boolean isFor(PathWalk walk, JsonNode node) {
        return node.isArray();
    }

    /** Fields by their names. Several names give an object of those that are there. */
    record Fields(List<String> names) implements PathStep {
        @Override
        public boolean take(PathWalk walk, @Nullable JsonNode node, int at) {
            if (node == null || !node.isObject()) {
                return walk.missing(() -> "Property " + this + " not found in path " + walk.placeBefore(at));
            }
            if (names.size() > 1) {
                return takeSeveral(walk, node, at);
            }
            String name = names.get(0);
            JsonNode value = node.get(name);
            if (value != null) {
                return walk.goOn(value, at, name);
            }
            if (walk.isLast(at)) {
                return walk.missing(() -> "No results for path: " + walk.placeBefore(at) + this);
            }
            return !walk.isDefiniteFrom(at - 1)
                    || walk.missing(() -> "Missing property in path " + walk.placeBefore(at) + this);
        }

        private boolean takeSeveral(PathWalk walk, JsonNode node, int at) {
            if (!walk.isLast(at)) {
                throw walk.unfit(
                        () -> "Multi properties can only be used as path leafs: " + walk.placeBefore(at) + this);
            }
            ObjectNode found = JsonNodeFactory.instance.objectNode();
            for (String name : names) {
                JsonNode value = node.get(name);
                if (value != null) {
                    found.set(name, value);
                }
            }
            return walk.goOn(found, at, this);
        }

        @Override
        public boolean isFor(PathWalk walk, JsonNode node) {
            return node.isObject() && names.stream().allMatch(node::has);
        }

        @Override
        public String toString() {
            return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** One element of an array. A negative index is outside of every array; it does not count from the end. */
    record Element(int index) implements PathStep {
        @Override
        public boolean take(PathWalk walk, @Nullable JsonNode node, int at) {
            JsonNode array = walk.array(node, at);
            return array != null && walk.element(array, at, index);
        }

        @Override
        public String toString() {
            return "[" + index + "]";
        }
    }

    /** {@code [(@.length-1)]}: one element of an array, counted from its end. */
    record FromEnd(int distance) implements PathStep {
        @Override
        public boolean take(PathWalk walk, @Nullable JsonNode node, int at) {
            JsonNode array = walk.array(node, at);
            return array != null && walk.element(array, at, array.size() - distance);
        }

        @Override
        public String toString() {
            return "[@.size()-" + distance + "]";
        }
    }

    /** {@code [0,2]}: some elements of an array. */
    record Elements(List<Integer> indices) implements PathStep {
        @Override
        public boolean isDefinite() {
            return false;
        }

        @Override
        public boolean take(PathWalk walk, @Nullable JsonNode node, int at) {
            JsonNode array = walk.array(node, at);
            return array != null && indices.stream().allMatch(index -> walk.element(array, at, index));
        }

        @Override
        public String toString() {
            return indices.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        }
    }

    /**
     * {@code [1:3]}, {@code [1:]}, {@code [:3]}: a range of an array. A bound that stands alone may count from the end.
     *
     * @param from the first index, or null
     * @param to the index after the last, or null
     */
    record Slice(@Nullable Integer from, @Nullable Integer to) implements PathStep {
        @Override
        public boolean isDefinite() {
            return false;
        }

        @Override
        public boolean take(PathWalk walk, @Nullable JsonNode node, int at) {
            JsonNode array = walk.array(node, at);
            if (array == null) {
                return false;
            }
            int size = array.size();
            int first = from == null ? 0 : to == null ? Math.max(0, fromEnd(from, size)) : from;
            int end = to == null ? size : Math.min(size, from == null ? fromEnd(to, size) : to);
            return size == 0 || IntStream.range(first, end).allMatch(index -> walk.element(array, at, index));
        }

        private static int fromEnd(int bound, int size) {
            return bound < 0 ? size + bound : bound;
        }

        @Override
        public String toString() {
            return "[" + (from == null ? "" : from) + ":" + (to == null ? "" : to) + "]";
        }
    }

    /** All fields of an object, or all elements of an array: an element that lacks what follows is passed over. */
    record Wildcard() implements PathStep {
        @Override
        public boolean isDefinite() {
            return false;
        }

        @Override
        public boolean take(PathWalk walk, @Nullable JsonNode node, int at) {
            if (node != null && node.isObject()) {
                return walk.goOnWithAll(node, at, this);
            }
            if (node != null && node.isArray()) {
                for (JsonNode value : node) {
                    walk.goOn(value, at, this);
                }
            }
            return true;
        }

        @Override
        public boolean isFor(PathWalk walk, JsonNode node) {
            return true;
        }

        @Override
        public String toString() {
            return "[*]";
        }
    }

    /** {@code [?(...)]}: an object that the filter accepts, or the elements of an array that it accepts. */
    record Filtered(PathFilter filter) implements PathStep {
        @Override
        public boolean isDefinite() {
            return false;
        }

        @Override
        public boolean take(PathWalk walk, @Nullable JsonNode node, int at) {
            if (node != null && node.isObject()) {
                return !filter.accepts(walk, node) || walk.goOn(node, at, this);
            }
            if (node == null || !node.isArray()) {
                throw walk.unfit(() -> "Filter: " + walk.textFrom(at)
                        + " can not be applied to primitives. Current context is: " + walk.shown(node, at));
            }
            for (JsonNode element : node) {
                if (filter.accepts(walk, element) && !walk.goOn(element, at, this)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isFor(PathWalk walk, JsonNode node) {
            return filter.accepts(walk, node);
        }

        @Override
        public String toString() {
            return "[?]";
        }
    }

    /** {@code ..}: the step behind it, from the value itself and from all that it holds. */
    record Descent() implements PathStep {
        @Override
        public boolean isDefinite() {
            return false;
        }

        @Override
        public boolean take(PathWalk walk, @Nullable JsonNode node, int at) {
            return node == null || descend(walk, node, at + 1);
        }

        private boolean descend(PathWalk walk, JsonNode node, int target) {
            if (!node.isContainerNode()) {
                return true;
            }
            walk.count();
            PathStep step = walk.step(target);
            if (step.isFor(walk, node) && !takeHere(walk, step, node, target)) {
                return false;
            }
            for (JsonNode value : node) {
                if (!descend(walk, value, target)) {
                    return false;
                }
            }
            return true;
        }

        /** From an array the library of that version takes the step after next, whatever the next one says. */
        private static boolean takeHere(PathWalk walk, PathStep step, JsonNode node, int target) {
            if (node.isObject() || walk.isLast(target)) {
                return step.take(walk, node, target);
            }
            return walk.goOnWithAll(node, target, step);
        }

        @Override
        public boolean isFor(PathWalk walk, JsonNode node) {
            return false;
        }

        @Override
        public String toString() {
            return "..";
        }
    }
}
