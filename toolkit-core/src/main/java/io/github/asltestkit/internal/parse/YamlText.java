package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads YAML that is no definition, such as a history that the AWS command line saved. */
public final class YamlText {

    private YamlText() {}

    /**
     * The tree of a text, or null if the text is not YAML.
     *
     * @param name what the text is called in diagnostics
     * @param problems where a problem is added if the text is not YAML
     */
    public static @Nullable JsonNode read(String name, String text, List<Diagnostic> problems) {
        List<Diagnostic> found = new ArrayList<>();
        PlacedJson read = YamlReader.read(name, new LineIndex(text), found);
        problems.addAll(found);
        return read == null ? null : read.json();
    }
}
