package io.github.asltestkit.internal.parse;

import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads JSON or YAML, whichever the text is. */
final class TextReader {

    private TextReader() {}

    /** The tree, or null where the text cannot be read, which is then said in the diagnostics. */
    static @Nullable PlacedJson read(String name, String text, List<Diagnostic> diagnostics) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        LineIndex file = new LineIndex(plain);
        if (plain.isBlank()) {
            return JsonReader.read(name, MappedText.identity(plain), file, diagnostics);
        }
        boolean looksLikeJson = "{[\"".indexOf(plain.stripLeading().charAt(0)) >= 0;
        String lower = name.toLowerCase(Locale.ROOT);
        boolean saysYaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
        if (!looksLikeJson && !lower.endsWith(".json")) {
            return YamlReader.read(name, file, diagnostics);
        }
        List<Diagnostic> found = new ArrayList<>();
        PlacedJson json = JsonReader.read(name, Placeholders.quoted(MappedText.identity(plain)), file, found);
        if (json == null && saysYaml) {
            return YamlReader.read(name, file, diagnostics);
        }
        diagnostics.addAll(found);
        return json;
    }
}
