package io.github.asltestkit.assertj;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.Execution;
import io.github.asltestkit.PendingTask;
import io.github.asltestkit.SingleStateResult;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.mock.CallJournal;
import io.github.asltestkit.mock.RecordedCall;
import java.util.Collection;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * The entry points. It has all that AssertJ's {@link Assertions} has, so that
 *
 * <pre>{@code import static io.github.asltestkit.assertj.AslAssertions.assertThat;}</pre>
 *
 * is the only import a test needs; beside AssertJ's own it works as well.
 */
@API(status = MAINTAINED, since = "0.1")
public class AslAssertions extends Assertions {
    /** For entry points of your own, which extend these. */
    protected AslAssertions() {}

    /** Asserts on an execution, as it is now. */
    public static ExecutionAssert assertThat(@Nullable Execution execution) {
        return new ExecutionAssert(execution);
    }

    /** Asserts on what a state under test did. */
    public static SingleStateAssert assertThat(@Nullable SingleStateResult result) {
        return new SingleStateAssert(result);
    }

    /** Asserts on the calls of a harness, all or some. */
    public static CallJournalAssert assertThat(@Nullable CallJournal calls) {
        return new CallJournalAssert(calls);
    }

    /** Asserts on a history, such as one that AWS recorded. */
    public static HistoryAssert assertThat(@Nullable ExecutionHistory history) {
        return new HistoryAssert(history);
    }

    /** Asserts on a stay in a state of an inspected execution. */
    public static StateVisitAssert<HistoryAssert> assertThat(@Nullable StateVisit visit) {
        return Links.of(visit).plain();
    }

    /** Asserts on an attempt of a state of an inspected execution. */
    public static AttemptAssert<HistoryAssert> assertThat(@Nullable Attempt attempt) {
        return Links.of(attempt).plain();
    }

    /** Asserts on a call, as the journal of the mocks has it. */
    public static RecordedCallAssert assertThat(@Nullable RecordedCall call) {
        return new RecordedCallAssert(call);
    }

    /** Asserts on a task that an execution waits for, and on its task token. */
    public static PendingTaskAssert assertThat(@Nullable PendingTask task) {
        return new PendingTaskAssert(task);
    }

    /** Asserts on a JSON value: an input, an output, parameters. */
    public static JsonAssert<JsonNode> assertThat(@Nullable JsonNode value) {
        return Links.of(value).plain();
    }

    /** Asserts on what the executions of one definition took of it. */
    public static CoverageAssert assertThat(@Nullable DefinitionCoverage coverage) {
        return new CoverageAssert(coverage);
    }

    /** Asserts on what the executions of any number of definitions took of them. */
    public static CoverageAssert assertThat(@Nullable Coverage coverage) {
        return new CoverageAssert(coverage);
    }

    /** Asserts on every run of an exploration, which runs now if it has not run yet. */
    public static ExplorationAssert assertThat(@Nullable Exploration exploration) {
        return new ExplorationAssert(exploration);
    }

    /** Asserts on what a change of a definition changes. */
    public static BehaviourDiffAssert assertThat(@Nullable BehaviourDiff diff) {
        return new BehaviourDiffAssert(diff);
    }

    /** Asserts on the problems of a definition. */
    public static DiagnosticsAssert assertThatDiagnostics(@Nullable Collection<Diagnostic> diagnostics) {
        return new DiagnosticsAssert(diagnostics);
    }

    /**
     * Asserts on the problems of a definition that is loaded now, whether they keep it from running or not.
     *
     * @param loading such as {@code () -> StateMachine.load("order.asl.json")}
     */
    public static DiagnosticsAssert assertThatDiagnostics(Supplier<StateMachine> loading) {
        return new DiagnosticsAssert(Links.diagnostics(loading));
    }
}
