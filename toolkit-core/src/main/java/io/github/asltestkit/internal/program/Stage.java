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
    AFTER_ITEMS_POINTER("afterItemsPointer"),
    MAX_CONCURRENCY("maxConcurrency"),
    TOLERATED_FAILURE_COUNT("toleratedFailureCount"),
    TOLERATED_FAILURE_PERCENTAGE("toleratedFailurePercentage");

    private final String apiName;

    Stage(String apiName) {
        this.apiName = apiName;
    }

    /** Whether it is taken for each item or batch of a Map state; what shows is the array of them. */
    public boolean isForEach() {
        return this == AFTER_ITEM_SELECTOR || this == AFTER_ITEM_BATCHER;
    }

    /** The field of {@code InspectionData}. */
    public String apiName() {
        return apiName;
    }
}
