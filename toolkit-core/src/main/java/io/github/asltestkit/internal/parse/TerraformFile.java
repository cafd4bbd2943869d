package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.StateMachineSettings;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.Location;
import io.github.asltestkit.diagnostic.Severity;
import io.github.asltestkit.internal.hcl.Body;
import io.github.asltestkit.internal.hcl.Body.Block;
import io.github.asltestkit.internal.hcl.Expression;
import io.github.asltestkit.internal.hcl.HclException;
import io.github.asltestkit.internal.hcl.Span;
import io.github.asltestkit.internal.hcl.Value;
import io.github.asltestkit.internal.hcl.Value.Unknown;
import io.github.asltestkit.internal.hcl.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files in Terraform's language that hold state machines, as resources or as arguments of modules. */
final class TerraformFile implements Embedding {
    static final String REFUSED = "INVALID_TERRAFORM";
    static final String UNKNOWN_TYPE = "UNKNOWN_STATE_MACHINE_TYPE";

    private static final Set<String> RESOURCES = Set.of("aws_sfn_state_machine", "awscc_stepfunctions_state_machine");

    /** Compiled when it is first asked: the names of most files say what they are. */
    private static final class Blocks {
        /** The first block or argument of a file, after comments. */
        static final Pattern FIRST_BLOCK = Pattern.compile(
                "(?:\\s|#[^\\n]*+\\n|//[^\\n]*+\\n|/\\*(?s:.*?)\\*/)*+"
                        + "(?:(?:terraform|locals|moved|import|removed|check)\\s*\\{"
                        + "|(?:resource|data|module|variable|output|provider|check)\\s+\"[^\"\\n]*\"(?:\\s+\"[^\"\\n]*\")?\\s*\\{)");
    }

    /** The endings of files that are never in Terraform's language. */
    private static final List<String> OTHERS =
            List.of(".json", ".json5", ".yaml", ".yml", ".template", ".asl", ".tpl", ".tftpl");

    private final TerraformModule module;
    private final TerraformFiles files;
    private final Map<String, LineIndex> lines = new HashMap<>();
    private final Map<String, Machine> opened = new HashMap<>();
    private final Map<String, Found> machines = new LinkedHashMap<>();

    /** A state machine, and the expression of its definition. */
    private record Found(Block block, @Nullable Expression definition) {}

    /**
     * One file, or several of one folder.
     *
     * @param texts the files' texts by their names
     */
    TerraformFile(Map<String, String> texts, DefinitionOptions options) {
        this.files = new TerraformFiles(options.files(), "");
        List<Body> bodies = new ArrayList<>();
        texts.forEach((file, text) -> {
            lines.put(file, new LineIndex(text));
            bodies.add(files.add(file, text));
        });
        this.module = new TerraformModule(files, options.substitutions());
        bodies.forEach(body -> body.blocks().forEach(this::find));
    }

