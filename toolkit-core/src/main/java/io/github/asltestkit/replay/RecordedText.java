package io.github.asltestkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.internal.parse.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The text of a recording: JSON, or YAML as the AWS command line writes it with {@code --output yaml} or {@code yaml-stream}. */
final class RecordedText {
    private RecordedText() {}

    /**
     * The text as JSON; text that is neither JSON nor a YAML object or list comes back as it is.
     *
     * @param name what messages call the text
     * @throws IllegalArgumentException if the text is neither JSON nor YAML, saying where
     */
    static String toJson(String name, String text) {
        String start = text.stripLeading();
        if (start.isEmpty() || start.startsWith("{") || start.startsWith("[")) {
            return text;
        }
        List<Diagnostic> problems = new ArrayList<>();
        JsonNode tree = YamlText.read(name, text, problems);
        if (!problems.isEmpty()) {
            Diagnostic first = problems.get(0);
            throw new IllegalArgumentException("This is not an execution history as GetExecutionHistory gives it: "
                    + "it is neither JSON nor YAML (line " + first.location().line() + ", column "
                    + first.location().column() + ")");
        }
        return tree == null || tree.isValueNode() ? text : pages(tree);
    }

    /** A stream is a list of pages. */
    private static String pages(JsonNode tree) {
        boolean stream = tree.isArray()
                && StreamSupport.stream(tree.spliterator(), false).allMatch(page -> page.has("events"));
        return stream
                ? StreamSupport.stream(tree.spliterator(), false)
                        .map(JsonNode::toString)
                        .collect(Collectors.joining("\n"))
                : tree.toString();
    }
}
