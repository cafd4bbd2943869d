package io.github.asltestkit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.replay.PayloadComparison;
import io.github.asltestkit.replay.RecordedWorld;
import io.github.asltestkit.replay.Recording;
import io.github.asltestkit.replay.ReplayOptions;
import io.github.asltestkit.replay.ReplayResult;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Runs a recorded execution against the definition of today: the input, the answers of the world, the returns of task
 * tokens and the times come from the recording. It passes where the execution takes the same path, calls the same
 * services with the same parameters, and ends with the same output or error.
 *
 * <p>What every execution makes anew (ids, task tokens, UUIDs, instants of the clock) counts as the same. What else may
 * differ is declared. Immutable: each method gives a changed copy.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">GetExecutionHistory</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Replay {
    private final StateMachine machine;
    private final Recording recording;
    private final ReplayOptions options;
    private final @Nullable PayloadComparison comparison;

    private Replay(
            StateMachine machine, Recording recording, ReplayOptions options, @Nullable PayloadComparison comparison) {
        this.machine = machine;
        this.recording = recording;
        this.options = options;
        this.comparison = comparison;
    }

    /** A replay of a recording on a machine. */
    public static Replay of(StateMachine machine, Recording recording) {
        return new Replay(machine, recording, ReplayOptions.none(), null);
    }

    /**
     * A place in parameters and outputs may differ.
     *
     * @param path such as {@code $.requestedAt}, {@code $.items[*].id}, or {@code $..traceId} for any depth
     * @throws IllegalArgumentException if it is no such path
     */
    public Replay ignoring(String path) {
        return new Replay(machine, recording, options.withIgnored(path), comparison);
    }

    /**
     * A place in the parameters of one state's calls may differ.
     *
     * @param state the state's name today
     * @param path as in {@link #ignoring(String)}
     * @throws IllegalArgumentException if it is no such path
     */
    public Replay ignoring(String state, String path) {
        return new Replay(machine, recording, options.withIgnored(state, path), comparison);
    }

    /** A state has another name today than when it was recorded. */
    public Replay renamed(String recorded, String today) {
        return new Replay(machine, recording, options.withRenamed(recorded, today), comparison);
    }

    /** Payloads are compared in a way of the caller's own, instead of by what this class says. */
    public Replay comparing(PayloadComparison payloads) {
        return new Replay(machine, recording, options, payloads);
    }

    /** The recording. */
    public Recording recording() {
        return recording;
    }

    /**
     * Runs it in a harness of its own, and compares. A call that was not recorded ends the run, and is part of the result. Of a
     * recording without data only the path is held against the definition, and nothing is run.
     */
    public ReplayResult run() {
        if (!recording.hasData()) {
            return ReplayResult.ofPath(recording, machine.definition(), options);
        }
        RecordedWorld world = new RecordedWorld(recording, options);
        StateMachineHarness harness = StateMachineHarness.create(machine, harnessOptions(), world);
        String stopped = null;
        try {
            drive(harness);
        } catch (UnmockedCallException notRecorded) {
            stopped = notRecorded.getMessage();
        }
        Execution execution = harness.executions().get(0);
        return ReplayResult.of(
                recording,
                ExecutionInspection.of(execution.history(), machine.definition(), execution.dataFlow()),
                machine.definition(),
                options,
                comparison,
                made(execution, world),
                stopped);
    }

    /** What the Context object and the tokens of the execution are. */
    private static Set<String> made(Execution execution, RecordedWorld world) {
        Set<String> made = new LinkedHashSet<>(world.tokens());
        made.add(execution.arn());
        made.add(execution.name());
        made.add(execution
                .arn()
                .replaceFirst(":(?:execution|express):", ":stateMachine:")
                .replaceFirst("(:stateMachine:[^:]+):.*", "$1"));
        String role = execution.history().events().get(0).details().text("roleArn");
        if (role != null) {
            made.add(role);
        }
        return made;
    }

    /**
     * Runs it, and fails where it departs from the recording.
     *
     * @throws AssertionError with both courses side by side
     */
    public void verify() {
        ReplayResult result = run();
        if (!result.isFaithful()) {
            throw new AssertionError(result.message());
        }
    }

    private HarnessOptions harnessOptions() {
        HarnessOptions harness = HarnessOptions.defaults()
                .withStart(recording.history().events().get(0).timestamp());
        String account = recording.account();
        String partition = recording.partition();
        String region = recording.region();
        harness = account == null ? harness : harness.withAccount(account);
        harness = partition == null ? harness : harness.withPartition(partition);
        return region == null ? harness : harness.withRegion(region);
    }

    /** Starts it, and does what people did: stopped it, or redrove it. */
    private void drive(StateMachineHarness harness) {
        JsonNode input = Objects.requireNonNull(recording.inspection().input(), "a recording with data has an input");
        Execution execution = harness.start(input);
        List<HistoryEvent> events = recording.history().events();
        for (HistoryEvent event : events) {
            if (event.type() == HistoryEventType.EXECUTION_ABORTED) {
                advanceTo(harness, event.timestamp());
                harness.stop(
                        execution,
                        event.details().text("error"),
                        event.details().text("cause"));
            } else if (event.type() == HistoryEventType.EXECUTION_REDRIVEN) {
                harness.runToEnd(execution);
                advanceTo(harness, event.timestamp());
                if (execution.status() == ExecutionStatus.RUNNING || execution.status() == ExecutionStatus.SUCCEEDED) {
                    return;
                }
                harness.redrive(execution);
            }
        }
        if (recording.isComplete()) {
            harness.runToEnd(execution);
        } else {
            advanceTo(harness, events.get(events.size() - 1).timestamp());
        }
    }

    private static void advanceTo(StateMachineHarness harness, Instant instant) {
        if (instant.isAfter(harness.clock().instant())) {
            harness.clock().advanceTo(instant);
        }
    }
}
