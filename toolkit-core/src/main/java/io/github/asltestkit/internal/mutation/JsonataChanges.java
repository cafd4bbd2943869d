package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes of one token of an expression of a JSONata state. */
final class JsonataChanges {
    /** Other states, which have changes of their own. */
    private static final Set<String> OTHER_STATES = Set.of("Branches", "States", "Iterator");

    private final Site site;
    private final Function<JsonataTokens.Token, @Nullable String> changed;
    private final List<Change> changes = new ArrayList<>();

    private JsonataChanges(Site site, Function<JsonataTokens.Token, @Nullable String> changed) {
        this.site = site;
        this.changed = changed;
    }

    /**
     * A change for each token that becomes another.
     *
     * @param changed what a token becomes; null if it stays
     */
    static List<Change> of(Site site, Function<JsonataTokens.Token, @Nullable String> changed) {
        if (!site.isJsonata()) {
            return List.of();
        }
        JsonataChanges all = new JsonataChanges(site, changed);
        all.below(site.json(), site.state().pointer(), "");
        return all.changes;
    }

    private void below(JsonNode json, String pointer, String field) {
        if (json.isTextual() && JsonataTexts.isExpression(json.textValue())) {
            expression(json.textValue(), pointer, field);
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (!OTHER_STATES.contains(entry.getKey())) {
                String name = field.isEmpty() ? entry.getKey() : field + "." + entry.getKey();
                below(entry.getValue(), pointer + "/" + Pointers.segment(entry.getKey()), name);
            }
        }
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            below(json.get(i), pointer + "/" + i, field + "[" + i + "]");
        }
    }

    private void expression(String text, String pointer, String field) {
        int from = text.indexOf("{%") + 2;
        for (JsonataTokens.Token token : JsonataTokens.of(text.substring(from, text.lastIndexOf("%}")))) {
            String other = changed.apply(token);
            if (other != null) {
                String expression =
                        text.substring(0, from + token.start()) + other + text.substring(from + token.end());
                Change change = Change.put(
                        site,
                        other + " instead of " + token.text() + " in " + field,
                        pointer,
                        TextNode.valueOf(expression),
                        advice(field));
                changes.add(reached(change, pointer));
            }
        }
    }

    /** What a Catcher or a rule hands on is evaluated only if it is taken. */
    private Change reached(Change change, String pointer) {
        String inside = pointer.substring(site.state().pointer().length());
        String[] parts = inside.split("/", 5);
        boolean handsOn = parts.length > 3 && (parts[3].equals("Assign") || parts[3].equals("Output"));
        if (handsOn && parts[1].equals("Catch")) {
            return change.reachedBy(ItemKind.CATCHER, site.at("Catch/" + parts[2]));
        }
        return handsOn && parts[1].equals("Choices")
                ? change.reachedBy(ItemKind.CHOICE_RULE, site.at("Choices/" + parts[2]))
                : change;
    }

    private String advice(String field) {
        String first = field.split("[.\\[]", 2)[0];
        return switch (first) {
            case "Arguments" -> FieldDropped.advice(site, "Arguments", field);
            case "Choices" -> Advice.boundary(site);
            case "Assign" -> Advice.variable(site, field.substring(Math.min(field.length(), first.length() + 1)));
            case "Seconds", "Timestamp" ->
                site.state() instanceof State.Wait ? Advice.waiting(site) : Advice.output(site);
            case "Error", "Cause" ->
                "No test asserts the error and the cause of " + site.name()
                        + ": assertThat(execution).failedWith(error, cause)";
            default -> Advice.output(site);
        };
    }
}
