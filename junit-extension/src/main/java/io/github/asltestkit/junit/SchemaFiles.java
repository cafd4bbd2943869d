package io.github.asltestkit.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.io.ClassPath;
import io.github.asltestkit.internal.model.JsonBorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads JSON Schemas that a lint or an annotation is given. */
final class SchemaFiles {

    private SchemaFiles() {}

    /**
     * The schema of a class-path resource or a file.
     *
     * @throws IllegalArgumentException if there is none, or if it is not JSON
     */
    static JsonNode read(String name) {
        String text = ClassPath.findText(ClassPath.loader(), ClassPath.relative(name));
        if (text != null) {
            return JsonBorder.given(text, "JSON Schema " + name);
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no JSON Schema " + name
                    + ".\n\n  looked for a class-path resource " + ClassPath.relative(name) + "\n  and a file "
                    + file.toAbsolutePath());
        }
        return JsonBorder.given(file, "JSON Schema");
    }

    /**
     * The schema that an annotation names, found as its definition is.
     *
     * @throws ExtensionConfigurationException if there is none, or if it is not JSON
     */
    static JsonNode read(String name, String annotation, ExtensionContext annotated) {
        try {
            String text = Resources.text(name, annotated.getRequiredTestClass());
            if (text != null) {
                return JsonBorder.given(text, "JSON Schema " + name);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Settings.refuse(
                    annotation,
                    annotated,
                    "the JSON Schema \"" + name + "\" cannot be read: " + unreadable.getMessage());
        }
        throw Settings.refuse(
                annotation,
                annotated,
                "there is no JSON Schema \"" + name
                        + "\", neither as a class-path resource nor in the working directory");
    }
}
