package io.github.asltestkit.internal.expression.jsonpath;

import java.util.List;
import java.util.function.Supplier;

/**
 * Loads a library that logs through slf4j without slf4j's complaint, three lines in every build, that it has no provider.
 * Whoever has a provider, or has told slf4j something himself, keeps his set-up: then nothing is done here.
 */
final class QuietLogging {
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private static final String PROVIDERS = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";

    /** The binding that slf4j looked for before it had providers. */
    private static final String BINDING = "org/slf4j/impl/StaticLoggerBinder.class";

    private static final List<String> SETTINGS = List.of(VERBOSITY, "slf4j.provider");

    private QuietLogging() {}

    /** Runs what loads the library. */
    static <T> T around(Supplier<T> loading) {
        if (isSetUp()) {
            return loading.get();
        }
        // slf4j reads the setting once, when it is loaded; what others ask of it afterwards is not changed.
        System.setProperty(VERBOSITY, "ERROR");
        try {
            return loading.get();
        } finally {
            System.clearProperty(VERBOSITY);
        }
    }

    private static boolean isSetUp() {
        ClassLoader library = QuietLogging.class.getClassLoader();
        return SETTINGS.stream().anyMatch(name -> System.getProperty(name) != null)
                || library == null
                || library.getResource(PROVIDERS) != null
                || library.getResource(BINDING) != null;
    }
}
