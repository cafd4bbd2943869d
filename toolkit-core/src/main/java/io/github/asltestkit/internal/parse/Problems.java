package io.github.asltestkit.internal.parse;

import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems found so far in one source. */
final class Problems {
    static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";
    static final String MISSING_TARGET = "MISSING_TRANSITION_TARGET";

    private final DefinitionSource source;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(DefinitionSource source) {
        this.source = source;
    }

    void error(String code, String message, String pointer, @Nullable String hint) {
        found.add(new Diagnostic(Severity.ERROR, code, message, source.locate(pointer), hint));
    }

    void schema(String message, String pointer) {
        error(SCHEMA, message, pointer, null);
    }

    /** All of them, sorted by place. */
    List<Diagnostic> sorted() {
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt((Diagnostic d) -> d.location().line())
                .thenComparingInt(d -> d.location().column()));
        return sorted;
    }
}
