package io.github.asltestkit.definition;

/** The query language of a state machine or of a single state. */
public enum QueryLanguage {
    JSONPATH("JSONPath"),
    JSONATA("JSONata");

    private final String aslName;

    QueryLanguage(String aslName) {
        this.aslName = aslName;
    }

    /** The value of the {@code QueryLanguage} field. */
    public String aslName() {
        return aslName;
    }
}
