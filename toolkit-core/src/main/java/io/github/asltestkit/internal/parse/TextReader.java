package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON or YAML, whichever the text is. */
final class TextReader {

    private TextReader() {}

    /** The tree, or null if the text cannot be read, which is then said in the diagnostics. */
    static @Nullable PlacedJson read(String name, String text, List<Diagnostic> diagnostics) {
        return read(name, text, Map.of(), diagnostics);
    }

    /**
     * The tree after placeholders have their values.
     *
     * @param values what replaces placeholders in the text, before it is parsed
     */
    static @Nullable PlacedJson read(
            String name, String text, Map<String, JsonNode> values, List<Diagnostic> diagnostics) {
        LineIndex file = new LineIndex(withoutMark(text));
        MappedText replaced = new TextSubstitutions(values).apply(name, file, diagnostics);
        if (replaced.text().isBlank()) {
            return JsonReader.read(name, replaced, file, diagnostics);
        }
        boolean looksLikeJson = looksLikeJson(replaced.text());
        String lower = name.toLowerCase(Locale.ROOT);
        boolean saysYaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
        if (!looksLikeJson && !lower.endsWith(".json")) {
            return YamlReader.read(name, replaced, file, diagnostics);
        }
        List<Diagnostic> found = new ArrayList<>();
        PlacedJson json = JsonReader.read(name, Placeholders.quoted(replaced), file, found);
        if (json == null && saysYaml) {
            return YamlReader.read(name, replaced, file, diagnostics);
        }
        diagnostics.addAll(found);
        return json;
    }

    /**
     * The tree of a file that CloudFormation reads: JSON, and if it is not JSON, YAML, whatever its name is. If the text is
     * neither, the diagnostics say what is wrong with it as that of the two that it looks like.
     */
    static @Nullable PlacedJson readJsonThenYaml(
            String name, String text, Map<String, JsonNode> values, List<Diagnostic> diagnostics) {
        LineIndex file = new LineIndex(withoutMark(text));
        MappedText replaced = new TextSubstitutions(values).apply(name, file, diagnostics);
        List<Diagnostic> asJson = new ArrayList<>();
        PlacedJson json = JsonReader.read(name, Placeholders.quoted(replaced), file, asJson);
        if (json != null || replaced.text().isBlank()) {
            diagnostics.addAll(asJson);
            return json;
        }
        List<Diagnostic> asYaml = new ArrayList<>();
        PlacedJson yaml = YamlReader.read(name, replaced, file, asYaml);
        boolean isYaml = yaml != null && yaml.json().isObject();
        diagnostics.addAll(isYaml || !looksLikeJson(replaced.text()) ? asYaml : asJson);
        return isYaml ? yaml : null;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean looksLikeJson(String text) {
        return "{[\"".indexOf(text.stripLeading().charAt(0)) >= 0;
    }
}
