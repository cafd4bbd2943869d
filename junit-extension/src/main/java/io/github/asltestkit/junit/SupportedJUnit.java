package io.github.asltestkit.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterContext;

/** The JUnit that is there is the user's. This refuses one that lacks what the extension calls. */
final class SupportedJUnit {
    private SupportedJUnit() {}

    /**
     * Refuses JUnit before 5.10.
     *
     * @throws ExtensionConfigurationException in a sentence, instead of the NoSuchMethodError that would come later
     */
    static void check() {
        try {
            ParameterContext.class.getMethod("getAnnotatedElement");
        } catch (NoSuchMethodException before510) {
            String version = ParameterContext.class.getPackage().getImplementationVersion();
            throw new ExtensionConfigurationException(
                    "ASL Testkit needs JUnit 5.10 or newer, but the tests run on JUnit "
                            + (version == null ? "5.9 or older" : version));
        }
    }
}
