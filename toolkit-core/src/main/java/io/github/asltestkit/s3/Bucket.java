package io.github.asltestkit.s3;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.internal.io.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A bucket of the {@link VirtualS3}. A key is put anew as often as wanted: the last one is what requests find. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Bucket {
    private final String name;
    private final InstantSource clock;
    private final Set<String> missed;

    /** The versions of each object, the newest last; without versioning there is one. */
    private final TreeMap<String, List<S3Object>> objects = new TreeMap<>(Bucket::byUtf8);

    private boolean versioned;
    private int nextVersion = 1;

    /** @param missed notes what is asked for and is not there */
    Bucket(String name, InstantSource clock, Set<String> missed) {
        this.name = name;
        this.clock = clock;
        this.missed = missed;
    }

    /** S3 lists keys by their UTF-8 bytes, which is the order of their code points, not that of {@code String}. */
    private static int byUtf8(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean supplementary = Character.isSurrogate(a) != Character.isSurrogate(b);
                return supplementary ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** The bucket's name. */
    public String name() {
        return name;
    }

    /** From now on each object that is put is a version of its own, with a {@code VersionId}. */
    public Bucket withVersioning() {
        versioned = true;
        return this;
    }

    // ---- putting -----------------------------------------------------------------------------------------------

    /** Puts text, in UTF-8, with the media type that the key suggests. */
    public Bucket put(String key, String text) {
        return put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts bytes with the media type that the key suggests; the array must not be changed any more. */
    public Bucket put(String key, byte[] content) {
        return put(key, content, ContentTypes.of(key));
    }

    /**
     * Puts bytes with a media type.
     *
     * @param contentType such as {@code text/csv}
     */
    public Bucket put(String key, byte[] content, String contentType) {
        store(key, new Content.Bytes(content), contentType);
        return this;
    }

    /**
     * Puts a file, which is read when the object is.
     *
     * @throws IllegalArgumentException if there is no such file
     * @throws UncheckedIOException if it cannot be read
     */
    public Bucket put(String key, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file.toAbsolutePath());
        }
        store(key, new Content.OfFile(file), ContentTypes.of(key));
        return this;
    }

    /**
     * Puts a class-path resource.
     *
     * @param resource such as {@code imports/ratings.csv}
     * @throws IllegalArgumentException if there is no such resource
     * @throws UncheckedIOException if it cannot be read
     */
    public Bucket putResource(String key, String resource) {
        return put(key, ClassPath.require(resource));
    }

    /**
     * Puts all files of a class-path folder, those of folders below it too.
     *
     * @param prefix what stands before each file's path from the folder, such as {@code incoming/}; may be empty
     * @param folder such as {@code imports}
     * @throws IllegalArgumentException if there is no such folder, or it cannot be read
     */
    public Bucket putFolder(String prefix, String folder) {
        String path = ClassPath.relative(folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder);
        URL url = ClassPath.loader().getResource(path);
        if (url == null) {
            throw new IllegalArgumentException("There is no class-path folder " + path);
        }
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                try (JarFile file = jar.getJarFile()) {
                    for (String entry : entries(file, path + "/")) {
                        putResource(prefix + entry.substring(path.length() + 1), entry);
                    }
                }
            } else {
                putFiles(prefix, Path.of(url.toURI()));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalArgumentException("The class-path folder " + path + " cannot be read", unreadable);
        }
        return this;
    }

    private static List<String> entries(JarFile file, String folder) {
        return file.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder))
                .map(JarEntry::getName)
                .sorted()
                .toList();
    }

    private void putFiles(String prefix, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                put(prefix + folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    /**
     * A stream to an object, which is there when the stream is closed. For results that are too long to be held at once.
     */
    public ObjectWriter write(String key) {
        return new ObjectWriter(this, key);
    }

    S3Object store(String key, Content content, String contentType) {
        // A file may change; all else is digested when somebody asks.
        String eTag = content instanceof Content.OfFile ? Digests.eTag(content) : null;
        String version = versioned ? String.format(Locale.ROOT, "v%08d", nextVersion++) : null;
        S3Object object = new S3Object(this, key, content, contentType, eTag, clock.instant(), version);
        List<S3Object> versions = objects.computeIfAbsent(key, k -> new ArrayList<>());
        if (!versioned) {
            versions.clear();
        }
        versions.add(object);
        return object;
    }

    /** Removes an object with all its versions; nothing happens where there is none, as in S3. */
    public Bucket delete(String key) {
        objects.remove(key);
        return this;
    }

    // ---- getting -----------------------------------------------------------------------------------------------

    /** Whether there is an object of a key. */
    public boolean has(String key) {
        return objects.containsKey(key);
    }

    /**
     * The object of a key, its newest version.
     *
     * @throws S3Exception NoSuchKey, if there is none
     */
    public S3Object get(String key) {
        return get(key, null);
    }

    /**
     * A version of an object.
     *
     * @param versionId the version, or null for the newest
     * @throws S3Exception NoSuchKey or NoSuchVersion, if there is none
     */
    public S3Object get(String key, @Nullable String versionId) {
        List<S3Object> versions = objects.get(key);
        if (versions == null) {
            missed.add(name + "/" + key);
            throw S3Exception.noSuchKey();
        }
        if (versionId == null) {
            return versions.get(versions.size() - 1);
        }
        return versions.stream()
                .filter(version -> versionId.equals(version.versionId()))
                .findFirst()
                .orElseThrow(S3Exception::noSuchVersion);
    }

    /** All versions of an object, the newest last; empty where there is none. */
    public List<S3Object> versions(String key) {
        return List.copyOf(objects.getOrDefault(key, Collections.emptyList()));
    }

    /** All objects, in the order in which S3 lists them: by the UTF-8 bytes of their keys. */
    public List<S3Object> list() {
        return list("");
    }

    /** The objects whose key starts with a prefix, in the same order. */
    public List<S3Object> list(String prefix) {
        List<S3Object> listed = new ArrayList<>();
        objects.tailMap(prefix, true).forEach((key, versions) -> {
            if (key.startsWith(prefix)) {
                listed.add(versions.get(versions.size() - 1));
            }
        });
        if (listed.isEmpty()) {
            missed.add(name + "/" + prefix + "*");
        }
        return listed;
    }

    @Override
    public String toString() {
        return "s3://" + name + " (" + objects.size() + (objects.size() == 1 ? " object)" : " objects)");
    }
}
