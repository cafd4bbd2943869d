package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.LoadedDefinition;
import io.github.asltestkit.definition.StateMachineSettings;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.json.JsonText;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds definitions in whatever people keep them in, recognised by content: Amazon States Language in JSON or YAML, a SAM
 * or CloudFormation template, a template that the CDK synthesised, a Serverless Framework file, a Terraform file. Every
 * problem keeps its place in the file as written. Never throws on bad input.
 */
public final class DefinitionLoader {
    private static final int MAX_NAME = 80;
    private static final int MAX_ROUNDS = 5;

    private final String sourceName;
    private final DefinitionOptions options;
    private final List<Diagnostic> unreadable = new ArrayList<>();

    private @Nullable PlacedJson tree;
    private @Nullable Embedding embedding;

    /** Files that Terraform reads together. */
    private DefinitionLoader(String folder, Map<String, String> files, DefinitionOptions options) {
        this.sourceName = folder;
        this.options = options;
        embedding = new TerraformFile(files, options);
    }

    private DefinitionLoader(String sourceName, String text, DefinitionOptions options) {
        this.sourceName = sourceName;
        this.options = options;
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (TerraformFile.isOne(sourceName, plain)) {
            embedding = new TerraformFile(Map.of(sourceName, plain), options);
            return;
        }
        if (TerraformTemplate.isOne(sourceName)) {
            tree = TerraformTemplate.read(sourceName, plain, options, unreadable);
            return;
        }
        if (!mayHoldDefinitions(plain)) {
            tree = TextReader.read(sourceName, plain, options.substitutions(), unreadable);
            return;
        }
        tree = TextReader.read(sourceName, plain, unreadable);
        if (tree != null && CloudFormationTemplate.isOne(tree.json())) {
            embedding = new CloudFormationTemplate(tree, options);
        } else if (tree != null && ServerlessFile.isOne(tree.json())) {
            embedding = new ServerlessFile(tree, options);
        } else if (tree != null && TerraformPlan.isOne(tree.json())) {
            embedding = new TerraformPlan(tree);
        } else if (!options.substitutions().isEmpty() && plain.contains("${")) {
            // The placeholders of a definition have their values before it is read, those of a template after.
            unreadable.clear();
            tree = TextReader.read(sourceName, plain, options.substitutions(), unreadable);
        }
    }

    /** Whether a text may be one of those that hold definitions, which are told apart when they are read: it has their words. */
    private static boolean mayHoldDefinitions(String text) {
        return text.contains("Resources") || text.contains("stepFunctions") || text.contains("terraform_version");
    }

    /**
     * Loads one definition.
     *
     * @param sourceName what the text is called in messages, such as a file's name
     * @param text the file's text
     */
    public static LoadedDefinition load(String sourceName, String text, DefinitionOptions options) {
        return new DefinitionLoader(sourceName, text, options).one();
    }

    /**
     * Loads one definition of several files that Terraform reads together.
     *
     * @param folder what the files are in
     * @param files the files' texts by their names
     */
    public static LoadedDefinition load(String folder, Map<String, String> files, DefinitionOptions options) {
        return new DefinitionLoader(folder, files, options).one();
    }

    /** The logical ids of the state machines in a template; empty if the text is itself a definition. */
    public static List<String> logicalIds(String sourceName, String text) {
        return logicalIds(sourceName, Map.of(sourceName, text), DefinitionOptions.defaults());
    }

    /** The logical ids of the state machines in a template, or in the files of a folder. */
    public static List<String> logicalIds(String sourceName, Map<String, String> files, DefinitionOptions options) {
        String text = files.get(sourceName);
        Embedding found = text == null
                ? new DefinitionLoader(sourceName, files, options).embedding
                : new DefinitionLoader(sourceName, text, options).embedding;
        return found == null ? List.of() : found.ids();
    }

    private LoadedDefinition one() {
        Embedding found = embedding;
        if (found == null) {
            return plain();
        }
        List<String> ids = found.ids();
        String id = options.logicalId() == null && ids.size() == 1 ? ids.get(0) : withHash(options.logicalId(), ids);
        if (id == null || !ids.contains(id)) {
            List<Diagnostic> problems = found.problems();
            return refused(problems.isEmpty() ? List.of(choice(ids, id)) : problems);
        }
        Embedding.Machine machine = found.open(id);
        String name = machine.name() == null || machine.name().contains("${") ? id : machine.name();
        PlacedJson definition = machine.definition();
        if (definition == null) {
            boolean here = machine.diagnostics().stream()
                    .allMatch(d -> d.location().source().equals(sourceName));
            return new LoadedDefinition(
                    null,
                    named(name),
                    machine.express(),
                    machine.region(),
                    machine.settings(),
                    id,
                    machine.diagnostics(),
                    here ? tree : null);
        }
        Map<String, JsonNode> values = new LinkedHashMap<>(machine.substitutions());
        values.putAll(options.substitutions());
        return parsed(definition, values, machine, name, id);
    }

