package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules have found in one definition. */
final class Findings {
    static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";
    private static final String IGNORE = "asl-testkit: ignore ";

    private final Definition definition;
    private final ValidationOptions options;
    private final List<Diagnostic> found = new ArrayList<>();

    Findings(Definition definition, ValidationOptions options) {
        this.definition = definition;
        this.options = options;
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

    /** Something CreateStateMachine refuses with a code of its own. */
    void coded(String code, String message, String pointer, @Nullable String hint) {
        found.add(new Diagnostic(Severity.ERROR, code, message, definition.locate(pointer), hint));
    }

    /** Something that AWS accepts. */
    void warning(String code, String message, String pointer, @Nullable String hint) {
        if (!options.ignored().contains(code) && !isIgnored(code, pointer)) {
            found.add(new Diagnostic(Severity.WARNING, code, message, definition.locate(pointer), hint));
        }
    }

    private boolean isIgnored(String code, String pointer) {
        for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            JsonNode comment = definition.json().at(at).path("Comment");
            if (comment.isTextual() && comment.textValue().contains(IGNORE + code)) {
                return true;
            }
            if (at.isEmpty()) {
                return false;
            }
        }
    }

    List<Diagnostic> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt((Diagnostic d) -> d.location().line())
                        .thenComparingInt(d -> d.location().column())
                        .thenComparing(d -> d.location().pointer()))
                .toList();
    }

    /** A step of a JSON pointer. */
    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** Whether a text holds a placeholder whose value is not known yet. */
    static boolean isOpen(@Nullable String text) {
        return text == null || text.contains("${");
    }
}
