package io.github.asltestkit;

import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.message.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which definitions a test could have meant by a name that there is not: those in the folders of its class path. */
final class NearDefinitions {
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 10_000;
    private static final int MOST_SHOWN = 10;

    private final Set<String> names;

    private NearDefinitions(Set<String> names) {
        this.names = names;
    }

    /** {@code  (did you mean "order.asl.json"?)}, or nothing. */
    String hint(String resource) {
        Map<String, String> known = new TreeMap<>();
        names.forEach(name -> known.putIfAbsent(baseName(name), name));
        String near = DidYouMean.nearest(baseName(resource), known.keySet());
        return near == null ? "" : " (did you mean \"" + known.get(near) + "\"?)";
    }

    /** The definitions that there are, the first ten; nothing if there are none. */
    String list() {
        List<String> known = List.copyOf(names);
        if (known.isEmpty()) {
            return "\n  no folder of the class path has a file whose name ends in .asl.json or .asl.yaml";
        }
        int more = known.size() - MOST_SHOWN;
        String shown = String.join(", ", known.subList(0, Math.min(MOST_SHOWN, known.size())));
        return "\n  there are:\n    "
                + String.join("\n    ", Text.wrap(shown + (more > 0 ? " and " + more + " more" : ""), Text.WIDTH - 4));
    }

    /** Walks the folders of the class path, once. */
    static NearDefinitions onClassPath() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? NearDefinitions.class.getClassLoader() : context;
        Set<String> found = new TreeSet<>();
        try {
            for (URL root : Collections.list(loader.getResources(""))) {
                if (root.getProtocol().equals("file")) {
                    addAll(Path.of(root.toURI()), found);
                }
            }
        } catch (IOException | UncheckedIOException | URISyntaxException | FileSystemNotFoundException unreadable) {
            // What was found until then may be what was meant.
        }
        return new NearDefinitions(found);
    }

    private static void addAll(Path root, Set<String> found) throws IOException {
        try (Stream<Path> files = Files.walk(root, DEEPEST)) {
            files.limit(MOST_FILES)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(NearDefinitions::isDefinition)
                    .forEach(found::add);
        }
    }

    private static boolean isDefinition(String name) {
        return name.endsWith(".asl.json")
                || name.endsWith(".asl.yaml")
                || name.endsWith(".asl.yml")
                || name.endsWith(".asl");
    }

    /** The name of a file without its folders and without its endings. */
    private static String baseName(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot <= 0 ? file : file.substring(0, dot);
    }
}
