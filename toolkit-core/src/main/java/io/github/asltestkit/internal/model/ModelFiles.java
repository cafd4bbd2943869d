package io.github.asltestkit.internal.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.asltestkit.internal.model.ApiShape.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The services' own model files, {@code models/<name>-<date>-model.json}, as the Maven artifact
 * {@code com.amazonaws:aws-java-sdk-models} holds them for all services but S3. A file is read when its service is asked
 * for.
 */
final class ModelFiles implements ApiModels {
    private static final String FOLDER = "models/";
    private static final String SUFFIX = "-model.json";

    private final JsonMapper json = new JsonMapper();
    private final ClassLoader loader;
    private final Map<String, JsonNode> read = new HashMap<>();
    private @Nullable Map<String, String> files;

    ModelFiles(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public @Nullable Structure request(String service, String action) {
        return shape(service, action, "input");
    }

    @Override
    public @Nullable Structure response(String service, String action) {
        return shape(service, action, "output");
    }

    private synchronized @Nullable Structure shape(String service, String action, String direction) {
        String file = files().get(service);
        if (file == null) {
            return null;
        }
        JsonNode model = read.computeIfAbsent(service, key -> tree(file));
        for (Map.Entry<String, JsonNode> operation : model.path("operations").properties()) {
            if (operation.getKey().equalsIgnoreCase(action)) {
                return new ModelShapes(model.path("shapes"))
                        .structure(operation
                                .getValue()
                                .path(direction)
                                .path("shape")
                                .asText());
            }
        }
        return null;
    }

    private JsonNode tree(String file) {
        try (InputStream stream = open(file)) {
            return json.readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    private InputStream open(String file) throws IOException {
        InputStream stream = loader.getResourceAsStream(file);
        if (stream == null) {
            throw new IOException(file + " has gone from the class path");
        }
        return stream;
    }

    // ---- which file is whose ---------------------------------------------------------------------------------

    /** The newest file of each service, by the name that an AWS SDK integration has for it. */
    private Map<String, String> files() {
        Map<String, String> found = files;
        if (found == null) {
            found = new HashMap<>();
            try {
                // In the order of the dates within the names, the newest version of an API comes last and stays.
                for (String file : list()) {
                    found.put(service(file), file);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The folder " + FOLDER + " cannot be read", unreadable);
            }
            files = found;
        }
        return found;
    }

    private NavigableSet<String> list() throws IOException {
        NavigableSet<String> found = new TreeSet<>();
        for (URL folder : Collections.list(loader.getResources(FOLDER))) {
            if (folder.openConnection() instanceof JarURLConnection connection) {
                // A JAR of our own to close: the cache's belongs to whoever else reads it.
                connection.setUseCaches(false);
                try (JarFile jar = connection.getJarFile()) {
                    jar.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.startsWith(FOLDER) && name.endsWith(SUFFIX))
                            .forEach(found::add);
                }
            } else if (folder.getProtocol().equals("file")) {
                try (Stream<Path> paths = Files.list(Path.of(folder.toURI()))) {
                    paths.map(path -> FOLDER + path.getFileName())
                            .filter(name -> name.endsWith(SUFFIX))
                            .forEach(found::add);
                } catch (URISyntaxException unusual) {
                    throw new IOException(folder + " is no path", unusual);
                }
            }
        }
        return found;
    }

    /** The service's id, {@code EMR containers} say, as ARNs have it; it stands at the head of the file. */
    private String service(String file) throws IOException {
        try (InputStream stream = open(file);
                JsonParser parser = json.createParser(stream)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("serviceId")) {
                    return parser.nextTextValue().replaceAll("[ -]", "").toLowerCase(Locale.ROOT);
                }
            }
        }
        return "";
    }
}
