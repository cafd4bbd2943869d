package io.github.asltestkit.commandline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.definition.DefinitionOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a definition is found in its file, and what its placeholders mean. */
final class DefinitionArguments {
    @Option(
            names = "--logical-id",
            paramLabel = "ID",
            description = "The state machine, if the file is a template that holds several.")
    private @Nullable String logicalId;

    @Option(
            names = "--substitute",
            paramLabel = "NAME=VALUE",
            description = "The value of a placeholder such as $${ChargeFunctionArn}. May be repeated.")
    private Map<String, String> substitutions = new LinkedHashMap<>();

    DefinitionOptions options() {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        substitutions.forEach((name, value) -> values.put(name, TextNode.valueOf(value)));
        DefinitionOptions options = DefinitionOptions.defaults().withSubstitutions(values);
        return logicalId == null ? options : options.withLogicalId(logicalId);
    }
}