    /** The CDK adds a hash of eight digits to the id that its user wrote. */
    private static @Nullable String withHash(@Nullable String asked, List<String> ids) {
        if (asked == null || ids.contains(asked)) {
            return asked;
        }
        Pattern hashed = Pattern.compile(Pattern.quote(asked) + "[0-9A-F]{8}");
        List<String> meant =
                ids.stream().filter(id -> hashed.matcher(id).matches()).toList();
        return meant.size() == 1 ? meant.get(0) : asked;
    }

    private LoadedDefinition plain() {
        PlacedJson read = tree;
        String name = nameOf(sourceName);
        if (read == null) {
            return new LoadedDefinition(
                    null, named(name), false, null, StateMachineSettings.none(), null, List.copyOf(unreadable), null);
        }
        Embedding.Machine alone = new Embedding.Machine(
                name, false, null, StateMachineSettings.none(), read, options.substitutions(), unreadable);
        return parsed(read, options.substitutions(), alone, name, null);
    }

    /** The name of a file without its folders and its endings. */
    private static String nameOf(String sourceName) {
        String file = sourceName.substring(Math.max(sourceName.lastIndexOf('/'), sourceName.lastIndexOf('\\')) + 1);
        String template = without(file, List.of(".tpl", ".tftpl"));
        String plain = without(template, List.of(".json", ".json5", ".yaml", ".yml", ".template", ".tf"));
        String name = plain.equals(template) ? plain : without(plain, List.of(".asl"));
        return without(name, List.of(".asl"));
    }

    private static String without(String name, List<String> endings) {
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    private static LoadedDefinition parsed(
            PlacedJson source,
            Map<String, JsonNode> values,
            Embedding.Machine machine,
            String name,
            @Nullable String id) {
        // Again and again, as a template's value may hold a placeholder that has a value of its own.
        List<Diagnostic> problems = new ArrayList<>(machine.diagnostics());
        Substitutions substitutions = new Substitutions(values, true, problems);
        PlacedJson complete = source;
        for (int round = 0; round < MAX_ROUNDS && !values.isEmpty(); round++) {
            PlacedJson before = complete;
            complete = substitutions.apply(before);
            if (complete.json().equals(before.json())) {
                break;
            }
        }
        Diagnostic tooLong = tooLong(complete);
        if (tooLong != null) {
            // Whatever else is wrong with it: nobody reads a list of thousands.
            return new LoadedDefinition(
                    null,
                    named(name),
                    machine.express(),
                    machine.region(),
                    machine.settings(),
                    id,
                    List.of(tooLong),
                    complete);
        }
        DefinitionParser.Parsed parsed = DefinitionParser.parse(complete, problems);
        return new LoadedDefinition(
                parsed.definition(),
                named(name),
                machine.express(),
                machine.region(),
                machine.settings(),
                id,
                parsed.diagnostics(),
                parsed.source());
    }

    /** In the shortest JSON that says the same, which is what the tools that deploy it may send. */
    private static @Nullable Diagnostic tooLong(PlacedJson definition) {
        long written = JsonText.utf8Size(definition.json());
        long length = written <= Quotas.DEFINITION_LENGTH
                ? written
                : JsonText.write(definition.json()).length();
        return length <= Quotas.DEFINITION_LENGTH
                ? null
                : Problems.tooLong(new Location(definition.name(), 0, 0, ""), length);
    }

    private Diagnostic choice(List<String> ids, @Nullable String asked) {
        String message;
        String hint = null;
        if (ids.isEmpty()) {
            message = "The template holds no state machine";
        } else if (asked == null) {
            message = "The template holds " + ids.size() + " state machines";
            hint = "name one by its logical id: " + Text.listed(ids);
        } else {
            message = "The template holds no state machine \"" + asked + "\"";
            hint = DidYouMean.hint(asked, ids);
            hint = hint == null && !ids.isEmpty() ? "there are: " + Text.listed(ids) : hint;
        }
        Location location = new Location(sourceName, 0, 0, "");
        return new Diagnostic(Severity.ERROR, RelatedFile.NOT_FOUND, message, location, hint, null);
    }

    private LoadedDefinition refused(List<Diagnostic> problems) {
        return new LoadedDefinition(
                null, named(sourceName), false, null, StateMachineSettings.none(), null, problems, tree);
    }

    /** A name with nothing in it that a state machine's name may not have. */
    private static String named(String name) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1)) {
            int c = name.codePointAt(i);
            boolean kept = (c < 0x80 && Character.isLetterOrDigit(c)) || c == '_' || c == '-';
            plain.append(kept ? (char) c : '-');
        }
        String clean = plain.toString();
        return clean.isEmpty() ? "state-machine" : clean.substring(0, Math.min(MAX_NAME, clean.length()));
    }
}
