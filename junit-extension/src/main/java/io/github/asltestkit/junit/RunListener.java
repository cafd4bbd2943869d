package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.store.Namespace;
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
 *   <li>{@code asl.testkit.report.console}: {@code false} where no table of the coverage is to be printed;
 *   <li>{@code asl.testkit.coverage.minimum}: the least coverage of all definitions together, in percent from 0 to 100, and
 *       {@code asl.testkit.coverage.minimum.<name of a definition>} that of one.
 * </ul>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class RunListener implements LauncherSessionListener {
    private volatile @Nullable SessionRecording recording;

    /** For the service loader of JUnit. */
    public RunListener() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            session.getStore().put(Namespace.create(Stores.class), RunListener.class, this);
            session.getLauncher().registerTestExecutionListeners(new Start());
        } catch (LinkageError beforeJUnit5_13) {
            // A session has no store there, so no test finds this listener, and nothing is recorded.
        }
    }

    /** The parameters are known when the first tests start. */
    private final class Start implements TestExecutionListener {
        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            if (recording == null) {
                ReportSettings settings = ReportSettings.of(plan.getConfigurationParameters());
                recording = settings.enabled() ? new SessionRecording(settings) : null;
            }
        }
    }

    @Nullable
    SessionRecording recording() {
        return recording;
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        SessionRecording ended = recording;
        if (ended != null) {
            ended.finish();
        }
    }
}
