package io.github.asltestkit.internal.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.internal.proof.TreeDifferences.Difference;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds what the toolkit did against an answer of TestState. Event ids and the name of the state within a cause count as the same,
 * for TestState has a history of its own; so do UUIDs and instants where the state makes them anew.
 */
public final class AnswerComparison {
    private static final Set<String> FIELDS =
            Set.of("status", "output", "nextState", "error", "cause", "inspectionData");
    private static final Set<String> DATA = Set.of(
            "input",
            "afterInputPath",
            "afterParameters",
            "afterArguments",
            "result",
            "afterResultSelector",
            "afterResultPath",
            "afterItemsPath",
            "afterItemSelector",
            "afterItemBatcher",
            "afterItemsPointer",
            "maxConcurrency",
            "toleratedFailureCount",
            "toleratedFailurePercentage",
            "variables",
            "errorDetails");

    /** Compiled when the first texts differ. */
    private static final class Patterns {
        static final Pattern EVENT = Pattern.compile("the state '[^']*' \\(entered at the event id #\\d+\\)");
        static final Pattern UUID =
                Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
        static final Pattern INSTANT =
                Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})");
    }

    private final boolean uuids;
    private final boolean instants;

    /**
     * @param uuids whether the state makes UUIDs
     * @param instants whether it reads the clock
     */
    public AnswerComparison(boolean uuids, boolean instants) {
        this.uuids = uuids;
        this.instants = instants;
    }

    /** The part of a stored answer that is compared: what AWS may add one day is not. */
    public static ObjectNode known(JsonNode answer) {
        ObjectNode known = answer.deepCopy();
        known.retain(FIELDS);
        if (known.path("inspectionData") instanceof ObjectNode data) {
            data.retain(DATA);
        }
        return known;
    }

    /**
     * Where they differ.
     *
     * @param did in the form of an answer, JSON as trees
     * @param answer the stored answer as {@link #known} leaves it
     * @param open pointers that are not compared, with all that is below them
     * @param placeholders for the texts of {@code did}
     */
    public List<Difference> differences(JsonNode did, JsonNode answer, Set<String> open, Placeholders placeholders) {
        if (did.equals(answer)) {
            return List.of();
        }
        List<Difference> found = compared(did, answer, open);
        // Most stays name no account: only what differs is worth a second look.
        return found.isEmpty() ? found : compared(CanonicalJson.sorted(did, placeholders), answer, open);
    }

    private List<Difference> compared(JsonNode did, JsonNode answer, Set<String> open) {
        return TreeDifferences.between(did, answer, this::same).stream()
                .filter(difference ->
                        open.stream().noneMatch(pointer -> (difference.pointer() + "/").startsWith(pointer + "/")))
                .toList();
    }

    private boolean same(String did, String answered) {
        return normal(did).equals(normal(answered));
    }

    private String normal(String text) {
        String normal = Patterns.EVENT.matcher(text).replaceAll("the state");
        normal = uuids ? Patterns.UUID.matcher(normal).replaceAll("<uuid>") : normal;
        return instants ? Patterns.INSTANT.matcher(normal).replaceAll("<instant>") : normal;
    }
}