    /** Whether a text is in Terraform's language: by its file's name, else by what its first block is. */
    static boolean isOne(String name, String text) {
        if (TerraformFiles.isSource(name)) {
            return true;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (String other : OTHERS) {
            if (lower.endsWith(other)) {
                return false;
            }
        }
        return Blocks.FIRST_BLOCK.matcher(text).lookingAt();
    }

    private void find(Block block) {
        Body body = block.body();
        if (block.type().equals("resource") && RESOURCES.contains(block.label(0))) {
            Expression definition = body.attribute("definition");
            machines.putIfAbsent(
                    block.label(1),
                    new Found(block, definition == null ? body.attribute("definition_string") : definition));
        } else if (block.type().equals("module")) {
            Expression definition = definition(body);
            if (definition != null) {
                machines.putIfAbsent(block.label(0), new Found(block, definition));
            }
        }
    }

    /** The argument of a module that is a state machine. */
    private @Nullable Expression definition(Body body) {
        for (Map.Entry<String, Expression> argument : body.attributes().entrySet()) {
            boolean named = argument.getKey().toLowerCase(Locale.ROOT).contains("definition");
            try {
                Value value = module.evaluate(argument.getValue());
                if (isMachine(value) || (named && value instanceof Unknown)) {
                    return argument.getValue();
                }
            } catch (HclException refused) {
                if (named) {
                    return argument.getValue();
                }
            }
        }
        return null;
    }

    private boolean isMachine(Value value) {
        if (value instanceof Value.Scalar || value instanceof Unknown) {
            return false;
        }
        if (value instanceof Value.Text text) {
            String plain = text.text();
            return plain.contains("StartAt")
                    && plain.contains("States")
                    && plain.stripLeading().startsWith("{");
        }
        PlacedJson read = TerraformDefinition.read(value, lines::get, new ArrayList<>());
        return read != null && read.json().has("StartAt") && read.json().has("States");
    }

    @Override
    public List<String> ids() {
        return List.copyOf(machines.keySet());
    }

    @Override
    public List<Diagnostic> problems() {
        return files.problems().stream().map(this::diagnostic).toList();
    }

    @Override
    public Machine open(String id) {
        return opened.computeIfAbsent(id, this::read);
    }

    private Machine read(String id) {
        Found found = machines.get(id);
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (found == null) {
            return new Machine(null, false, null, StateMachineSettings.none(), null, Map.of(), diagnostics);
        }
        Body body = found.block().body();
        PlacedJson definition = definition(found, diagnostics);
        String machineName = text(body, diagnostics, "name", "state_machine_name", "step_function_name", "sfn_name");
        boolean express = isExpress(body, diagnostics);
        StateMachineSettings settings = settings(body, diagnostics);
        Map<String, JsonNode> substitutions = substitutions(body, diagnostics);
        diagnostics.addAll(problems());
        return new Machine(
                machineName, express, region(found.block()), settings, definition, substitutions, diagnostics);
    }

    private @Nullable String region(Block block) {
        return block.type().equals("module")
                ? module.regions().inModule(block, "aws")
                : module.regions().ofResource(block.label(0), block);
    }

    private @Nullable PlacedJson definition(Found found, List<Diagnostic> diagnostics) {
        Expression expression = found.definition();
        if (expression == null) {
            problem(
                    Severity.ERROR,
                    RelatedFile.NOT_FOUND,
                    "The state machine has no definition",
                    found.block().at(),
                    null,
                    diagnostics);
            return null;
        }
        try {
            Value value = module.evaluate(expression);
            PlacedJson definition = TerraformDefinition.read(value, lines::get, diagnostics);
            if (definition == null && diagnostics.isEmpty()) {
                unknown(value, expression, diagnostics);
            }
            return definition;
        } catch (HclException refused) {
            diagnostics.add(diagnostic(refused));
            return null;
        }
    }

    private void unknown(Value value, Expression expression, List<Diagnostic> diagnostics) {
        Span cause = value instanceof Unknown unknown ? unknown.cause() : expression.at();
        String hint = "give it a value: withSubstitution(\"" + cause.name().replace("\"", "\\\"")
                + "\", ...), or load what \"terraform show -json\" writes of a plan or a state";
        String message = value instanceof Unknown
                ? "The definition depends on " + cause.name() + ", which only Terraform knows"
                : "The definition is neither a text nor an object";
        problem(
                Severity.ERROR,
                RelatedFile.NOT_FOUND,
                message,
                cause,
                value instanceof Unknown ? hint : null,
                diagnostics);
    }

    private void problem(
            Severity severity,
            String code,
            String message,
            Span at,
            @Nullable String hint,
            List<Diagnostic> diagnostics) {
        diagnostics.add(new Diagnostic(severity, code, message, location(at), hint, null));
    }

    private Location location(Span at) {
        String file = at.source().file();
        LineIndex known = lines.get(file);
        LineIndex index = known == null ? new LineIndex(at.source().text()) : known;
        PlacedJson.Place place = index.place(at.source().original().applyAsInt(at.start()));
        return new Location(file, place.line(), place.column(), "");
    }

    private Diagnostic diagnostic(HclException refused) {
        return new Diagnostic(
                Severity.ERROR,
                refused.isFileMissing() ? RelatedFile.NOT_FOUND : REFUSED,
                String.valueOf(refused.getMessage()),
                location(refused.at()),
                null,
                null);
    }

    /** The value of an argument; null if there is none, or Terraform would refuse it, which is then said. */
    private @Nullable Value value(Body body, String argument, List<Diagnostic> diagnostics) {
        Expression expression = body.attribute(argument);
        try {
            return expression == null ? null : module.evaluate(expression);
        } catch (HclException refused) {
            diagnostics.add(diagnostic(refused));
            return null;
        }
    }

    private @Nullable String text(Body body, List<Diagnostic> diagnostics, String... arguments) {
        for (String argument : arguments) {
            String text = TerraformModule.text(value(body, argument, diagnostics));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private boolean isExpress(Body body, List<Diagnostic> diagnostics) {
        String argument = body.attribute("type") == null ? "state_machine_type" : "type";
        Value type = value(body, argument, diagnostics);
        Expression expression = body.attribute(argument);
        String text = TerraformModule.text(type);
        if (text == null
                && expression != null
                && type != null
                && !Values.json(type).isNull()) {
            problem(
                    Severity.WARNING,
                    UNKNOWN_TYPE,
                    "Only Terraform knows the type of the state machine, "
                            + expression.at().name() + ". The state machine is loaded as STANDARD",
                    expression.at(),
                    "give it a value: withSubstitution(\""
                            + expression.at().name().replace("\"", "\\\"") + "\", \"EXPRESS\")",
                    diagnostics);
        }
        return "EXPRESS".equals(text);
    }

    private StateMachineSettings settings(Body body, List<Diagnostic> diagnostics) {
        JsonNode tracing = block(body, "tracing_configuration", diagnostics);
        JsonNode logging = block(body, "logging_configuration", diagnostics);
        String destination = logging.path("log_destination").textValue();
        return new StateMachineSettings(
                tracing.path("enabled").asBoolean(false),
                logging.isEmpty()
                        ? null
                        : new StateMachineSettings.Logging(
                                logging.path("level").asText("OFF"),
                                logging.path("include_execution_data").asBoolean(false),
                                destination == null ? List.of() : List.of(destination)));
    }

    /** A block within a block, or an argument that is an object. */
    private JsonNode block(Body body, String type, List<Diagnostic> diagnostics) {
        Body block = body.block(type);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (block == null) {
            Value value = value(body, type, diagnostics);
            return value == null ? object : Values.json(value);
        }
        block.attributes().keySet().forEach(argument -> {
            Value value = value(block, argument, diagnostics);
            if (value != null) {
                object.set(argument, Values.json(value));
            }
        });
        return object;
    }

    private Map<String, JsonNode> substitutions(Body body, List<Diagnostic> diagnostics) {
        Map<String, JsonNode> substitutions = new LinkedHashMap<>();
        Value value = value(body, "definition_substitutions", diagnostics);
        if (value != null) {
            Values.json(value).properties().forEach(field -> substitutions.put(field.getKey(), field.getValue()));
        }
        return substitutions;
    }
}
