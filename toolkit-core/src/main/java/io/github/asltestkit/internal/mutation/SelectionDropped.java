package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.StateType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code Parameters}, {@code Arguments}, {@code ItemSelector}, {@code ResultSelector} or {@code Output} less, as a whole.
 * {@code Assign} loses its variables one by one.
 */
final class SelectionDropped implements Operator {
    private static final Pattern INPUT = Pattern.compile("\\{%\\s*\\$states\\.input\\s*%}");
    private static final Pattern RESULT = Pattern.compile("\\{%\\s*\\$states\\.result\\s*%}");

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        for (String selection : FieldDropped.SELECTIONS) {
            JsonNode json = site.json().get(selection);
            if (json != null && !selection.equals("Assign")) {
                changes.add(Change.drop(
                                site, "drop " + selection, site.at(selection), FieldDropped.advice(site, selection, ""))
                        .equalIf(isAll(site, selection, json), EqualBecause.ALL_OF_IT));
            }
        }
        return changes;
    }

    private static boolean isAll(Site site, String selection, JsonNode json) {
        String text = json.asText();
        return switch (selection) {
            case "Arguments" -> INPUT.matcher(text).matches();
            case "Output" ->
                (hasResult(site.state().type()) ? RESULT : INPUT).matcher(text).matches();
            default -> false;
        };
    }

    private static boolean hasResult(StateType type) {
        return type == StateType.TASK || type == StateType.PARALLEL || type == StateType.MAP;
    }
}
