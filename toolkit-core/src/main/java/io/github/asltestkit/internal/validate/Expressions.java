package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.message.Pointers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where the expressions of a JSONPath state are. */
final class Expressions {

    private Expressions() {}

    private static final ChoiceRule.Visitor<List<ChoiceRule.Comparison>> COMPARISONS = new ChoiceRule.Visitor<>() {
        @Override
        public List<ChoiceRule.Comparison> condition(ChoiceRule.Condition rule) {
            return List.of();
        }

        @Override
        public List<ChoiceRule.Comparison> comparison(ChoiceRule.Comparison rule) {
            return List.of(rule);
        }

        @Override
        public List<ChoiceRule.Comparison> and(ChoiceRule.And rule) {
            return ofAll(rule.rules());
        }

        @Override
        public List<ChoiceRule.Comparison> or(ChoiceRule.Or rule) {
            return ofAll(rule.rules());
        }

        @Override
        public List<ChoiceRule.Comparison> not(ChoiceRule.Not rule) {
            return comparisons(rule.rule());
        }

        private List<ChoiceRule.Comparison> ofAll(List<ChoiceRule> rules) {
            return rules.stream().flatMap(rule -> comparisons(rule).stream()).toList();
        }
    };

    /** All comparisons of a Choice rule in JSONPath, those within And, Or and Not included, in the order of the definition. */
    static List<ChoiceRule.Comparison> comparisons(ChoiceRule rule) {
        return rule.accept(COMPARISONS);
    }

    /** The name of a template's field, without the ending that says that its value is computed. */
    static String fieldName(String key) {
        return key.endsWith(".$") ? key.substring(0, key.length() - 2) : key;
    }

    static boolean isJsonPath(State state) {
        return state.fields().queryLanguage() == QueryLanguage.JSONPATH;
    }

    /** The payload templates of a state by their pointers. */
    static Map<String, JsonNode> templates(State state) {
        Map<String, JsonNode> templates = new LinkedHashMap<>();
        if (!isJsonPath(state)) {
            return templates;
        }
        String at = state.pointer();
        put(templates, at + "/Parameters", state.fields().parameters());
        put(templates, at + "/ResultSelector", state.fields().resultSelector());
        put(templates, at + "/Assign", state.fields().assign());
        if (state instanceof State.Task task) {
            put(templates, at + "/Credentials", task.credentials());
        }
        if (state instanceof State.MapState map) {
            put(templates, at + "/ItemSelector", map.itemSelector());
            put(templates, at + "/ItemReader/Parameters", part(map.itemReader(), "Parameters"));
            put(templates, at + "/ItemBatcher/BatchInput", part(map.itemBatcher(), "BatchInput"));
            put(templates, at + "/ResultWriter/Parameters", part(map.resultWriter(), "Parameters"));
        }
        if (state instanceof State.ChoiceState choose) {
            for (Choice choice : choose.choices()) {
                put(templates, choice.pointer() + "/Assign", choice.assign());
            }
        }
        for (Catcher catcher : state.catchers()) {
            put(templates, catcher.pointer() + "/Assign", catcher.assign());
        }
        return templates;
    }

    private static void put(Map<String, JsonNode> templates, String pointer, @Nullable JsonNode template) {
        if (template != null && template.isContainerNode()) {
            templates.put(pointer, template);
        }
    }

    private static @Nullable JsonNode part(@Nullable JsonNode object, String field) {
        return object == null ? null : object.get(field);
    }

    /** The fields of a template at any depth, each with its pointer. */
    static void forEachField(
            JsonNode template, String pointer, BiConsumer<String, Map.Entry<String, JsonNode>> consumer) {
        for (Map.Entry<String, JsonNode> field : template.properties()) {
            String below = pointer + "/" + Pointers.segment(field.getKey());
            consumer.accept(below, field);
            forEachField(field.getValue(), below, consumer);
        }
        if (template.isArray()) {
            for (int i = 0; i < template.size(); i++) {
                forEachField(template.get(i), pointer + "/" + i, consumer);
            }
        }
    }
}
