package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apiguardian.api.API;

/**
 * Tests of other frameworks than JUnit Jupiter, which do not know {@link StateMachineTest}: Cucumber, Kotest, Spock, TestNG.
 * Each test has a harness of its own. When it ends, its mocks are judged, and what it executed goes into the report and the
 * coverage.
 *
 * <pre>{@code
 * static final HarnessTests TESTS = HarnessTests.create();
 *
 * HarnessTest test = TESTS.begin("order.feature", "a declined card", StateMachine.load("order.asl.json"));
 * test.harness().run("{}");
 * test.passed();                // or test.failed(exception)
 * }</pre>
 *
 * <p>On the JUnit Platform, which runs Cucumber, Kotest and Spock, the report is written when all tests have ended. Elsewhere
 * call {@link #finish()}. The settings are system properties of the same names as {@link RunListener}'s, or else lines of
 * {@code junit-platform.properties} on the class path.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class HarnessTests {
    private final ReportSettings settings;
    private final SessionRecording recording;
    private final SessionReport report;
    private final Map<String, Integer> begun = new HashMap<>();

    private HarnessTests(ReportSettings settings) {
        this.settings = settings;
        this.recording = new SessionRecording(settings);
        this.report = SessionReport.begin(settings, false);
    }

    /**
     * The tests of a run of a framework. Make it once, in a static field of its hooks, say.
     *
     * @throws UncheckedIOException if {@code junit-platform.properties} is on the class path and cannot be read
     */
    public static HarnessTests create() {
        Properties file = new Properties();
        try (InputStream properties = HarnessTests.class.getResourceAsStream("/junit-platform.properties")) {
            if (properties != null) {
                file.load(properties);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("junit-platform.properties cannot be read", unreadable);
        }
        return new HarnessTests(ReportSettings.of(name ->
                Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(file.getProperty(name)))));
    }

    /** As {@link #begin(String, String, StateMachine, HarnessOptions)}, with the default options. */
    public HarnessTest begin(String group, String name, StateMachine machine) {
        return begin(group, name, machine, HarnessOptions.defaults());
    }

    /**
     * Begins a test.
     *
     * @param group what the report lists it under, such as a feature or a class
     * @param name what the report calls it; if a group has several of a name, they are numbered
     * @param machine the machine under test
     */
    public HarnessTest begin(String group, String name, StateMachine machine, HarnessOptions options) {
        int number;
        synchronized (begun) {
            number = begun.merge(group + "\n" + name, 1, Integer::sum);
        }
        return new HarnessTest(
                settings, recording, group, number == 1 ? name : name + " [" + number + "]", machine, options);
    }

    /**
     * Writes the report and prints the coverage, if tests do not run on the JUnit Platform, which does so by itself.
     *
     * @throws AssertionError if the coverage falls short of a minimum
     */
    public void finish() {
        if (settings.enabled()) {
            report.finish();
        }
    }
}
