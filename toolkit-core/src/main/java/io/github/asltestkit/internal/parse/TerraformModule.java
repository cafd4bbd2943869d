package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.hcl.Body;
import io.github.asltestkit.internal.hcl.Body.Block;
import io.github.asltestkit.internal.hcl.Environment;
import io.github.asltestkit.internal.hcl.Evaluator;
import io.github.asltestkit.internal.hcl.Expression;
import io.github.asltestkit.internal.hcl.HclException;
import io.github.asltestkit.internal.hcl.Scope;
import io.github.asltestkit.internal.hcl.Span;
import io.github.asltestkit.internal.hcl.Value;
import io.github.asltestkit.internal.hcl.Value.Namespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the names in the expressions of a module mean: variables, locals, resources, data sources, other modules. */
final class TerraformModule implements Scope, Environment {
    /** More than modules nest; ends modules that call themselves. */
    private static final int MAX_MODULES = 10;

    private final TerraformFiles files;
    private final Map<String, JsonNode> given;
    private final Function<String, @Nullable Value> arguments;
    private final int level;
    private final TerraformRegions regions;
    private final Evaluator evaluator;
    private final TerraformResources resources;
    private final Map<String, Value> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<String, TerraformModule> children = new HashMap<>();

    TerraformModule(TerraformFiles files, Map<String, JsonNode> given) {
        this(files, given, name -> null, 0, provider -> null);
    }

    private TerraformModule(
            TerraformFiles files,
            Map<String, JsonNode> given,
            Function<String, @Nullable Value> arguments,
            int level,
            Function<String, @Nullable String> inherited) {
        this.files = files;
        this.given = given;
        this.arguments = arguments;
        this.level = level;
        this.regions = new TerraformRegions(this, files, inherited);
        this.evaluator = new Evaluator(this);
        this.resources = new TerraformResources(this, files);
    }

    Value evaluate(Expression expression) {
        return evaluator.evaluate(expression, this);
    }

    Value evaluate(Expression expression, Scope scope) {
        return evaluator.evaluate(expression, scope);
    }

    Evaluator evaluator() {
        return evaluator;
    }

    TerraformRegions regions() {
        return regions;
    }

    // ---- Environment ---------------------------------------------------------------------------------------------

    @Override
    public @Nullable String file(String path) {
        return files.related().read(path);
    }

    @Override
    public @Nullable JsonNode yaml(String text) {
        PlacedJson yaml = YamlReader.read("yaml", new LineIndex(text), new ArrayList<>());
        return yaml == null ? null : yaml.json();
    }

    @Override
    public Map<String, JsonNode> given() {
        return given;
    }

    // ---- Scope ---------------------------------------------------------------------------------------------------

    /** A name that has attributes. */
    record Names(Function<String, @Nullable Value> attributes, Span at) implements Namespace {
        @Override
        public @Nullable Value attribute(String name, Span place) {
            return attributes.apply(name);
        }
    }

    @Override
    public @Nullable Value root(String name, Span at) {
        return switch (name) {
            case "var" -> new Names(this::variable, at);
            case "local" -> new Names(this::local, at);
            case "data" -> new Names(type -> new Names(label -> resources.data(type, label, at), at), at);
            case "module" -> new Names(label -> module(label, at), at);
            case "path" ->
                Value.of(
                        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                .objectNode()
                                .put(
                                        "module",
                                        files.folder().isEmpty()
                                                ? "."
                                                : files.folder().replaceFirst("/$", ""))
                                .put("root", ".")
                                .put("cwd", "."),
                        at);
            case "terraform" ->
                new Names(
                        attribute -> attribute.equals("workspace")
                                ? Value.of(com.fasterxml.jackson.databind.node.TextNode.valueOf("default"), at)
                                : null,
                        at);
            case "each", "count", "self" -> null;
            default -> name.contains("_") ? new Names(label -> resources.resource(name, label, at), at) : null;
        };
    }

    private @Nullable Value variable(String name) {
        return once("var." + name, () -> {
            Value argument = arguments.apply(name);
            if (argument != null) {
                return argument;
            }
            Block block = files.block("variable", name, "");
            Expression type = block == null ? null : block.body().attribute("type");
            Expression assigned = level == 0 ? files.assigned(name) : null;
            Expression value = assigned != null
                    ? assigned
                    : block == null ? null : block.body().attribute("default");
            return value == null ? null : TerraformTypes.apply(evaluate(value), type, this);
        });
    }

    private @Nullable Value local(String name) {
        Expression expression = files.local(name);
        return expression == null ? null : once("local." + name, () -> evaluate(expression));
    }

    /** A value that is found once and may not need itself. */
    @Nullable
    Value once(String name, java.util.function.Supplier<@Nullable Value> find) {
        Value before = known.get(name);
        if (before != null) {
            return before;
        }
        if (!open.add(name)) {
            return null;
        }
        try {
            Value value = find.get();
            if (value != null) {
                known.put(name, value);
            }
            return value;
        } finally {
            open.remove(name);
        }
    }

    private @Nullable Value module(String label, Span at) {
        Block block = files.block("module", label, "");
        return resources.module(label, block, block == null ? null : child(label, block), at);
    }

    /** A module whose files are here. */
    private @Nullable TerraformModule child(String label, Block block) {
        TerraformModule before = children.get(label);
        Expression source = block.body().attribute("source");
        if (before != null || source == null || level >= MAX_MODULES) {
            return before;
        }
        String path = text(evaluate(source));
        if (path == null || !(path.startsWith("./") || path.startsWith("../"))) {
            return null;
        }
        TerraformFiles inner =
                new TerraformFiles(files.related(), folder(files.folder(), path.endsWith("/") ? path : path + "/"));
        TerraformModule child = new TerraformModule(
                inner,
                Map.of(),
                name -> argument(block.body(), name),
                level + 1,
                provider -> regions.inModule(block, provider));
        children.put(label, child);
        return child;
    }

    /** The path of a folder from the file that is loaded. */
    private static String folder(String from, String path) {
        List<String> names = new ArrayList<>();
        for (String name : (from + path).split("/", -1)) {
            boolean up = name.equals("..")
                    && !names.isEmpty()
                    && !names.get(names.size() - 1).equals("..");
            if (up) {
                names.remove(names.size() - 1);
            } else if (!name.equals(".") && !name.isEmpty()) {
                names.add(name);
            }
        }
        return names.isEmpty() ? "" : String.join("/", names) + "/";
    }

    private @Nullable Value argument(Body call, String name) {
        Expression argument = call.attribute(name);
        if (argument == null) {
            return null;
        }
        try {
            return evaluate(argument);
        } catch (HclException refused) {
            return null;
        }
    }

    /** An output of this module. */
    @Nullable
    Value output(String name) {
        Block block = files.block("output", name, "");
        Expression value = block == null ? null : block.body().attribute("value");
        return value == null ? null : once("output." + name, () -> evaluate(value));
    }

    /** The text of a value; null if a part of it is not known. */
    static @Nullable String text(@Nullable Value value) {
        return value instanceof Value.Text text && !text.partial() ? text.text() : null;
    }
}
