package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.expression.jsonata.ParsedExpressions;
import io.github.asltestkit.internal.message.Placeholder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules have found in one definition. */
final class Findings {
    static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";

    private final Definition definition;
    private final ValidationOptions options;
    private final IgnoredWarnings ignored;
    private final List<Diagnostic> found = new ArrayList<>();
    private final ParsedExpressions jsonata = new ParsedExpressions();

    Findings(Definition definition, ValidationOptions options) {
        this.definition = definition;
        this.options = options;
        this.ignored = new IgnoredWarnings(definition, options.ignored());
    }

    /** The JSONata of the definition, of which several rules tell. */
    ParsedExpressions jsonata() {
        return jsonata;
    }

    ValidationOptions options() {
        return options;
    }

    /** Whether somebody asks for a warning that is off by default. */
    boolean isAskedFor(String code) {
        return IgnoredWarnings.contains(options.optional(), code);
    }

    /** Something that AWS accepts, and that is told of only if somebody asks for it. */
    void optional(String code, String message, String pointer, @Nullable String hint) {
        if (isAskedFor(code)) {
            warning(code, message, pointer, hint);
        }
    }

    boolean isExpress() {
        return options.express();
    }

    /** The value at a pointer, as written. */
    JsonNode json(String pointer) {
        return definition.json().at(pointer);
    }

    /** Something CreateStateMachine refuses, which AWS locates at the same value. */
    void error(String message, String pointer) {
        error(message, pointer, pointer, null);
    }

    /** Something CreateStateMachine refuses, which AWS locates at another value, mostly the object around it. */
    void error(String message, String pointer, String awsPointer, @Nullable String hint) {
        String awsLocation = new Location("", 0, 0, awsPointer).awsLocation();
        found.add(new Diagnostic(Severity.ERROR, SCHEMA, message, definition.locate(pointer), hint, awsLocation));
    }

    /**
     * An expression that cannot be read; where a placeholder in it has no value yet, that is what is wrong.
     *
     * @param text the expression as written
     * @param awsPointer where AWS says the problem is
     */
    void unreadable(@Nullable String message, String text, String pointer, String awsPointer) {
        if (isOpen(text)) {
            unresolved(text, pointer);
        } else {
            error(String.valueOf(message), pointer, awsPointer, null);
        }
    }

    /** A placeholder without which the machine cannot run. */
    void unresolved(String text, String pointer) {
        String name = Placeholder.first(text);
        coded(
                Placeholder.UNRESOLVED,
                name + " has no value, and the machine cannot run without one",
                pointer,
                "give " + name + " a value");
    }

    /** Something CreateStateMachine refuses with a code of its own. */
    void coded(String code, String message, String pointer, @Nullable String hint) {
        found.add(new Diagnostic(Severity.ERROR, code, message, definition.locate(pointer), hint));
    }

    /** Something that AWS accepts. */
    void warning(String code, String message, String pointer, @Nullable String hint) {
        Location location = definition.locate(pointer);
        if (!ignored.contain(code, pointer)) {
            found.add(new Diagnostic(Severity.WARNING, code, message, location, hint));
        }
    }

    List<Diagnostic> sorted() {
        if (found.size() < 2) {
            // Most definitions: their first test need not wait for what sorting loads.
            return List.copyOf(found);
        }
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Findings::inOrderOfTheFile);
        return List.copyOf(sorted);
    }

    private static int inOrderOfTheFile(Diagnostic one, Diagnostic other) {
        int lines = Integer.compare(one.location().line(), other.location().line());
        int columns = lines != 0
                ? lines
                : Integer.compare(one.location().column(), other.location().column());
        return columns != 0
                ? columns
                : one.location().pointer().compareTo(other.location().pointer());
    }

    /** Whether a text holds a placeholder whose value is not known yet. */
    static boolean isOpen(@Nullable String text) {
        return text == null || text.contains("${");
    }
}
