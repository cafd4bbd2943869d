package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A field less of what a state selects, at any depth. */
final class FieldDropped implements Operator {
    static final List<String> SELECTIONS =
            List.of("Parameters", "Arguments", "ItemSelector", "ResultSelector", "Assign", "Output");

    /** The selections in Choices and Catch, and the kind of item that says that they were used. */
    private static final Map<String, ItemKind> BELOW =
            Map.of("Choices", ItemKind.CHOICE_RULE, "Catch", ItemKind.CATCHER);

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        for (String selection : SELECTIONS) {
            fields(site, site.json().path(selection), site.at(selection), "", of(selection), selection, changes);
        }
        for (String list : List.of("Choices", "Catch")) {
            JsonNode elements = site.json().path(list);
            for (int i = 0; i < elements.size(); i++) {
                String element = site.at(list) + "/" + i;
                for (String selection : List.of("Assign", "Output")) {
                    List<Change> found = new ArrayList<>();
                    String of = " of " + selection + " of " + list + "[" + i + "]";
                    JsonNode json = elements.get(i).path(selection);
                    fields(site, json, element + "/" + selection, "", of, selection, found);
                    for (Change change : found) {
                        changes.add(change.reachedBy(BELOW.getOrDefault(list, ItemKind.STATE), element));
                    }
                }
            }
        }
        return changes;
    }

    private static String of(String selection) {
        return selection.equals("Parameters") || selection.equals("Arguments") ? "" : " of " + selection;
    }

    private static void fields(
            Site site, JsonNode json, String pointer, String path, String of, String selection, List<Change> changes) {
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                fields(site, json.get(i), pointer + "/" + i, path + "[" + i + "]", of, selection, changes);
            }
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            String name = field.getKey().endsWith(".$")
                    ? field.getKey().substring(0, field.getKey().length() - 2)
                    : field.getKey();
            String at = pointer + "/" + Pointers.segment(field.getKey());
            String named = path.isEmpty() ? name : path + "." + name;
            changes.add(Change.drop(site, "drop field " + named + of, at, advice(site, selection, named)));
            fields(site, field.getValue(), at, named, of, selection, changes);
        }
    }

    static String advice(Site site, String selection, String field) {
        return switch (selection) {
            case "Assign" -> Advice.variable(site, field);
            case "Parameters", "Arguments" -> isCalled(site) ? Advice.call(site) : Advice.output(site);
            default -> Advice.output(site);
        };
    }

    static boolean isCalled(Site site) {
        return site.state() instanceof State.Task;
    }
}
