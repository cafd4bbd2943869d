package io.github.asltestkit.internal.parse;

import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems found so far in one source, in AWS's words. */
final class Problems {
    static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";
    static final String MISSING_TARGET = "MISSING_TRANSITION_TARGET";
    static final String MISSING_END = "MISSING_END_STATE";
    static final String DUPLICATE_STATE = "DUPLICATE_STATE_NAME";
    static final String STATE_NAME = "INVALID_STATE_NAME";
    static final String NOT_JSON = "INVALID_JSON_DESCRIPTION";

    private final DefinitionSource source;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(DefinitionSource source) {
        this.source = source;
    }

    void error(String code, String message, String pointer, @Nullable String hint) {
        found.add(new Diagnostic(Severity.ERROR, code, message, source.locate(pointer), hint));
    }

    /** A problem of the value at {@code pointer}, which AWS locates there too. */
    void schema(String message, String pointer) {
        error(SCHEMA, message, pointer, null);
    }

    /** A problem of the state at {@code pointer}: its name shows it best. */
    void ofState(String code, String message, String pointer) {
        found.add(new Diagnostic(Severity.ERROR, code, message, source.locateName(pointer), null));
    }

    /** A problem of the field at {@code pointer}, which AWS locates at the object around it. */
    void inObject(String message, String pointer, String object, @Nullable String hint) {
        String around = new Location("", 0, 0, object).awsLocation();
        found.add(new Diagnostic(Severity.ERROR, SCHEMA, message, source.locateName(pointer), hint, around));
    }

    /** A problem of the whole machine, to which AWS gives no location. */
    void ofMachine(String code, String message, String pointer) {
        found.add(new Diagnostic(Severity.ERROR, code, message, source.locate(pointer), null, null));
    }

    /** Whether the definition is whole enough for a look at its graph. */
    boolean isWhole() {
        return found.stream().noneMatch(d -> d.code().equals(SCHEMA) || d.code().equals(NOT_JSON));
    }

    /** All of them, with those found before, sorted by place; what is said of the whole machine comes last. */
    List<Diagnostic> sorted(List<Diagnostic> before) {
        List<Diagnostic> sorted = new ArrayList<>(before);
        sorted.addAll(found);
        sorted.sort(Comparator.comparing((Diagnostic d) -> d.code().equals(MISSING_END))
                .thenComparingInt(d -> d.location().line())
                .thenComparingInt(d -> d.location().column()));
        return List.copyOf(sorted);
    }
}
