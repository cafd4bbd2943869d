package io.github.asltestkit.internal.parse;

import io.github.asltestkit.definition.DefinitionOptions.RelatedFiles;
import io.github.asltestkit.internal.hcl.Body;
import io.github.asltestkit.internal.hcl.Body.Block;
import io.github.asltestkit.internal.hcl.Expression;
import io.github.asltestkit.internal.hcl.HclException;
import io.github.asltestkit.internal.hcl.HclParser;
import io.github.asltestkit.internal.hcl.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files of one folder that Terraform reads together, a module. */
final class TerraformFiles {
    private final RelatedFiles files;
    private final String folder;
    private final Map<String, Body> bodies = new LinkedHashMap<>();
    private final List<HclException> problems = new ArrayList<>();
    private final Map<String, Expression> locals = new HashMap<>();
    private final Map<String, Block> blocks = new HashMap<>();
    private final Map<String, Expression> assigned = new HashMap<>();
    private boolean siblings;

    /**
     * The files of a folder.
     *
     * @param folder the folder's path from the file that is loaded, with a slash at its end; empty for the same
     */
    TerraformFiles(RelatedFiles files, String folder) {
        this.files = files;
        this.folder = folder;
    }

    static boolean isSource(String name) {
        return name.endsWith(".tf") || name.endsWith(".tofu") || name.endsWith(".tf.json");
    }

    /** A file of the module; what Terraform would refuse of it is kept. */
    Body add(String name, String text) {
        Body body = new Body(Map.of(), List.of());
        try {
            Source source = Source.of(name, text);
            body = name.endsWith(".json") ? TerraformJson.read(source) : HclParser.file(source);
        } catch (HclException refused) {
            problems.add(refused);
        }
        bodies.put(name, body);
        for (Block block : body.blocks()) {
            if (block.type().equals("locals")) {
                block.body().attributes().forEach(locals::putIfAbsent);
            } else {
                blocks.putIfAbsent(key(block.type(), block.label(0), block.label(1)), block);
            }
        }
        return body;
    }

    /** All other files of the folder, which are read when something is not in those that were. */
    void addSiblings() {
        if (siblings) {
            return;
        }
        siblings = true;
        for (String name : files.list(folder).stream().sorted().toList()) {
            String path = folder + name;
            boolean values = name.equals("terraform.tfvars") || name.endsWith(".auto.tfvars");
            if ((!isSource(name) && !values) || isKnown(name)) {
                continue;
            }
            String text = files.read(path);
            if (text != null && values) {
                addValues(path, text);
            } else if (text != null) {
                add(path, text);
            }
        }
    }

    /** Whether a file was added before, perhaps under a longer path. */
    private boolean isKnown(String name) {
        return bodies.keySet().stream()
                .anyMatch(known -> known.equals(folder + name) || (folder.isEmpty() && known.endsWith("/" + name)));
    }

    private void addValues(String path, String text) {
        try {
            assigned.putAll(HclParser.file(Source.of(path, text)).attributes());
        } catch (HclException refused) {
            problems.add(refused);
        }
    }

    List<HclException> problems() {
        return problems;
    }

    List<Body> bodies() {
        return List.copyOf(bodies.values());
    }

    @Nullable
    Expression local(String name) {
        return find(() -> locals.get(name));
    }

    /** A block by its type and its labels. */
    @Nullable
    Block block(String type, String first, String second) {
        return find(() -> blocks.get(key(type, first, second)));
    }

    /** What a file of values says of a variable. */
    @Nullable
    Expression assigned(String variable) {
        addSiblings();
        return assigned.get(variable);
    }

    private <T> @Nullable T find(java.util.function.Supplier<@Nullable T> search) {
        T found = search.get();
        if (found == null && !siblings) {
            addSiblings();
            found = search.get();
        }
        return found;
    }

    /** The blocks of the module that are as asked. */
    List<Block> blocks(Predicate<Block> wanted) {
        return bodies.values().stream()
                .flatMap(body -> body.blocks().stream())
                .filter(wanted)
                .toList();
    }

    RelatedFiles related() {
        return files;
    }

    String folder() {
        return folder;
    }

    private static String key(String type, String first, String second) {
        return type + " " + first + " " + second;
    }
}
