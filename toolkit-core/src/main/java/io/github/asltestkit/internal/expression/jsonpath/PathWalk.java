package io.github.asltestkit.internal.expression.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.asltestkit.internal.expression.BoundedText;
import io.github.asltestkit.internal.expression.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a path. Two things can go wrong, as in the library that AWS answers like: what the path names is
 * <em>missing</em>, which a wildcard over an array passes over; or a step is <em>unfit</em> for the value that it meets,
 * which ends the reading.
 */
final class PathWalk {
    /** What one reading may look at; paths with several descents look at the same values again and again. */
    private static final int MAX_VISITS = 10_000_000;

    private final List<PathStep> steps;
    private final JsonNode root;
    private final JsonNode data;
    private final List<@Nullable JsonNode> found = new ArrayList<>();
    private final Budget budget;

    /** The field names and the indices taken so far; kept for a reading that is to say why it found nothing. */
    private final @Nullable List<Object> places;

    private @Nullable String reason;

    /** What several readings of one evaluation may look at together. */
    static final class Budget {
        private final BoundedText.Reads reads = new BoundedText.Reads(
                () -> EvaluationException.runtime("A regular expression of a JSONPath reads too many characters"));
        private int visits;

        void count() {
            if (++visits > MAX_VISITS) {
                throw EvaluationException.runtime("A JSONPath looks at more than " + MAX_VISITS + " values");
            }
        }
    }

    /** A step met a value that it cannot be applied to. */
    private static final class UnfitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnfitException(@Nullable String message) {
            super(message, null, false, false);
        }
    }

    private PathWalk(List<PathStep> steps, JsonNode data, JsonNode root, Budget budget, boolean explain) {
        this.steps = steps;
        this.data = data;
        this.root = root;
        this.budget = budget;
        this.places = explain ? new ArrayList<>() : null;
    }

    /**
     * What an indefinite path finds: an array, which is empty if something is missing on the way.
     *
     * @param data what {@code $} means
     */
    static JsonNode readAll(List<PathStep> steps, JsonNode data) {
        PathWalk walk = new PathWalk(steps, data, data, new Budget(), false);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        try {
            if (walk.walk()) {
                walk.found.forEach(value -> all.add(value == null ? NullNode.getInstance() : value));
            }
        } catch (UnfitException nothing) {
            // The reading ended before its end: AWS answers with nothing.
        }
        return all;
    }

    /**
     * What a definite path finds; {@link MissingNode} if it is missing, null behind the end of an array.
     */
    static @Nullable JsonNode readOne(List<PathStep> steps, JsonNode data) {
        try {
            return new PathWalk(steps, data, data, new Budget(), false).one();
        } catch (UnfitException nothing) {
            return MissingNode.getInstance();
        }
    }

    /** Why a definite path finds nothing, in the library's words. */
    static String reason(List<PathStep> steps, JsonNode data) {
        PathWalk walk = new PathWalk(steps, data, data, new Budget(), true);
        try {
            walk.walk();
        } catch (UnfitException unfit) {
            return String.valueOf(unfit.getMessage());
        }
        return walk.reason == null ? "No results for path: $" + walk.textFrom(0) : walk.reason;
    }

    /** What a path within a filter finds, as {@link #readOne}. */
    @Nullable
    JsonNode readWithin(List<PathStep> inner, JsonNode item, boolean fromRoot) {
        budget.count();
        return new PathWalk(inner, fromRoot ? root : item, root, budget, false).one();
    }

    private @Nullable JsonNode one() {
        return walk() && !found.isEmpty() ? found.get(0) : MissingNode.getInstance();
    }

    private boolean walk() {
        return steps.isEmpty() ? goOn(data, -1, "$") : steps.get(0).take(this, data, 0);
    }

    /** Goes on behind a step with a value that it led to. */
    boolean goOn(@Nullable JsonNode value, int at, Object place) {
        budget.count();
        if (at + 1 == steps.size()) {
            found.add(value);
            return true;
        }
        if (places != null) {
            while (places.size() > at) {
                places.remove(places.size() - 1);
            }
            places.add(place);
        }
        return steps.get(at + 1).take(this, value, at + 1);
    }

    /** Goes on behind a step with all that a value holds, until something is missing. */
    boolean goOnWithAll(JsonNode container, int at, Object place) {
        for (JsonNode value : container) {
            if (!goOn(value, at, place)) {
                return false;
            }
        }
        return true;
    }

    /** Goes on with an element of an array: null behind its end, as the library reads it; missing before its start. */
    boolean element(JsonNode array, int at, int index) {
        if (index < 0) {
            return missing(() -> "Index out of bounds when evaluating path " + placeBefore(at) + "[" + index + "]");
        }
        return goOn(array.get(index), at, index);
    }

    /** The array that a step takes elements from; null if there is nothing at its place. */
    @Nullable
    JsonNode array(@Nullable JsonNode node, int at) {
        if (node != null && node.isArray()) {
            return node;
        }
        if (isNothing(node, at)) {
            missing(() -> "The path " + placeBefore(at) + " is null");
            return null;
        }
        throw unfit(() ->
                "Filter: " + textFrom(at) + " can only be applied to arrays. Current context is: " + shown(node, at));
    }

    /** The library knows no null for a field, and one for an element. */
    private boolean isNothing(@Nullable JsonNode node, int at) {
        return node == null || (node.isNull() && isField(at - 1));
    }

    private boolean isField(int at) {
        return at < 0 || steps.get(at) instanceof PathStep.Fields;
    }

    /** A value as the library writes it into a message: the text of a field without its quotes. */
    String shown(@Nullable JsonNode node, int at) {
        return node != null && node.isTextual() && isField(at - 1) ? node.textValue() : String.valueOf(node);
    }

    boolean missing(Supplier<String> why) {
        if (places != null && reason == null) {
            reason = why.get();
        }
        return false;
    }

    RuntimeException unfit(Supplier<String> why) {
        return new UnfitException(places == null ? null : why.get());
    }

    void count() {
        budget.count();
    }

    /** A text for a regular expression of a filter. */
    CharSequence bounded(String text) {
        return new BoundedText(text, budget.reads);
    }

    PathStep step(int at) {
        return steps.get(at);
    }

    boolean isLast(int at) {
        return at + 1 == steps.size();
    }

    boolean isDefiniteFrom(int at) {
        for (int i = Math.max(0, at); i < steps.size(); i++) {
            if (!steps.get(i).isDefinite()) {
                return false;
            }
        }
        return true;
    }

    /** The steps from an index on, as the library writes them. */
    String textFrom(int at) {
        return steps.subList(at, steps.size()).stream().map(String::valueOf).collect(Collectors.joining());
    }

    /** The place that a step is taken from, as the library writes it. */
    String placeBefore(int at) {
        StringBuilder path = new StringBuilder("$");
        if (places != null) {
            for (Object place : places.subList(0, Math.min(at, places.size()))) {
                path.append(place instanceof String name ? "['" + name + "']" : "[" + place + "]");
            }
        }
        return path.toString();
    }
}
