package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.StateMachineSettings;
import io.github.asltestkit.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Terraform file with {@code aws_sfn_state_machine} resources. */
final class TerraformFile implements Embedding {
    private static final Pattern RESOURCE = Pattern.compile(
            "resource\\s+\"(?:aws_sfn_state_machine|awscc_stepfunctions_state_machine)\"\\s+\"([^\"]+)\"\\s*\\{");

    /** As {@code terraform-aws-modules/step-functions/aws}. */
    private static final Pattern MODULE = Pattern.compile("module\\s+\"([^\"]+)\"\\s*\\{");

    private static final Pattern MODULE_SOURCE = Pattern.compile("step-?_?functions?|sfn|state-?_?machine");
    private static final Pattern CALL = Pattern.compile("(file|templatefile)\\s*\\(\\s*\"");

    /** Functions whose argument is the definition in another form. */
    private static final Pattern WRAPPER =
            Pattern.compile("(?:jsonencode|jsondecode|yamldecode|trimspace|chomp|tostring)\\s*\\(");

    private static final Pattern LOCAL = Pattern.compile("local\\.([\\w-]+)");
    private static final Pattern LOCAL_FILE = Pattern.compile("data\\.local_file\\.([\\w-]+)\\.content");

    /** More indirections than a file may sensibly hold; ends locals that name themselves. */
    private static final int MAX_STEPS = 20;

    private static final Pattern TEMPLATE_FILE = Pattern.compile("data\\.template_file\\.([A-Za-z0-9_-]+)\\.rendered");

    private final String name;
    private final LineIndex lines;
    private final HclScanner scanner;
    private final DefinitionOptions options;
    private final Map<String, Integer> machines = new LinkedHashMap<>();
    private final TerraformValues values;

    TerraformFile(String name, LineIndex lines, DefinitionOptions options) {
        this.name = name;
        this.lines = lines;
        this.scanner = new HclScanner(lines.text());
        this.options = options;
        Matcher matcher = RESOURCE.matcher(lines.text());
        while (matcher.find()) {
            machines.put(matcher.group(1), matcher.end() - 1);
        }
        Matcher module = MODULE.matcher(lines.text());
        while (module.find()) {
            Map<String, Integer> attributes = attributes(module.end() - 1);
            String source = text(attributes.get("source"));
            if (attributes.containsKey("definition")
                    && source != null
                    && MODULE_SOURCE.matcher(source).find()) {
                machines.putIfAbsent(module.group(1), module.end() - 1);
            }
        }
        values = new TerraformValues(this::value);
    }

    static boolean isOne(String text) {
        return RESOURCE.matcher(text).find() || (MODULE.matcher(text).find() && text.contains("definition"));
    }

    /** The default of a variable, or a local. */
    private @Nullable JsonNode value(String kind, String name) {
        Integer at;
        if (kind.equals("locals")) {
            at = local(name);
        } else {
            Matcher block = block("variable\\s+\"" + Pattern.quote(name) + "\"\\s*\\{");
            at = block.find() ? attributes(block.end() - 1).get("default") : null;
        }
        return at == null
                ? null
                : new HclReader(scanner, lines, at).read(this.name).json();
    }

    private @Nullable Integer local(String name) {
        Matcher block = block("locals\\s*\\{");
        while (block.find()) {
            Integer at = attributes(block.end() - 1).get(name);
            if (at != null) {
                return at;
            }
        }
        return null;
    }

    private Matcher block(String pattern) {
        return Pattern.compile(pattern).matcher(lines.text());
    }

    @Override
    public List<String> ids() {
        return List.copyOf(machines.keySet());
    }

    @Override
    public Machine open(String id) {
        int block = machines.getOrDefault(id, 0);
        Map<String, Integer> attributes = attributes(block);
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<String, JsonNode> substitutions = new LinkedHashMap<>();
        Integer at = attributes.getOrDefault("definition", attributes.get("definition_string"));
        PlacedJson file = new PlacedJson(
                name, MissingNode.getInstance(), lines, "", Map.of("", lines.place(at == null ? block : at)));
        RelatedFile related = new RelatedFile(file, options.files(), diagnostics);
        PlacedJson definition = at == null
                ? related.problem("The state machine has no definition", "")
                : definition(at, related, substitutions, diagnostics, 0);
        List<JsonNode> trees = new ArrayList<>(substitutions.values());
        if (definition != null) {
            trees.add(definition.json());
        }
        values.of(trees).forEach(substitutions::putIfAbsent);
        String machineName = text(attributes.getOrDefault("name", attributes.get("state_machine_name")));
        return new Machine(
                machineName == null || machineName.contains("${") ? null : machineName,
                "EXPRESS".equals(text(attributes.getOrDefault("type", attributes.get("state_machine_type")))),
                settings(block),
                definition,
                substitutions,
                diagnostics);
    }

    /** Where the value of each attribute of a block begins. */
    private Map<String, Integer> attributes(int block) {
        Map<String, Integer> found = new LinkedHashMap<>();
        int end = scanner.bracketEnd(block);
        int at = scanner.skipBlanks(block + 1);
        while (at < end) {
            int start = at;
            while (Character.isLetterOrDigit(scanner.at(at)) || scanner.at(at) == '_') {
                at++;
            }
            String word = lines.text().substring(start, at);
            int after = scanner.skipBlanks(at);
            if (!word.isEmpty() && scanner.at(after) == '=' && scanner.at(after + 1) != '=') {
                at = scanner.skipBlanks(after + 1);
                found.putIfAbsent(word, at);
            }
            at = scanner.skipBlanks(at == start ? scanner.skipOne(at) : at);
        }
        return found;
    }

