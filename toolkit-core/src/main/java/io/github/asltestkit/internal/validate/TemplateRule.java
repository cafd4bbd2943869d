package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.jsonpath.PayloadTemplate;
import io.github.asltestkit.internal.message.Pointers;
import java.util.List;
import java.util.Map;

/** In a payload template, a field whose name ends in {@code .$} holds a path or an intrinsic function. */
final class TemplateRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.error(
                "A field whose name ends in .$ holds a path or an intrinsic function, and no other field has its name without .$",
                "input-output-inputpath-params.html"));
    }

    @Override
    void check(State state, Findings findings) {
        Expressions.templates(state).forEach((pointer, template) -> {
            twice(template, pointer, pointer, findings);
            Expressions.forEachField(template, pointer, (at, field) -> check(field, at, pointer, findings));
        });
    }

    /** Without its {@code .$}, a name must not be that of another field. */
    private static void twice(JsonNode object, String at, String template, Findings findings) {
        for (int i = 0; object.isArray() && i < object.size(); i++) {
            twice(object.get(i), at + "/" + i, template, findings);
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            twice(field.getValue(), at + "/" + Pointers.segment(field.getKey()), template, findings);
            String dynamic = field.getKey() + ".$";
            if (object.has(dynamic)) {
                findings.error(
                        "The field '" + field.getKey() + "' occurs both with and without '.$'",
                        at + "/" + Pointers.segment(dynamic),
                        template,
                        null);
            }
        }
    }

    private static void check(Map.Entry<String, JsonNode> field, String at, String template, Findings findings) {
        if (!field.getKey().endsWith(".$")) {
            return;
        }
        try {
            PayloadTemplate.compile(
                    JsonNodeFactory.instance.objectNode().set(field.getKey(), field.getValue()), field.getKey());
        } catch (ExpressionSyntaxException e) {
            String text = field.getValue().isTextual() ? field.getValue().textValue() : "";
            findings.unreadable(e.getMessage(), text, at, template);
        }
    }
}
