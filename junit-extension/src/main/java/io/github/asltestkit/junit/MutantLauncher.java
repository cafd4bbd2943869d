package io.github.asltestkit.junit;

import io.github.asltestkit.mutation.MutantStatus;
import io.github.asltestkit.mutation.TestVerdict;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs tests of JUnit Jupiter again in this JVM, with a launcher of its own: no listener of the build hears of them, and the
 * toolkit's own does not either, so that nothing is run again because of what is run here.
 */
final class MutantLauncher {
    private final Launcher launcher;
    private final Map<String, String> parameters;

    /** @param parameters those of the build's own run */
    MutantLauncher(Map<String, String> parameters) {
        this.launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
        Map<String, String> all = new TreeMap<>(parameters);
        all.put(Mutated.RERUN, "true");
        all.put(Mutated.MUTANT, "");
        all.put(MutationSettings.ENABLED, "false");
        all.put("asl.testkit.report.enabled", "false");
        all.put(ProgressLine.PARAMETER, "false");
        all.put("junit.jupiter.execution.parallel.enabled", "false");
        // A test that waits in a loop for what the mutant prevents would keep the build waiting.
        all.putIfAbsent("junit.jupiter.execution.timeout.testable.method.default", "60 s");
        // So that an order drawn by chance is the same for all mutants, and in every build.
        all.put("junit.jupiter.execution.order.random.seed", "1");
        this.parameters = all;
    }

    /**
     * What tests make of a mutant. The tests after the first that notices it are not run, and not among them.
     *
     * @param address the mutant; null for none
     * @param tests the unique ids of tests, those of dynamic tests included
     */
    Map<String, TestVerdict> run(@Nullable String address, List<String> tests) {
        Set<String> selected = new LinkedHashSet<>();
        tests.forEach(test -> selected.add(TestIds.selectable(test)));
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selected.stream()
                        .map(DiscoverySelectors::selectUniqueId)
                        .toList())
                .configurationParameters(parameters);
        if (address != null) {
            request.configurationParameter(Mutated.MUTANT, address);
        }
        Verdicts verdicts = new Verdicts(tests);
        LauncherDiscoveryRequest built = request.build();
        launcher.execute(built, verdicts);
        return verdicts.found;
    }

    /** Listens to what becomes of each test. */
    private static final class Verdicts implements TestExecutionListener {
        private final List<String> tests;
        private final Map<String, TestVerdict> found = new LinkedHashMap<>();

        Verdicts(List<String> tests) {
            this.tests = tests;
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            String id = identifier.getUniqueId();
            Throwable failure = result.getStatus() == TestExecutionResult.Status.FAILED
                    ? result.getThrowable().orElseGet(AssertionError::new)
                    : null;
            if (failure != null) {
                tests.stream()
                        .filter(test -> TestIds.isWithin(test, id) || TestIds.isWithin(id, test))
                        .findFirst()
                        .ifPresent(test -> found.put(test, MutantFailure.verdict(failure)));
            } else if (tests.contains(id)) {
                found.putIfAbsent(id, new TestVerdict(MutantStatus.SURVIVED, null));
            }
        }
    }
}
