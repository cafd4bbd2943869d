package io.github.asltestkit.internal.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.json.JsonText;
import java.util.List;

/** The steps of the data flow that TestState shows for a state, which are not all that it takes (recorded). */
public final class ShownSteps {
    /** The numbers of a Map state, which are shown as numbers, not as text. */
    public static final List<String> NUMBERS =
            List.of("maxConcurrency", "toleratedFailureCount", "toleratedFailurePercentage");

    private static final String RESULT = "result";

    private ShownSteps() {}

    /** The steps by the names of {@code InspectionData}, in the order in which they are shown; without the numbers. */
    public static List<String> of(State state) {
        boolean jsonata = state.fields().queryLanguage() == QueryLanguage.JSONATA;
        return switch (state.type()) {
            case TASK ->
                jsonata
                        ? List.of("afterArguments", RESULT)
                        : List.of(
                                "afterInputPath", "afterParameters", RESULT, "afterResultSelector", "afterResultPath");
            case PASS -> pass((State.Pass) state, jsonata);
            case MAP ->
                jsonata
                        ? List.of("afterItemSelector", "afterItemBatcher", "afterItemsPointer")
                        : List.of(
                                "afterItemsPath",
                                "afterItemSelector",
                                "afterItemBatcher",
                                "afterItemsPointer",
                                "afterResultSelector",
                                "afterResultPath");
            case PARALLEL -> jsonata ? List.of() : List.of("afterResultSelector", "afterResultPath");
            case CHOICE, WAIT, SUCCEED, FAIL -> jsonata ? List.of() : List.of("afterInputPath");
        };
    }

    private static List<String> pass(State.Pass pass, boolean jsonata) {
        if (jsonata) {
            return List.of();
        }
        return pass.result() != null
                ? List.of(RESULT, "afterResultSelector", "afterResultPath")
                : List.of("afterInputPath", "afterParameters", "afterResultSelector", "afterResultPath");
    }

    /**
     * The text of a step. A result that is itself a JSON text is shown as it is, not as a JSON string that holds it (recorded).
     */
    public static String text(String step, JsonNode value) {
        boolean isJson = step.equals(RESULT) && value.isTextual() && JsonText.tryParse(value.textValue()) != null;
        return isJson ? value.textValue() : JsonText.write(value);
    }

    /** The value that the text of a step is read as. */
    public static JsonNode value(String step, JsonNode value) {
        JsonNode inner = step.equals(RESULT) && value.isTextual() ? JsonText.tryParse(value.textValue()) : null;
        return inner == null ? value : inner;
    }
}
