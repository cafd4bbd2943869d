package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

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
 *       {@code build/asl-testkit};
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
    private volatile @Nullable SessionReport report;

    /** For the service loader of JUnit. */
    public RunListener() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(new Start(), new ForgottenAnnotation(() -> System.err));
    }

    /** The parameters are known when the first tests start. */
    private final class Start implements TestExecutionListener {
        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            if (report == null) {
                ConfigurationParameters parameters = plan.getConfigurationParameters();
                ReportSettings settings = ReportSettings.of(parameters::get);
                report = settings.enabled() ? SessionReport.begin(settings, asksForMinimum(parameters)) : null;
            }
        }
    }

    private static boolean asksForMinimum(ConfigurationParameters parameters) {
        return parameters.get(ReportSettings.MINIMUM).isPresent()
                || parameters.keySet().stream().anyMatch(name -> name.startsWith(ReportSettings.MINIMUM));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        SessionReport ended = report;
        if (ended != null) {
            ended.finish();
        }
    }
}
