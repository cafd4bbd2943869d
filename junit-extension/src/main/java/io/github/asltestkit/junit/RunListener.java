package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apiguardian.api.API;
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
        return parameters.stream().anyMatch(name -> name.startsWith(ReportSettings.MINIMUM));
    }

    @Override
    public synchronized void launcherSessionClosed(LauncherSession session) {
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
}
