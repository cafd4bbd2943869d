package io.github.asltestkit.internal.hcl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What evaluating needs from outside. */
public interface Environment {
    /** The text of a file by its path from the module; null if there is no such file. */
    @Nullable
    String file(String path);

    /** The value of a text in YAML; null if the text is no YAML. */
    @Nullable
    JsonNode yaml(String text);

    /** Values that the user gives to expressions, by their text. */
    Map<String, JsonNode> given();
}
