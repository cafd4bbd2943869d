package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.asltestkit.definition.DefinitionOptions;
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
    private static final Pattern RESOURCE =
            Pattern.compile("resource\\s+\"aws_sfn_state_machine\"\\s+\"([^\"]+)\"\\s*\\{");
    private static final Pattern CALL = Pattern.compile("(file|templatefile)\\s*\\(\\s*\"");
    private static final Pattern TEMPLATE_FILE = Pattern.compile("data\\.template_file\\.([A-Za-z0-9_-]+)\\.rendered");

    private final String name;
    private final LineIndex lines;
    private final HclScanner scanner;
    private final DefinitionOptions options;
    private final Map<String, Integer> machines = new LinkedHashMap<>();

    TerraformFile(String name, LineIndex lines, DefinitionOptions options) {
        this.name = name;
        this.lines = lines;
        this.scanner = new HclScanner(lines.text());
        this.options = options;
        Matcher matcher = RESOURCE.matcher(lines.text());
        while (matcher.find()) {
            machines.put(matcher.group(1), matcher.end() - 1);
        }
    }

    static boolean isOne(String text) {
        return RESOURCE.matcher(text).find();
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
        Integer at = attributes.get("definition");
        PlacedJson file = new PlacedJson(
                name, MissingNode.getInstance(), lines, "", Map.of("", lines.place(at == null ? block : at)));
        RelatedFile related = new RelatedFile(file, options.files(), diagnostics);
        PlacedJson definition = at == null
                ? related.problem("The state machine has no definition", "")
                : definition(at, related, substitutions, diagnostics);
        String machineName = text(attributes.get("name"));
        return new Machine(
                machineName == null || machineName.contains("${") ? null : machineName,
                "EXPRESS".equals(text(attributes.get("type"))),
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

    private @Nullable String text(@Nullable Integer at) {
        if (at == null) {
            return null;
        }
        JsonNode value = new HclReader(scanner, lines, at).read(name).json();
        return value.isTextual() ? value.textValue() : null;
    }

    private @Nullable PlacedJson definition(
            int at, RelatedFile related, Map<String, JsonNode> substitutions, List<Diagnostic> diagnostics) {
        String text = lines.text();
        if (text.startsWith("<<", at)) {
            MappedText json = Placeholders.quoted(heredoc(at));
            return JsonReader.read(name, json, lines, diagnostics);
        }
        if (text.startsWith("jsonencode", at)) {
            int open = text.indexOf('(', at);
            return new HclReader(scanner, lines, open + 1).read(name);
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
            return related.read(path(text.substring(path + 1, pathEnd - 1)), "");
        }
        Matcher rendered = TEMPLATE_FILE.matcher(text).region(at, text.length());
        if (rendered.lookingAt()) {
            return templateFile(rendered.group(1), related, substitutions, diagnostics);
        }
        return related.problem("The definition is an expression that only Terraform knows", "");
    }

    private @Nullable PlacedJson templateFile(
            String id, RelatedFile related, Map<String, JsonNode> substitutions, List<Diagnostic> diagnostics) {
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
                : definition(template, related, substitutions, diagnostics);
    }

    private MappedText heredoc(int at) {
        int start = Math.min(lines.text().length(), scanner.lineEnd(at) + 1);
        MappedText content = MappedText.identity(lines.text()).part(start, Math.max(start, scanner.heredocEnd(at)));
        int escape = content.text().indexOf("$${");
        if (escape < 0) {
            return content;
        }
        MappedText.Builder plain = new MappedText.Builder();
        int done = 0;
        while (escape >= 0) {
            plain.append(content.part(done, escape));
            done = escape + 1;
            escape = content.text().indexOf("$${", done);
        }
        return plain.append(content.part(done, content.text().length())).build();
    }

    /** A path relative to the module. */
    private static String path(String written) {
        return written.replaceFirst("^\\$\\{path\\.(module|root|cwd)}/", "");
    }
}
