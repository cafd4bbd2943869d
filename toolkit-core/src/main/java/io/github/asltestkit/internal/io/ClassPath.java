package io.github.asltestkit.internal.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads from the class path. A leading slash of a name means nothing: names begin at the root. */
public final class ClassPath {
    private ClassPath() {}

    /** The class loader of the thread, which knows the user's resources; that of the toolkit for a thread without one. */
    public static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? ClassPath.class.getClassLoader() : context;
    }

    /** The name as a class loader takes it. */
    public static String relative(String resource) {
        return resource.startsWith("/") ? resource.substring(1) : resource;
    }

    /**
     * What a user's resource holds; null if there is no such resource.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static byte @Nullable [] find(ClassLoader loader, String resource) {
        String path = relative(resource);
        try (InputStream stream = loader.getResourceAsStream(path)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The class-path resource " + path + " cannot be read", unreadable);
        }
    }

    /** As {@link #find(ClassLoader, String)}, as UTF-8 text. */
    public static @Nullable String findText(ClassLoader loader, String resource) {
        byte[] bytes = find(loader, resource);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * What a user's resource holds.
     *
     * @throws IllegalArgumentException if there is no such resource
     * @throws UncheckedIOException if it cannot be read
     */
    public static byte[] require(String resource) {
        byte[] bytes = find(loader(), resource);
        if (bytes == null) {
            throw new IllegalArgumentException("There is no class-path resource " + relative(resource));
        }
        return bytes;
    }

    /** As {@link #require(String)}, as UTF-8 text. */
    public static String requireText(String resource) {
        return new String(require(resource), StandardCharsets.UTF_8);
    }

    /** The text of a resource that the toolkit brings along, beside a class of its own. */
    public static String own(Class<?> beside, String name) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The toolkit's jar lacks the resource " + name + " of " + beside);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read from the toolkit's jar", unreadable);
        }
    }
}
