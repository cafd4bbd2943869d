package io.github.asltestkit.junit;

import io.github.asltestkit.internal.io.ClassPath;
import io.github.asltestkit.internal.io.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds what a test class names. */
final class Resources {

    private Resources() {}

    /**
     * The name from the root of the class path where the package of the class, or of a class that it extends, has such a
     * resource; else the name itself.
     */
    static String named(String name, Class<?> testClass) {
        if (name.startsWith("/")) {
            return name;
        }
        for (Class<?> of = testClass; of != null && of != Object.class; of = of.getSuperclass()) {
            String local = of.getPackageName().replace('.', '/') + "/" + name;
            ClassLoader loader = of.getClassLoader();
            if (!of.getPackageName().isEmpty() && loader != null && loader.getResource(local) != null) {
                return local;
            }
        }
        return name;
    }

    /** The text of what a test class names; null where there is neither such a resource nor such a file. */
    static @Nullable String text(String name, Class<?> testClass) throws IOException {
        String resource = named(name, testClass);
        ClassLoader loader = testClass.getClassLoader();
        String text = loader == null ? null : ClassPath.findText(loader, resource);
        if (text != null) {
            return text;
        }
        Path file = FileNames.path(name);
        return file != null && Files.isRegularFile(file) ? Files.readString(file) : null;
    }
}
