package io.github.asltestkit.internal.program;

/** The steps of a state's data flow, by the names that TestState's inspection data gives them. */
public enum Stage {
    AFTER_INPUT_PATH("afterInputPath"),
    AFTER_PARAMETERS("afterParameters"),
    AFTER_ARGUMENTS("afterArguments"),
    RESULT("result"),
    AFTER_RESULT_SELECTOR("afterResultSelector"),
    AFTER_RESULT_PATH("afterResultPath"),
    AFTER_ITEMS_PATH("afterItemsPath"),
    AFTER_ITEM_SELECTOR("afterItemSelector"),
    AFTER_ITEM_BATCHER("afterItemBatcher"),
    AFTER_ITEMS_POINTER("afterItemsPointer");

    private final String apiName;

    Stage(String apiName) {
        this.apiName = apiName;
    }

    /** The field of {@code InspectionData}. */
    public String apiName() {
        return apiName;
    }
}
