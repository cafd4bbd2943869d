package io.github.asltestkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.expression.JsonText;

/**
 * What a user hands in as JSON, read once at the border.
 *
 * @param tree the value
 * @param asGiven the caller's own text, or the tree where there was none
 */
record JsonInput(JsonNode tree, Object asGiven) {

    static JsonInput ofText(String text) {
        try {
            return new JsonInput(JsonText.parse(text), text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(
                    "The input is not JSON: " + notJson.getOriginalMessage() + "\n  input: " + text, notJson);
        }
    }

    static JsonInput ofObject(Object value) {
        JsonNode tree = JsonText.tree(value);
        return new JsonInput(tree, tree);
    }

    /** The output of SendTaskSuccess, refused as the service refuses it. */
    static JsonNode output(String text) {
        try {
            return JsonText.parse(text);
        } catch (JsonProcessingException notJson) {
            throw StepFunctionsException.invalidOutput(notJson.getOriginalMessage());
        }
    }
}
