package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.internal.expression.ExpressionSyntaxException;
import io.github.asltestkit.internal.expression.jsonpath.JsonPath;
import io.github.asltestkit.internal.expression.jsonpath.ReferencePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** InputPath and OutputPath are paths; the fields that name one value are Reference Paths. */
final class PathRule extends StateRule {

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.error(
                "InputPath, OutputPath, ItemsPath and the fields whose names end in Path hold a path",
                "amazon-states-language-paths.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (!Expressions.isJsonPath(state)) {
            return;
        }
        path(state, "InputPath", text(state.fields().inputPath()), findings);
        path(state, "OutputPath", text(state.fields().outputPath()), findings);
        if (state instanceof State.Task task) {
            reference(state, "TimeoutSecondsPath", task.timeoutSecondsPath(), findings);
            reference(state, "HeartbeatSecondsPath", task.heartbeatSecondsPath(), findings);
        } else if (state instanceof State.Wait wait) {
            reference(state, "SecondsPath", wait.secondsPath(), findings);
            reference(state, "TimestampPath", wait.timestampPath(), findings);
        } else if (state instanceof State.MapState map) {
            reference(state, "ItemsPath", map.itemsPath(), findings);
            numbers(map, findings);
        }
    }

    /** The numbers of a Map come from its input: no path of theirs leads into the Context object (measured). */
    private static void numbers(State.MapState map, Findings findings) {
        Map<String, @Nullable String> paths = new LinkedHashMap<>();
        paths.put("MaxConcurrencyPath", map.maxConcurrencyPath());
        paths.put("ToleratedFailureCountPath", map.toleratedFailureCountPath());
        paths.put("ToleratedFailurePercentagePath", map.toleratedFailurePercentagePath());
        JsonNode config = map.itemReader() == null ? null : map.itemReader().get("ReaderConfig");
        paths.put("ItemReader/ReaderConfig/MaxItemsPath", text(config, "MaxItemsPath"));
        paths.put("ItemBatcher/MaxItemsPerBatchPath", text(map.itemBatcher(), "MaxItemsPerBatchPath"));
        paths.put("ItemBatcher/MaxInputBytesPerBatchPath", text(map.itemBatcher(), "MaxInputBytesPerBatchPath"));
        paths.forEach((field, path) -> {
            if (path != null && path.startsWith("$$")) {
                findings.error("Value is not a Reference Path", map.pointer() + "/" + field);
            } else {
                reference(map, field, path, findings);
            }
        });
    }

    private static @Nullable String text(@Nullable JsonNode object, String field) {
        return object == null ? null : object.path(field).textValue();
    }

    private static @Nullable String text(@Nullable JsonNode path) {
        return path == null ? null : path.textValue();
    }

    private static void path(State state, String field, @Nullable String path, Findings findings) {
        check(state, field, path, findings, JsonPath::compile);
    }

    private static void reference(State state, String field, @Nullable String path, Findings findings) {
        check(state, field, path, findings, ReferencePath::compile);
    }

    private static void check(
            State state, String field, @Nullable String path, Findings findings, Consumer<String> compiler) {
        if (path == null) {
            return;
        }
        try {
            compiler.accept(path);
        } catch (ExpressionSyntaxException e) {
            String pointer = state.pointer() + "/" + field;
            findings.unreadable(e.getMessage(), path, pointer, pointer);
        }
    }
}
