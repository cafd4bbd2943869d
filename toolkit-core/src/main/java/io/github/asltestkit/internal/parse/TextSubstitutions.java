package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces placeholders in a text before it is parsed, as CloudFormation does with {@code DefinitionSubstitutions}: a value is
 * text there, so a placeholder in quotes stays text whatever its value is. Values that are lists or objects are not replaced
 * here.
 *
 * @see <a href="https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-stepfunctions">AWS's provider,
 *     {@code DefinitionProcessor.transformDefinition}</a>
 */
final class TextSubstitutions {
    /** Rounds, as a value may hold a placeholder that has a value of its own. */
    private static final int MAX_ROUNDS = 5;

    /** As much text as all values together may put in; a definition has at most 1,048,576 characters. */
    private static final int MAX_GROWTH = 10_000_000;

    static final String QUOTED = "QUOTED_PLACEHOLDER";

    private final Map<String, JsonNode> values;

    TextSubstitutions(Map<String, JsonNode> values) {
        this.values = values;
    }

    /** A file's text with its placeholders replaced. */
    MappedText apply(String name, LineIndex file, List<Diagnostic> diagnostics) {
        return apply(MappedText.identity(file.text()), name, file, diagnostics);
    }

    /** A part of a file, or a text made of such parts, with its placeholders replaced. */
    MappedText apply(MappedText source, String name, LineIndex file, List<Diagnostic> diagnostics) {
        MappedText text = source;
        boolean any = false;
        for (JsonNode value : values.values()) {
            any |= value.isValueNode();
        }
        for (int round = 0; any && round < MAX_ROUNDS; round++) {
            MappedText replaced = once(text, name, file, diagnostics);
            if (replaced == null) {
                break;
            }
            text = replaced;
        }
        return text;
    }

    private @Nullable MappedText once(MappedText source, String name, LineIndex file, List<Diagnostic> diagnostics) {
        String text = source.text();
        MappedText.Builder replaced = new MappedText.Builder();
        int done = 0;
        long growth = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", start + 1)) {
            int end = text.indexOf('}', start) + 1;
            JsonNode value = end == 0
                    ? null
                    : values.get(text.substring(start + 2, end - 1).trim());
            if (value == null || !value.isValueNode() || value.isNull()) {
                continue;
            }
            String inserted = value.asText();
            growth += inserted.length();
            if (growth > MAX_GROWTH) {
                break;
            }
            if (!value.isTextual() && isQuoted(text, start, end)) {
                PlacedJson.Place at = file.place(source.original(start));
                Location location = new Location(name, at.line(), at.column(), "");
                diagnostics.add(warning(text.substring(start, end), inserted, location));
            }
            replaced.append(source, done, start).append(inserted, source.original(start));
            done = end;
            start = end - 1;
        }
        return done == 0 ? null : replaced.append(source, done, text.length()).build();
    }

    /** Whether a placeholder is all that is in quotes, and no name of a field. */
    private static boolean isQuoted(String text, int start, int end) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        if ((before != '"' && before != '\'') || end >= text.length() || text.charAt(end) != before) {
            return false;
        }
        int after = end + 1;
        while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
            after++;
        }
        boolean escaped = start > 1 && text.charAt(start - 2) == '\\';
        return !escaped && (after >= text.length() || text.charAt(after) != ':');
    }

    static Diagnostic warning(String placeholder, String value, Location location) {
        return new Diagnostic(
                Severity.WARNING,
                QUOTED,
                placeholder + " is in quotes: its value " + value + " becomes the text \"" + value + "\", as on AWS",
                location,
                "write " + placeholder + " without quotes, or give it a text as its value",
                null);
    }
}
