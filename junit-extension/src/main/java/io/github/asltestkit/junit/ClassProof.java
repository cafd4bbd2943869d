package io.github.asltestkit.junit;

import io.github.asltestkit.Execution;
import io.github.asltestkit.Stays;
import io.github.asltestkit.proof.ProofFolder;
import io.github.asltestkit.proof.ProofResult;
import io.github.asltestkit.proof.Stay;
import io.github.asltestkit.proof.StayReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** The proofs of the tests of one class, and what of them AWS is still to be asked about. */
final class ClassProof {
    private final Class<?> testClass;
    private final ProofFolder folder;
    private final ProofSettings settings;
    private final StayReader reader = new StayReader();
    private final List<Stay> passed = new ArrayList<>();

    ClassProof(Class<?> testClass, ProofFolder folder, ProofSettings settings) {
        this.testClass = testClass;
        this.folder = folder;
        this.settings = settings;
    }

    /** That of the class that runs a test; null where it asks for none, and while tests are run with mutants. */
    private static @Nullable ClassProof of(ExtensionContext context) {
        return Mutated.isOn(context) || MutationTest.isRunning() ? null : Stores.find(context, ClassProof.class);
    }

    /**
     * A test has passed.
     *
     * @throws AssertionFailedError if AWS does otherwise; or if it was not asked, and is not to be asked
     */
    static void passed(ExtensionContext context, List<Execution> executions) {
        ClassProof proof = of(context);
        if (proof != null) {
            proof.check(context.getDisplayName(), executions);
        }
    }

    private void check(String test, List<Execution> executions) {
        List<Stay> stays = new ArrayList<>();
        for (Execution execution : executions) {
            stays.addAll(Stays.of(execution, reader));
        }
        ProofResult result = folder.check(stays);
        if (settings.prove()) {
            result = result.withoutMissing();
        }
        if (!result.isProven()) {
            throw new AssertionFailedError(result.message());
        }
        if (settings.prove()) {
            synchronized (passed) {
                stays.forEach(stay -> passed.add(stay.in(test)));
            }
        }
    }

    /** The class has run its last test: AWS is asked about what its tests left open. */
    static void finished(ExtensionContext context) {
        ClassProof proof = of(context);
        if (proof != null && proof.testClass.equals(context.getRequiredTestClass()) && proof.settings.prove()) {
            proof.prove(context);
        }
    }

    private void prove(ExtensionContext context) {
        List<Stay> stays;
        synchronized (passed) {
            stays = List.copyOf(passed);
        }
        ProofResult result = AwsOfSession.prove(context, settings, folder, stays);
        if (!result.isProven()) {
            throw new AssertionFailedError(result.message());
        }
    }
}
