package io.github.asltestkit;

import io.github.asltestkit.definition.DefinitionOptions;

/** For definitions whose calls hold only what a test is about. */
public final class PartialParameters {
    /** Calls may lack required parameters, and have others than their services know. */
    public static final DefinitionOptions ALLOWED =
            DefinitionOptions.defaults().withIgnoredWarnings("MISSING_PARAMETER", "UNKNOWN_PARAMETER");

    private PartialParameters() {}
}
