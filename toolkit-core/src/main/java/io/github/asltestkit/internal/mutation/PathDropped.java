package io.github.asltestkit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.definition.Catcher;
import java.util.ArrayList;
import java.util.List;

/** {@code InputPath}, {@code ItemsPath}, {@code ResultPath} or {@code OutputPath} less, and that of a Catcher. */
final class PathDropped implements Operator {
    private static final List<String> FIELDS = List.of("InputPath", "ItemsPath", "ResultPath", "OutputPath");

    @Override
    public List<Change> changes(Site site) {
        List<Change> changes = new ArrayList<>();
        for (String field : FIELDS) {
            JsonNode path = site.json().get(field);
            if (path != null) {
                changes.add(Change.drop(site, "drop " + field, site.at(field), advice(site, field))
                        .equalIf(isAll(path), EqualBecause.ALL_OF_IT));
            }
        }
        List<Catcher> catchers = site.state().catchers();
        for (int i = 0; i < catchers.size(); i++) {
            Catcher catcher = catchers.get(i);
            JsonNode path = catcher.resultPath();
            if (path != null) {
                changes.add(Change.drop(
                                site,
                                "drop ResultPath of Catch[" + i + "]",
                                catcher.pointer() + "/ResultPath",
                                "No test asserts what Catch[" + i + "] of " + site.name()
                                        + " hands on: assertThat(execution).state(\"" + catcher.next()
                                        + "\").input()...")
                        .equalIf(isAll(path), EqualBecause.ALL_OF_IT)
                        .reachedBy(ItemKind.CATCHER, catcher.pointer()));
            }
        }
        return changes;
    }

    private static String advice(Site site, String field) {
        boolean toTask = field.equals("InputPath") && FieldDropped.isCalled(site);
        return toTask ? Advice.call(site) : Advice.output(site);
    }

    private static boolean isAll(JsonNode path) {
        return path.asText().equals("$");
    }
}
