package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.model.JsonBorder;
import io.github.asltestkit.internal.model.TypedJson;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where to find the definition in a file, and the values of its placeholders.
 *
 * @param logicalId which state machine, where a template holds several: its logical id; null where there is only one
 * @param substitutions the values of {@code ${Name}} placeholders, template parameters ({@code Name}) and attributes
 *     ({@code MyFunction.Arn}), by name; a value may be any JSON
 * @param files finds the files that a template names
 * @param ignoredWarnings the codes of warnings that are not wanted, such as {@code CHOICE_WITHOUT_DEFAULT}; {@code *} for
 *     all. Errors cannot be ignored
 * @param optionalWarnings the codes of warnings that are wanted though they are off unless somebody asks for them; {@code *} for
 *     all
 * @param inputSchema the JSON Schema of an execution's input; null where it is not known
 * @param resultSchemas the JSON Schemas of results, by the name of a Lambda function or of a state
 */
@API(status = MAINTAINED, since = "0.1")
public record DefinitionOptions(
        @Nullable String logicalId,
        Map<String, JsonNode> substitutions,
        RelatedFiles files,
        Set<String> ignoredWarnings,
        Set<String> optionalWarnings,
        @Nullable JsonNode inputSchema,
        Map<String, JsonNode> resultSchemas) {

    /** Finds the text of a file that a template names, such as its {@code DefinitionUri}. */
    @FunctionalInterface
    public interface RelatedFiles {
        /**
         * The text of a file.
         *
         * @param path the path as the template writes it; of an object in S3, its key
         * @return the text; null where there is no such file
         */
        @Nullable
        String read(String path);

        /**
         * The names of the files in a folder, such as the other {@code .tf} files beside one.
         *
         * @param folder the folder's path from the file that is loaded, with a slash at its end; empty for its own folder
         * @return the names, without the folder; empty if they are not known
         */
        default List<String> list(String folder) {
            return List.of();
        }
    }

    /** Keeps the order in which the substitutions were given. */
    public DefinitionOptions {
        substitutions = new LinkedHashMap<>(substitutions);
        ignoredWarnings = Set.copyOf(ignoredWarnings);
        optionalWarnings = Set.copyOf(optionalWarnings);
        resultSchemas = Map.copyOf(resultSchemas);
    }

    private DefinitionOptions(
            @Nullable String logicalId,
            Map<String, JsonNode> substitutions,
            RelatedFiles files,
            Set<String> ignoredWarnings,
            DefinitionOptions other) {
        this(
                logicalId,
                substitutions,
                files,
                ignoredWarnings,
                other.optionalWarnings,
                other.inputSchema,
                other.resultSchemas);
    }

    /** No logical id, no substitutions, no other files, every warning. */
    public static DefinitionOptions defaults() {
        return new DefinitionOptions(null, Map.of(), path -> null, Set.of(), Set.of(), null, Map.of());
    }

    /**
     * One state machine of a template.
     *
     * @param id its logical id: the name of the resource (CloudFormation, SAM, CDK, Terraform) or of the state machine
     *     (Serverless Framework); null where there is only one
     */
    public DefinitionOptions withLogicalId(@Nullable String id) {
        return new DefinitionOptions(id, substitutions, files, ignoredWarnings, this);
    }

    /** These values besides those given before. */
    public DefinitionOptions withSubstitutions(Map<String, ? extends JsonNode> values) {
        Map<String, JsonNode> all = new LinkedHashMap<>(substitutions);
        all.putAll(values);
        return new DefinitionOptions(logicalId, all, files, ignoredWarnings, this);
    }

    /**
     * One value besides those given before.
     *
     * @param name the placeholder's name, without <code>${</code> and <code>}</code>
     * @param value text, a number, a boolean, a Map, a List or a {@code JsonNode}; null for JSON null
     * @throws IllegalArgumentException if Jackson cannot write the value as JSON
     */
    public DefinitionOptions withSubstitution(String name, @Nullable Object value) {
        // Text is a value's own text here, as it is where a deployment substitutes it.
        JsonNode json = value instanceof String text ? TextNode.valueOf(text) : TypedJson.tree(value);
        return withSubstitutions(Map.of(name, json));
    }

    /**
     * The values of a properties file besides those given before. A value that is JSON (a number, {@code true}, an object, a
     * text in quotes) is taken for that JSON; any other is text.
     */
    public DefinitionOptions withSubstitutions(Properties values) {
        Map<String, JsonNode> all = new TreeMap<>();
        for (String name : values.stringPropertyNames()) {
            all.put(name, JsonBorder.compared(values.getProperty(name)));
        }
        return withSubstitutions(all);
    }

    /** With another way to find the files that a template names, instead of the one given before. */
    public DefinitionOptions withFiles(RelatedFiles related) {
        return new DefinitionOptions(logicalId, substitutions, related, ignoredWarnings, this);
    }

    /** Without the warnings of these codes, besides those given before. */
    public DefinitionOptions withIgnoredWarnings(Collection<String> codes) {
        Set<String> all = new HashSet<>(ignoredWarnings);
        all.addAll(codes);
        return new DefinitionOptions(logicalId, substitutions, files, all, this);
    }

    /** Without the warnings of these codes, besides those given before. */
    public DefinitionOptions withIgnoredWarnings(String... codes) {
        return withIgnoredWarnings(List.of(codes));
    }

    /** With the warnings of these codes, which are off unless somebody asks for them, besides those asked for before. */
    public DefinitionOptions withOptionalWarnings(String... codes) {
        Set<String> all = new HashSet<>(optionalWarnings);
        all.addAll(List.of(codes));
        return new DefinitionOptions(logicalId, substitutions, files, ignoredWarnings, all, inputSchema, resultSchemas);
    }

    /**
     * With what is known of an execution's input, which validation follows through the states.
     *
     * @param schema a JSON Schema. An object is known to have no other fields than its {@code properties} if its
     *     {@code additionalProperties} is {@code false}
     */
    public DefinitionOptions withInputSchema(JsonNode schema) {
        return new DefinitionOptions(
                logicalId, substitutions, files, ignoredWarnings, optionalWarnings, schema, resultSchemas);
    }

    /**
     * With the type of an execution's input.
     *
     * @param type a record or a bean, as the JSON mapping of the project writes it
     */
    public DefinitionOptions withInput(Type type) {
        return withInputSchema(TypedJson.schema(type));
    }

    /**
     * With what is known of a result.
     *
     * @param name the name of a Lambda function, whose payload it is; or of a state, whose task's result it is
     * @param schema a JSON Schema, as in {@link #withInputSchema}
     */
    public DefinitionOptions withResultSchema(String name, JsonNode schema) {
        Map<String, JsonNode> all = new HashMap<>(resultSchemas);
        all.put(name, schema);
        return new DefinitionOptions(
                logicalId, substitutions, files, ignoredWarnings, optionalWarnings, inputSchema, all);
    }

    /**
     * With the type of a result.
     *
     * @param name the name of a Lambda function, whose payload it is; or of a state, whose task's result it is
     * @param type a record or a bean, as the JSON mapping of the project writes it
     */
    public DefinitionOptions withResult(String name, Type type) {
        return withResultSchema(name, TypedJson.schema(type));
    }
}
