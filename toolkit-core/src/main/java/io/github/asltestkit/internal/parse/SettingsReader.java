package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.StateMachineSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads tracing and logging as CloudFormation, SAM and the Serverless Framework write them, functions already called. */
final class SettingsReader {

    private SettingsReader() {}

    static StateMachineSettings read(JsonNode tracing, JsonNode logging) {
        return new StateMachineSettings(field(tracing, "Enabled").asBoolean(false), logging(logging));
    }

    private static StateMachineSettings.@Nullable Logging logging(JsonNode logging) {
        if (!logging.isObject()) {
            return null;
        }
        List<String> groups = new ArrayList<>();
        for (JsonNode destination : field(logging, "Destinations")) {
            JsonNode group = field(destination, "CloudWatchLogsLogGroup");
            String arn = destination.isTextual()
                    ? destination.textValue()
                    : field(group, "LogGroupArn").textValue();
            if (arn != null) {
                groups.add(arn);
            }
        }
        return new StateMachineSettings.Logging(
                field(logging, "Level").asText("OFF"),
                field(logging, "IncludeExecutionData").asBoolean(false),
                groups);
    }

    /** A field in CloudFormation's spelling, or with a small first letter. */
    private static JsonNode field(JsonNode object, String name) {
        String small = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return object.has(name) ? object.path(name) : object.path(small);
    }
}
