package io.github.asltestkit.junit;

import io.github.asltestkit.mutation.MutantStatus;
import io.github.asltestkit.mutation.TestVerdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs tests of JUnit Jupiter again in this JVM, with a launcher of its own: no listener of the build hears of them, and the
 * toolkit's own does not either, so that nothing is run again because of what is run here.
 */
final class MutantLauncher implements AutoCloseable {
    /** JUnit's parameters for timeouts of methods that are tests; those of a build are no measure for a mutant. */
    private static final String TIMEOUT = "junit.jupiter.execution.timeout.testable.method.default";

    private static final Pattern TIMEOUTS = Pattern.compile("junit\\.jupiter\\.execution\\.timeout\\.test.*\\.default");

    /** Looks for the engines of JUnit once, and not for each mutant. */
    private final LauncherSession session;

    private final Map<String, String> parameters;

    /** @param parameters those of the build's own run */
    MutantLauncher(Map<String, String> parameters) {
        this.session = LauncherFactory.openSession(LauncherConfig.builder()
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
        all.keySet().removeIf(name -> TIMEOUTS.matcher(name).matches());
        // So that an order drawn by chance is the same for all mutants, and in every build.
        all.put("junit.jupiter.execution.order.random.seed", "1");
        this.parameters = all;
    }

    /**
     * What tests make of a mutant. The tests after the first that notices it are not run, and not among them.
     *
     * @param address the mutant; null for none
     * @param tests the unique ids of tests, those of dynamic tests included
     * @param timeout how long a test may take: one that waits for what the mutant prevents would keep the build waiting
     */
    Ran run(@Nullable String address, List<String> tests, Duration timeout) {
        Set<String> selected = new LinkedHashSet<>();
        tests.forEach(test -> selected.add(TestIds.selectable(test)));
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selected.stream()
                        .map(DiscoverySelectors::selectUniqueId)
                        .toList())
                .configurationParameters(parameters)
                .configurationParameter(TIMEOUT, timeout.toMillis() + " ms")
                .configurationParameter(Mutated.TIMEOUT, String.valueOf(timeout.toMillis()));
        if (address != null) {
            request.configurationParameter(Mutated.MUTANT, address);
        }
        Verdicts verdicts = new Verdicts(tests);
        LauncherDiscoveryRequest built = request.build();
        session.getLauncher().execute(built, verdicts);
        return new Ran(verdicts.found, Duration.ofNanos(verdicts.slowest));
    }

    @Override
    public void close() {
        session.close();
    }

    /**
     * Tests that were run.
     *
     * @param verdicts what they made of the mutant, by their unique ids
     * @param slowest how long the slowest test or factory of tests took
     */
    record Ran(Map<String, TestVerdict> verdicts, Duration slowest) {}

    /** Listens to what becomes of each test. */
    private static final class Verdicts implements TestExecutionListener {
        private final List<String> tests;
        private final Map<String, TestVerdict> found = new LinkedHashMap<>();
        private final Map<String, Long> started = new HashMap<>();
        private long slowest;

        Verdicts(List<String> tests) {
            this.tests = tests;
        }

        @Override
        public void executionStarted(TestIdentifier identifier) {
            if (identifier.getSource().orElse(null) instanceof MethodSource) {
                started.put(identifier.getUniqueId(), System.nanoTime());
            }
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            String id = identifier.getUniqueId();
            Long start = started.remove(id);
            if (start != null) {
                slowest = Math.max(slowest, System.nanoTime() - start);
            }
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
