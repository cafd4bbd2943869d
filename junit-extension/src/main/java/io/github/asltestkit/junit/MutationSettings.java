package io.github.asltestkit.junit;

import io.github.asltestkit.internal.shard.Shard;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The configuration parameters of mutants.
 *
 * @param enabled {@code asl.testkit.mutation}: whether all tests are run with mutants after they have passed
 * @param shard {@code asl.testkit.shard}: which of the mutants this JVM runs tests with
 */
record MutationSettings(boolean enabled, Shard shard) {
    static final String ENABLED = Shard.MUTATION;
    static final String MINIMUM = "asl.testkit.mutation.minimum";

    /** What tests depend on. A context cannot tell all the parameters that there are. */
    static final List<String> HANDED_ON = List.of(
            "asl.testkit.type",
            "asl.testkit.startInstant",
            "asl.testkit.seed",
            "asl.testkit.account",
            "asl.testkit.region",
            "asl.testkit.strictness",
            "asl.testkit.substitutionFiles",
            DefinitionLint.IGNORED,
            "junit.jupiter.conditions.deactivate",
            "junit.jupiter.displayname.generator.default",
            "junit.jupiter.execution.timeout.default",
            "junit.jupiter.execution.timeout.mode",
            "junit.jupiter.execution.timeout.thread.mode.default",
            "junit.jupiter.extensions.autodetection.enabled",
            "junit.jupiter.testclass.order.default",
            "junit.jupiter.testinstance.lifecycle.default",
            "junit.jupiter.testmethod.order.default");

    static MutationSettings of(Function<String, Optional<String>> parameters) {
        try {
            return new MutationSettings(
                    parameters.apply(ENABLED).map(Boolean::parseBoolean).orElse(false),
                    Shard.of(parameters.apply(Shard.PROPERTY).orElse(null)));
        } catch (IllegalArgumentException noShard) {
            throw new ExtensionConfigurationException(String.valueOf(noShard.getMessage()), noShard);
        }
    }

    /** Whether a test has to notice mutants: then the shard is a part of them, and a part of no exploration. */
    static boolean judge(ExtensionContext test) {
        return of(test::getConfigurationParameter).enabled() || Mutated.isOn(test) || ClassMutation.of(test) != null;
    }
}
