package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.report.TestedBy;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A test of another framework than JUnit Jupiter, from its begin to its end; see {@link HarnessTests}. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class HarnessTest {
    private final ReportSettings settings;
    private final SessionRecording recording;
    private final String group;
    private final String name;
    private final TestHarnesses harnesses;
    private boolean ended;

    HarnessTest(
            ReportSettings settings,
            SessionRecording recording,
            String group,
            String name,
            StateMachine machine,
            HarnessOptions options) {
        this.settings = settings;
        this.recording = recording;
        this.group = group;
        this.name = name;
        this.harnesses = new TestHarnesses(() -> StateMachineHarness.create(machine, options));
    }

    /** The harness of the test. */
    public StateMachineHarness harness() {
        return harnesses.own();
    }

    /** Another harness of the test, with the same machine and options, and a clock and mocks of its own. */
    public StateMachineHarness anotherHarness() {
        return harnesses.another();
    }

    /**
     * The test has passed.
     *
     * @throws AssertionError if a mock was never called, unless {@code asl.testkit.strictness} says otherwise; the report then
     *     shows the test as failed
     */
    public void passed() {
        String unused = harnesses.unusedMocks(harnesses.all());
        AssertionError failure = unused == null ? null : new AssertionError(unused);
        Strictness strictness = strictness();
        end(strictness == Strictness.STRICT ? failure : null);
        if (failure != null && strictness == Strictness.STRICT) {
            throw failure;
        }
        if (failure != null && strictness == Strictness.WARN) {
            System.err.println(unused);
        }
    }

    /** The test has failed; the timelines of its executions are added to the failure, for its stack trace. */
    public void failed(Throwable failure) {
        FailureReport.addTimelines(failure, harnesses.executions());
        end(failure);
    }

    private void end(@Nullable Throwable failure) {
        if (ended) {
            throw new IllegalStateException("The test \"" + name + "\" has ended already");
        }
        ended = true;
        harnesses.end(name);
        if (settings.enabled()) {
            TestedBy test = new TestedBy(
                    RepositoryNames.module() + "|" + group + "|" + name,
                    group,
                    name,
                    failure == null ? TestedBy.Status.PASSED : TestedBy.Status.FAILED,
                    failure == null ? null : String.valueOf(failure.getMessage()),
                    Instant.now().toEpochMilli());
            recording.add(
                    test,
                    List.of(harnesses.own().stateMachine().definition()),
                    TestRecording.runs(harnesses.executions()));
        }
    }

    private Strictness strictness() {
        return settings.parameters()
                .apply("asl.testkit.strictness")
                .map(text -> Settings.constant(Strictness.class, "strictness", text.strip()))
                .orElse(Strictness.STRICT);
    }
}