    private StateMachineSettings settings(int block) {
        Map<String, Integer> tracing = nested(block, "tracing_configuration");
        Map<String, Integer> logging = nested(block, "logging_configuration");
        String destination = text(logging.get("log_destination"));
        String level = text(logging.get("level"));
        return new StateMachineSettings(
                flag(tracing.get("enabled")),
                logging.isEmpty()
                        ? null
                        : new StateMachineSettings.Logging(
                                level == null ? "OFF" : level,
                                flag(logging.get("include_execution_data")),
                                destination == null ? List.of() : List.of(destination)));
    }

    /** The attributes of a block within a block. */
    private Map<String, Integer> nested(int block, String name) {
        int end = scanner.bracketEnd(block);
        Matcher inner = block("\\b" + name + "\\s*\\{").region(block, end);
        return inner.find() ? attributes(inner.end() - 1) : Map.of();
    }

    private boolean flag(@Nullable Integer at) {
        return at != null && new HclReader(scanner, lines, at).read(name).json().asBoolean(false);
    }

    private @Nullable String text(@Nullable Integer at) {
        if (at == null) {
            return null;
        }
        JsonNode value = new HclReader(scanner, lines, at).read(name).json();
        return value.isTextual() ? value.textValue() : null;
    }

    private @Nullable PlacedJson definition(
            int at, RelatedFile related, Map<String, JsonNode> substitutions, List<Diagnostic> diagnostics, int steps) {
        String text = lines.text();
        if (steps > MAX_STEPS) {
            return related.problem("The definition is an expression that names itself", "");
        }
        if (text.startsWith("<<", at)) {
            return TerraformTemplate.read(name, heredoc(at), lines, diagnostics);
        }
        if (scanner.at(at) == '{') {
            return new HclReader(scanner, lines, at).read(name);
        }
        Matcher wrapper = WRAPPER.matcher(text).region(at, text.length());
        if (wrapper.lookingAt()) {
            return definition(scanner.skipBlanks(wrapper.end()), related, substitutions, diagnostics, steps + 1);
        }
        Matcher local = LOCAL.matcher(text).region(at, text.length());
        Integer localAt = local.lookingAt() ? local(local.group(1)) : null;
        if (localAt != null) {
            return definition(localAt, related, substitutions, diagnostics, steps + 1);
        }
        // The whole value in quotes: "${file("...")}", as old versions wanted it.
        if (text.startsWith("\"${", at) && Placeholders.end(text, at + 1) == scanner.stringEnd(at) - 1) {
            return definition(scanner.skipBlanks(at + 3), related, substitutions, diagnostics, steps + 1);
        }
        if (scanner.at(at) == '"') {
            String value = text(at);
            MappedText json = MappedText.ofScalar(value == null ? "" : value, text, at);
            return JsonReader.read(name, Placeholders.quoted(json), lines, diagnostics);
        }
        Matcher call = CALL.matcher(text).region(at, text.length());
        if (call.lookingAt()) {
            int path = call.end() - 1;
            int pathEnd = scanner.stringEnd(path);
            if (call.group(1).equals("templatefile")) {
                int comma = scanner.skipBlanks(pathEnd);
                new HclReader(scanner, lines, comma + 1)
                        .read(name)
                        .json()
                        .properties()
                        .forEach(variable -> substitutions.put(variable.getKey(), variable.getValue()));
            }
            // A path whose quotes are not closed ends with the file.
            String written = path(text.substring(path + 1, Math.max(path + 1, pathEnd - 1)));
            return call.group(1).equals("templatefile") ? related.readTemplate(written, "") : related.read(written, "");
        }
        Matcher localFile = LOCAL_FILE.matcher(text).region(at, text.length());
        if (localFile.lookingAt()) {
            Matcher block = block("data\\s+\"local_file\"\\s+\"" + Pattern.quote(localFile.group(1)) + "\"\\s*\\{");
            String file = block.find() ? text(attributes(block.end() - 1).get("filename")) : null;
            return file == null
                    ? related.problem("There is no data \"local_file\" \"" + localFile.group(1) + "\"", "")
                    : related.read(path(file), "");
        }
        Matcher rendered = TEMPLATE_FILE.matcher(text).region(at, text.length());
        if (rendered.lookingAt()) {
            return templateFile(rendered.group(1), related, substitutions, diagnostics, steps);
        }
        return related.problem("The definition is an expression that only Terraform knows", "");
    }

    private @Nullable PlacedJson templateFile(
            String id,
            RelatedFile related,
            Map<String, JsonNode> substitutions,
            List<Diagnostic> diagnostics,
            int steps) {
        Matcher block = Pattern.compile("data\\s+\"template_file\"\\s+\"" + Pattern.quote(id) + "\"\\s*\\{")
                .matcher(lines.text());
        if (!block.find()) {
            return related.problem("There is no data \"template_file\" \"" + id + "\"", "");
        }
        Map<String, Integer> attributes = attributes(block.end() - 1);
        Integer variables = attributes.get("vars");
        if (variables != null) {
            new HclReader(scanner, lines, variables)
                    .read(name)
                    .json()
                    .properties()
                    .forEach(variable -> substitutions.put(variable.getKey(), variable.getValue()));
        }
        Integer template = attributes.get("template");
        return template == null || lines.text().startsWith("data.", template)
                ? related.problem("The template_file \"" + id + "\" has no template", "")
                : definition(template, related, substitutions, diagnostics, steps + 1);
    }

    private MappedText heredoc(int at) {
        int start = Math.min(lines.text().length(), scanner.lineEnd(at) + 1);
        return MappedText.identity(lines.text()).part(start, Math.max(start, scanner.heredocEnd(at)));
    }

    /** A path relative to the module. */
    private static String path(String written) {
        return written.replaceFirst("^\\$\\{\\s*path\\.(module|root|cwd)\\s*}/", "");
    }
}
