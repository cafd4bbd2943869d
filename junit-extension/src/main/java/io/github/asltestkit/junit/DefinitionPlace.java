package io.github.asltestkit.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.DiagnosticFormat;
import io.github.asltestkit.internal.json.JsonText;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Where an annotation says that a definition is.
 *
 * @param annotation the annotation's name, for messages
 * @param annotated where it stands
 */
record DefinitionPlace(
        String annotation,
        ExtensionContext annotated,
        String resource,
        String text,
        String logicalId,
        List<String> substitutions,
        List<String> substitutionFiles,
        String inputSchema,
        List<StateMachineType> type) {

    StateMachine load() {
        if (resource.isBlank() && text.isBlank()) {
            throw refuse("names no definition: write the name of a class-path resource or of a file");
        }
        if (!resource.isBlank() && !text.isBlank()) {
            throw refuse("has two definitions, \"" + resource + "\" and a text: remove one");
        }
        if (type.size() > 1) {
            throw refuse("type is given more than once: " + type);
        }
        DefinitionOptions options = DefinitionOptions.defaults()
                .withLogicalId(logicalId.isEmpty() ? null : logicalId)
                .withSubstitutions(values())
                .withIgnoredWarnings(ignoredWarnings());
        if (!inputSchema.isBlank()) {
            options = options.withInputSchema(SchemaFiles.read(inputSchema, annotation, annotated));
        }
        for (Map.Entry<String, JsonNode> result : ResultTypes.around(annotated).entrySet()) {
            options = options.withResultSchema(result.getKey(), result.getValue());
        }
        Class<?> testClass = annotated.getRequiredTestClass();
        StateMachine machine = text.isBlank()
                ? StateMachine.load(Resources.named(resource, testClass), options)
                : StateMachine.parse(
                        annotated.getElement().map(Places::name).orElse(annotated.getDisplayName()), text, options);
        warn(machine.diagnostics(), machine.definition());
        return type.isEmpty() ? machine : machine.withType(type.get(0));
    }

    /** Warnings fail nobody's test: they are an entry of the report of the class or method, once. */
    private void warn(List<Diagnostic> warnings, Definition definition) {
        if (!warnings.isEmpty()) {
            annotated.publishReportEntry("warnings", "\n" + DiagnosticFormat.text(warnings, definition.source()::line));
        }
    }

    /** Those of the annotated class or method, of the classes around it, and of the configuration. */
    private Set<String> ignoredWarnings() {
        Set<String> codes = new LinkedHashSet<>();
        for (Optional<ExtensionContext> at = Optional.of(annotated);
                at.isPresent();
                at = at.get().getParent()) {
            AnnotationSupport.findAnnotation(at.get().getElement(), IgnoreWarnings.class)
                    .ifPresent(ignored -> codes.addAll(List.of(ignored.value())));
        }
        annotated
                .getConfigurationParameter(DefinitionLint.IGNORED)
                .ifPresent(configured -> codes.addAll(DefinitionLint.codes(configured)));
        return codes;
    }

    private Map<String, JsonNode> values() {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (String file : substitutionFiles) {
            if (!file.isBlank()) {
                properties(file).forEach((name, value) -> values.put(name, json(value)));
            }
        }
        for (String substitution : substitutions) {
            int equals = substitution.indexOf('=');
            if (equals <= 0) {
                throw refuse("substitution \"" + substitution + "\" has no name: write Name=value");
            }
            values.put(
                    substitution.substring(0, equals).strip(),
                    json(substitution.substring(equals + 1).strip()));
        }
        return values;
    }

    private Map<String, String> properties(String file) {
        Properties properties = new Properties();
        try {
            String content = Resources.text(file, annotated.getRequiredTestClass());
            if (content == null) {
                throw refuse("there is no file of substitutions \"" + file
                        + "\", neither as a class-path resource nor in the working directory");
            }
            properties.load(new StringReader(content));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw refuse("the file of substitutions \"" + file + "\" cannot be read: " + unreadable.getMessage());
        }
        Map<String, String> sorted = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> sorted.put(name, properties.getProperty(name)));
        return sorted;
    }

    private static JsonNode json(String value) {
        JsonNode tree = JsonText.tryParse(value);
        return tree == null ? TextNode.valueOf(value) : tree;
    }

    private ExtensionConfigurationException refuse(String problem) {
        return Settings.refuse(annotation, annotated, problem);
    }
}
