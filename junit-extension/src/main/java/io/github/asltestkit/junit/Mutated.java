package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.report.DefinitionNames;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that are run with a mutant in place of a definition: by the toolkit, which wants to know whether they notice, or by
 * somebody who wants to see why they do not. Either way nothing of them is recorded.
 */
final class Mutated {
    /** The mutant. */
    static final String MUTANT = "asl.testkit.mutant";

    /** Set where the toolkit itself runs tests again, with a mutant or, to see whether they still pass, without. */
    static final String RERUN = "asl.testkit.mutation.rerun";

    /** Set beside it: how long a test may take, in milliseconds. */
    static final String TIMEOUT = "asl.testkit.mutation.timeout";

    /** In the store of an engine's run once one of its tests has noticed the mutant. */
    private enum Mutant {
        NOTICED
    }

    /** In the store of a class whose machine is the mutant. */
    private enum Machine {
        MUTATED
    }

    private Mutated() {}

    /** Whether the toolkit runs a test again. */
    static boolean isRerun(ExtensionContext context) {
        return context.getConfigurationParameter(RERUN).isPresent();
    }

    /** How long a test may take that the toolkit runs again; null if it does not. */
    static @Nullable Duration timeout(ExtensionContext context) {
        return context.getConfigurationParameter(TIMEOUT)
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .orElse(null);
    }

    /** Whether what a test does is not to be recorded. */
    static boolean isOn(ExtensionContext context) {
        return isRerun(context) || address(context) != null;
    }

    private static @Nullable MutantAddress address(ExtensionContext context) {
        return context.getConfigurationParameter(MUTANT)
                .filter(text -> !text.isBlank())
                .map(MutantAddress::parse)
                .orElse(null);
    }

    /** The machine that a test is given: the mutant if it is one of this machine's, and the machine itself if not. */
    static StateMachine of(ExtensionContext context, StateMachine machine) {
        MutantAddress address = address(context);
        if (address == null || !address.isOf(key(machine.definition()))) {
            return machine;
        }
        try {
            StateMachine mutant = machine.withMutant(address.id());
            Stores.put(context, Machine.class, Machine.MUTATED);
            return mutant;
        } catch (IllegalArgumentException notOfThisMachine) {
            return machine;
        }
    }

    /** What tells a definition from others in the files of runs. */
    static String key(Definition definition) {
        DefinitionNames names = RepositoryNames.of();
        String source = definition.source().name();
        return DefinitionOutline.of(
                        definition, names.name().apply(source), names.file().apply(source))
                .key();
    }

    /** A test has failed with the mutant: no other needs to be run with it. */
    static void noticed(ExtensionContext context) {
        if (isRerun(context) && address(context) != null) {
            Stores.put(context.getRoot(), Mutant.class, Mutant.NOTICED);
        }
    }

    /** Tests are run until one of them notices the mutant and, if somebody named the mutant, only those that meet it. */
    static ConditionEvaluationResult isToBeRun(ExtensionContext context) {
        MutantAddress address = address(context);
        if (address == null) {
            return ConditionEvaluationResult.enabled("no mutant");
        }
        if (Stores.find(context.getRoot(), Mutant.class) != null) {
            return ConditionEvaluationResult.disabled("a test has noticed the mutant");
        }
        if (!isRerun(context) && context.getTestMethod().isPresent()) {
            StateMachine machine = Machines.underTest(context);
            Machines.further(context);
            if (Stores.find(context, Machine.class) == null) {
                String key = key(machine.definition());
                return ConditionEvaluationResult.disabled(
                        key.substring(0, key.lastIndexOf('#')) + " has no mutant " + address);
            }
        }
        return ConditionEvaluationResult.enabled("it may meet the mutant");
    }
}
