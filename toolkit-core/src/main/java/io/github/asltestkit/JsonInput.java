package io.github.asltestkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.json.NotJson;
import io.github.asltestkit.internal.json.PayloadMeter;
import io.github.asltestkit.internal.model.JsonBorder;
import io.github.asltestkit.internal.spec.Quotas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a user hands in as JSON, read once at the border.
 *
 * @param tree the value
 * @param asGiven the caller's own text, or the tree where there was none
 */
record JsonInput(JsonNode tree, Object asGiven) {

    /** What most executions get, as nobody gives them an input; it needs no parser. */
    private static final String EMPTY = "{}";

    static JsonInput ofText(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("The input is null: write \"null\" or \"{}\", or leave it out.");
        }
        if (text.equals(EMPTY)) {
            return new JsonInput(JsonNodeFactory.instance.objectNode(), text);
        }
        try {
            return new JsonInput(JsonText.parse(text), text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(NotJson.text("The input", text, notJson), notJson);
        }
    }

    static JsonInput ofObject(Object value) {
        if (value instanceof Path file) {
            return ofFile(file);
        }
        if (value instanceof String text) {
            return ofText(text);
        }
        JsonNode tree = JsonBorder.given(value, "input");
        return new JsonInput(tree, tree);
    }

    private static JsonInput ofFile(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The input cannot be read from " + file.toAbsolutePath(), unreadable);
        }
        return ofText(text);
    }

    /** The output of SendTaskSuccess, refused as the service refuses it. */
    static JsonNode output(@Nullable String text) {
        if (text == null) {
            throw StepFunctionsException.invalidOutput("The output is null");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > Quotas.PAYLOAD_BYTES) {
            throw StepFunctionsException.invalidOutput("The output is longer than " + Quotas.PAYLOAD_BYTES + " bytes");
        }
        try {
            return JsonText.parse(text);
        } catch (JsonProcessingException notJson) {
            throw StepFunctionsException.invalidOutput(notJson.getOriginalMessage());
        }
    }

    /**
     * Refuses an input that StartExecution would refuse.
     *
     * @throws StepFunctionsException ValidationException
     */
    void checkSize() {
        if (JsonText.utf8Size(tree) > Quotas.PAYLOAD_BYTES) {
            throw StepFunctionsException.tooLong("input", Quotas.PAYLOAD_BYTES);
        }
        if (new PayloadMeter().isTooDeep(tree)) {
            throw new IllegalArgumentException(
                    "The input is nested more deeply than " + JsonText.MAX_DEPTH + " levels.");
        }
    }
}
