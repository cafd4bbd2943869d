package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.message.Pointers;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where the texts of a JSONata state are that may be expressions. */
final class JsonataFields {
    /** The fields that hold no expression, or states of their own. */
    private static final List<String> OTHERS = List.of(
            "Type",
            "Comment",
            "QueryLanguage",
            "Next",
            "Resource",
            "Retry",
            "Catch",
            "Choices",
            "Branches",
            "ItemProcessor",
            "Iterator");

    private JsonataFields() {}

    /** Visits the texts with their pointers; of a JSONPath state, none. */
    static void forEachText(State state, JsonNode json, BiConsumer<String, JsonNode> visitor) {
        if (state.fields().queryLanguage() != QueryLanguage.JSONATA) {
            return;
        }
        json.properties().forEach(field -> {
            if (field.getKey().equals("ItemReader")) {
                reader(field.getValue(), state.pointer() + "/ItemReader", visitor);
            } else if (!OTHERS.contains(field.getKey())) {
                visit(field.getValue(), state.pointer() + "/" + Pointers.segment(field.getKey()), visitor);
            }
        });
        for (Catcher catcher : state.catchers()) {
            visit(catcher.output(), catcher.pointer() + "/Output", visitor);
            visit(catcher.assign(), catcher.pointer() + "/Assign", visitor);
        }
        if (state instanceof State.ChoiceState choose) {
            for (Choice choice : choose.choices()) {
                visit(choice.output(), choice.pointer() + "/Output", visitor);
                visit(choice.assign(), choice.pointer() + "/Assign", visitor);
                if (choice.rule() instanceof ChoiceRule.Condition condition) {
                    visit(condition.condition(), choice.pointer() + "/Condition", visitor);
                }
            }
        }
    }

    /** The headers of delimited text are texts, whatever they look like (measured). */
    private static void reader(JsonNode reader, String pointer, BiConsumer<String, JsonNode> visitor) {
        reader.properties().forEach(part -> {
            String at = pointer + "/" + Pointers.segment(part.getKey());
            if (!part.getKey().equals("ReaderConfig")) {
                visit(part.getValue(), at, visitor);
                return;
            }
            part.getValue().properties().forEach(field -> {
                if (!field.getKey().equals("CSVHeaders")) {
                    visit(field.getValue(), at + "/" + Pointers.segment(field.getKey()), visitor);
                }
            });
        });
    }

    private static void visit(@Nullable JsonNode value, String pointer, BiConsumer<String, JsonNode> visitor) {
        if (value == null) {
            return;
        }
        if (value.isTextual()) {
            visitor.accept(pointer, value);
        }
        value.properties()
                .forEach(field -> visit(field.getValue(), pointer + "/" + Pointers.segment(field.getKey()), visitor));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            visit(value.get(i), pointer + "/" + i, visitor);
        }
    }
}
