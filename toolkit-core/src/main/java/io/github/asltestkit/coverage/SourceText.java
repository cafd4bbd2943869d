package io.github.asltestkit.coverage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionSource;
import io.github.asltestkit.internal.message.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** The lines of the file that a definition stands in, from the first to the last of the definition's own. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class SourceText {
    /** A file that is larger is shown and compared up to here. */
    private static final int MOST_LINES = 50_000;

    private SourceText() {}

    /** The lines from the first of the file to the last of the definition, without their ends; 50,000 at most. */
    public static List<String> of(Definition definition) {
        DefinitionSource source = definition.source();
        int last = Math.min(MOST_LINES, lastLine(source, source.json(), ""));
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            lines.add(source.line(number));
        }
        String closing = source.line(last + 1);
        while (last > 0 && lines.size() < MOST_LINES && isClosing(closing)) {
            lines.add(closing);
            closing = source.line(lines.size() + 1);
        }
        return lines;
    }

    private static int lastLine(DefinitionSource source, JsonNode json, String pointer) {
        int last = source.locate(pointer).line();
        if (json.isObject()) {
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                String name = Pointers.segment(field.getKey());
                last = Math.max(last, lastLine(source, field.getValue(), pointer + "/" + name));
            }
        } else if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                last = Math.max(last, lastLine(source, json.get(i), pointer + "/" + i));
            }
        }
        return last;
    }

    private static boolean isClosing(String line) {
        return !line.isBlank() && line.strip().chars().allMatch(c -> "}]),;\"'".indexOf(c) >= 0);
    }
}
