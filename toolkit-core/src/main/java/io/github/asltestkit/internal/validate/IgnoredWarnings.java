package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.diagnostic.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which warnings nobody wants to hear of, and where: the test says it for all, the definition for a part of it. */
public final class IgnoredWarnings {
    private static final String ALL = "*";
    private static final String MARK = "asl-testkit: ignore";

    /** Compiled when it is first asked, which most definitions never do. */
    private static final class Comments {
        /** As in {@code asl-testkit: ignore CODE, CODE}. */
        static final Pattern IGNORE = Pattern.compile(MARK + "\\s+(?<codes>[A-Z_*]+(?:\\s*,\\s*[A-Z_*]+)*+)");
    }

    private final Definition definition;
    private final Set<String> everywhere;
    private final Map<Integer, Set<String>> byLine = new ConcurrentHashMap<>();

    /**
     * The warnings that a definition is not to have.
     *
     * @param everywhere codes of warnings, wherever they are; {@code *} for all
     */
    public IgnoredWarnings(Definition definition, Set<String> everywhere) {
        this.definition = definition;
        this.everywhere = everywhere;
    }

    /** Whether a call may have the parameter at a pointer although the catalogue does not know it. */
    public boolean allowUnknownParameter(String pointer) {
        return contain(ServiceParameterRule.UNKNOWN, pointer);
    }

    /** Whether a call may lack a required parameter, by the pointer of the parameters. */
    public boolean allowMissingParameter(String pointer) {
        return contain(ServiceParameterRule.MISSING, pointer);
    }

    /** Whether a warning about the value at a pointer is among them. */
    boolean contain(String code, String pointer) {
        return contains(everywhere, code) || isIgnored(code, pointer) || isIgnored(code, definition.locate(pointer));
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
        return byLine.computeIfAbsent(
                line, number -> ignoredBy(definition.source().line(number)));
    }

    private static Set<String> ignoredBy(String comment) {
        if (!comment.contains(MARK)) {
            return Set.of();
        }
        Set<String> codes = new HashSet<>();
        Matcher ignore = Comments.IGNORE.matcher(comment);
        while (ignore.find()) {
            codes.addAll(List.of(ignore.group("codes").split("\\s*,\\s*")));
        }
        return codes;
    }

    /** Whether a code is one of some; {@code *} is each. */
    static boolean contains(Set<String> codes, String code) {
        return codes.contains(code) || codes.contains(ALL);
    }
}
