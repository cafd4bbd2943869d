package io.github.asltestkit.internal.parse;

import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Placeholder;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.ArrayList;
import java.util.Collection;
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
    static final String NO_OBJECT = "Definition must be a valid JSON object";
    static final String TOO_DEEP = "TOO_DEEPLY_NESTED";
    static final String TOO_LONG = "DEFINITION_TOO_LONG";

    /** A name is compared with all that there are; where so many are wrong, it is for another reason than a slip. */
    private static final int MOST_HINTS = 100;

    private final DefinitionSource source;
    private final List<Diagnostic> found = new ArrayList<>();
    private int hints;

    Problems(DefinitionSource source) {
        this.source = source;
    }

    /** A text with nothing in it. */
    static Diagnostic empty(Location location) {
        return new Diagnostic(Severity.ERROR, SCHEMA, NO_OBJECT, location, null, null);
    }

    /** A text nested deeper than any machine needs, and than a parser may follow. */
    static Diagnostic tooDeep(Location location) {
        String message = "The definition is nested more than 500 levels deep";
        return new Diagnostic(Severity.ERROR, TOO_DEEP, message, location, null, null);
    }

    /** A definition that CreateStateMachine refuses for its length, in its words. */
    static Diagnostic tooLong(Location location, long length) {
        String message =
                "Value at 'definition' failed to satisfy constraint: Member must have length less than or equal to "
                        + Quotas.DEFINITION_LENGTH;
        String hint = "it has " + length + " characters";
        return new Diagnostic(Severity.ERROR, TOO_LONG, message, location, hint, null);
    }

    void error(String code, String message, String pointer, @Nullable String hint) {
        found.add(new Diagnostic(Severity.ERROR, code, message, source.locate(pointer), hint));
    }

    /** The name that was probably meant; null if no name is near enough, and of the names of a hundred problems more. */
    @Nullable
    String hint(String given, Collection<String> known) {
        return ++hints > MOST_HINTS ? null : DidYouMean.hint(given, known);
    }

    /** A problem of the value at {@code pointer}, which AWS locates there too. */
    void schema(String message, String pointer) {
        error(SCHEMA, message, pointer, null);
    }

    /** A placeholder without whose value nobody knows what to run. */
    void unresolved(String text, String pointer, String needed) {
        String name = Placeholder.first(text);
        error(
                Placeholder.UNRESOLVED,
                name + " has no value, and " + needed + " is needed here",
                pointer,
                "give " + name + " a value");
    }

    /** A placeholder whose field a run can do without. */
    void unresolvedField(String text, String pointer, String field) {
        String name = Placeholder.first(text);
        found.add(new Diagnostic(
                Severity.WARNING,
                Placeholder.UNRESOLVED,
                name + " has no value: tests run without " + field,
                source.locate(pointer),
                "give " + name + " a value",
                null));
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

    /** Whether all that the definition says is known. */
    boolean isReadable() {
        for (Diagnostic problem : found) {
            if (problem.code().equals(NOT_JSON) || problem.code().equals(Placeholder.UNRESOLVED)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the definition is whole enough for a look at its graph. */
    boolean isWhole() {
        for (Diagnostic problem : found) {
            if (problem.code().equals(SCHEMA)
                    || problem.code().equals(NOT_JSON)
                    || (problem.code().equals(Placeholder.UNRESOLVED) && problem.isError())) {
                return false;
            }
        }
        return true;
    }

    /** All of them, with those found before, sorted by place; what is said of the whole machine comes last. */
    List<Diagnostic> sorted(List<Diagnostic> before) {
        List<Diagnostic> sorted = new ArrayList<>(before);
        sorted.addAll(found);
        if (sorted.size() < 2) {
            return List.copyOf(sorted);
        }
        sorted.sort(Comparator.comparing((Diagnostic d) -> d.code().equals(MISSING_END))
                .thenComparingInt(d -> d.location().line())
                .thenComparingInt(d -> d.location().column()));
        return List.copyOf(sorted);
    }
}
