package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes the report of a session of the launcher: what its tests executed, and what of the definitions they covered. JUnit
 * finds it by itself, in Maven, Gradle and development environments alike; nothing of it outlives the session.
 *
 * <p>Configuration parameters of the JUnit platform:
 *
 * <ul>
 *   <li>{@code asl.testkit.report.enabled}: {@code false} where nothing is to be recorded;
 *   <li>{@code asl.testkit.report.dir}: where the report goes, else {@code target/asl-testkit} or, with Gradle,
 *       {@code build/asl-testkit}; a suite's own, by {@code @ConfigurationParameter}, has the suite's tests;
 *   <li>{@code asl.testkit.report.console}: what is printed in the end: nothing ({@code false}), a line for each
 *       definition that this session executed ({@code true}, the default), or everything ({@code all});
 *   <li>{@code asl.testkit.coverage.minimum}: the least coverage of all definitions together, in percent from 0 to 100, and
 *       {@code asl.testkit.coverage.minimum.<name of a definition>} that of one.
 *   <li>{@code asl.testkit.mutation}: {@code true} if all tests are to be run again with mutants of the definitions, after they
 *       have passed; {@code asl.testkit.mutation.minimum} and {@code asl.testkit.mutation.minimum.<name of a definition>} are
 *       the least scores, and {@code asl.testkit.shard} says which of the mutants, {@code 2/8} for the second of eight shares;
 *   <li>{@code asl.testkit.mutant}: the id of the one mutant that the tests are to be run with, such as
 *       {@code ShipOrder: drop field QueueUrl}; nothing is recorded then.
 * </ul>
 *
 * <p>Tests that fail because {@link StateMachineTest} is missing are named below the results.
 *
 * <p>Nothing is recorded or judged while PIT runs the tests, which it does on code that is wrong on purpose.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RunListener implements LauncherSessionListener {
    /** By the folders that they are written to: that of the session, and those of suites that name their own. */
    private final Map<Path, SessionReport> reports = new LinkedHashMap<>();

    private volatile @Nullable SessionMutation mutation;
    private volatile @Nullable ClassLoader loader;

    /** For the service loader of JUnit. */
    public RunListener() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(new Start(), new ForgottenAnnotation(() -> System.err));
    }

    /** The parameters are known when the first tests start. */
    private final class Start implements TestExecutionListener {
        private boolean started;

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            ConfigurationParameters parameters = plan.getConfigurationParameters();
            if (!started) {
                started = true;
                begin(parameters::get, asksForMinimum(parameters.keySet()));
                mutation = mutation(parameters);
                // A framework's, which knows where to find the tests.
                loader = Thread.currentThread().getContextClassLoader();
            }
            for (Map<String, String> suite : SuiteParameters.saying(ReportSettings.FOLDER, plan)) {
                begin(
                        name -> Optional.ofNullable(suite.get(name)).or(() -> parameters.get(name)),
                        asksForMinimum(parameters.keySet()) || asksForMinimum(suite.keySet()));
            }
        }
    }

    private synchronized void begin(Function<String, Optional<String>> parameters, boolean judged) {
        ReportSettings settings = ReportSettings.of(parameters);
        if (settings.enabled()) {
            reports.computeIfAbsent(settings.folder(), folder -> SessionReport.begin(settings, judged));
        }
    }

    private static boolean asksForMinimum(Set<String> parameters) {
        return parameters.stream()
                .anyMatch(name -> Stream.of(ReportSettings.MINIMUM, MutationSettings.MINIMUM)
                        .anyMatch(name::startsWith));
    }

    private static @Nullable SessionMutation mutation(ConfigurationParameters parameters) {
        ReportSettings settings = ReportSettings.of(parameters::get);
        MutationSettings mutation = MutationSettings.of(parameters::get);
        boolean debugged = parameters.get(Mutated.MUTANT).isPresent();
        if (!settings.enabled() || !mutation.enabled() || debugged) {
            return null;
        }
        Map<String, String> given = new TreeMap<>();
        for (String name : parameters.keySet()) {
            parameters.get(name).ifPresent(value -> given.put(name, value));
        }
        for (String name : MutationSettings.HANDED_ON) {
            parameters.get(name).ifPresent(value -> given.put(name, value));
        }
        return new SessionMutation(settings, mutation.shard(), given);
    }

    @Override
    public synchronized void launcherSessionClosed(LauncherSession session) {
        SessionMutation mutating = mutation;
        if (mutating != null) {
            runWithMutants(mutating);
        }
        AssertionError shortfall = null;
        for (SessionReport report : reports.values()) {
            try {
                report.finish();
            } catch (AssertionError failed) {
                if (shortfall == null) {
                    shortfall = failed;
                } else {
                    shortfall.addSuppressed(failed);
                }
            }
        }
        if (shortfall != null) {
            throw shortfall;
        }
    }

    private void runWithMutants(SessionMutation mutating) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            mutating.run();
        } catch (IOException cannot) {
            throw new UncheckedIOException("The tests cannot be run with mutants", cannot);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
