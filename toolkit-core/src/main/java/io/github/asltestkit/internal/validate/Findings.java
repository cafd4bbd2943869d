package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.message.Placeholder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the rules have found in one definition. */
final class Findings {
    static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";
    private static final String ALL = "*";

    /** As in {@code asl-testkit: ignore CODE, CODE}. */
    private static final Pattern IGNORE =
            Pattern.compile("asl-testkit: ignore\\s+(?<codes>[A-Z_*]+(?:\\s*,\\s*[A-Z_*]+)*+)");

    private final Definition definition;
    private final ValidationOptions options;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Map<Integer, Set<String>> ignoredByLine = new HashMap<>();

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
        if (!contains(options.ignored(), code) && !isIgnored(code, pointer) && !isIgnored(code, location)) {
            found.add(new Diagnostic(Severity.WARNING, code, message, location, hint));
        }
    }

    /** By a Comment of the state, or of what is around it. */
    private boolean isIgnored(String code, String pointer) {
        for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            JsonNode comment = definition.json().at(at).path("Comment");
            if (comment.isTextual() && contains(ignoredBy(comment.textValue()), code)) {
                return true;
            }
            if (at.isEmpty()) {
                return false;
            }
        }
    }

    /** By a comment of the file's own, in YAML or Terraform: in the line or in the one above. */
    private boolean isIgnored(String code, Location location) {
        return location.line() > 0
                && (contains(ignoredIn(location.line()), code) || contains(ignoredIn(location.line() - 1), code));
    }

    /** Read once: all of a definition may be on one line. */
    private Set<String> ignoredIn(int line) {
        return ignoredByLine.computeIfAbsent(
                line, number -> ignoredBy(definition.source().line(number)));
    }

    private static Set<String> ignoredBy(String comment) {
        Set<String> codes = new HashSet<>();
        Matcher ignore = IGNORE.matcher(comment);
        while (ignore.find()) {
            codes.addAll(List.of(ignore.group("codes").split("\\s*,\\s*")));
        }
        return codes;
    }

    private static boolean contains(Set<String> codes, String code) {
        return codes.contains(code) || codes.contains(ALL);
    }

    List<Diagnostic> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt((Diagnostic d) -> d.location().line())
                        .thenComparingInt(d -> d.location().column())
                        .thenComparing(d -> d.location().pointer()))
                .toList();
    }

    /** Whether a text holds a placeholder whose value is not known yet. */
    static boolean isOpen(@Nullable String text) {
        return text == null || text.contains("${");
    }
}
