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
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Soft assertions: all that fail are reported together, those on states, attempts, calls and values that a chain leads to
 * as well. Where a chain leads to what is not there, that is one failure, and what follows it in the chain asserts nothing.
 */
@API(status = MAINTAINED, since = "0.1")
public class AslSoftAssertions extends SoftAssertions {

    /** Runs the assertions and then reports all that failed. */
    public static void assertAslSoftly(Consumer<AslSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(AslSoftAssertions.class, assertions);
    }

    private <N extends AslAssert<?, ?>> N soft(N made) {
        made.joins(Chain.soft(this));
        return made;
    }

    private <N extends AslAssert<?, ?>> N soft(Link<N> link) {
        return Chain.soft(this).make(link);
    }

    /** Asserts on an execution, as it is now. */
    public ExecutionAssert assertThat(@Nullable Execution execution) {
        return soft(proxy(ExecutionAssert.class, Execution.class, execution));
    }

    /** Asserts on what a state under test did. */
    public SingleStateAssert assertThat(@Nullable SingleStateResult result) {
        return soft(proxy(SingleStateAssert.class, SingleStateResult.class, result));
    }

    /** Asserts on the calls of a harness, all or some. */
    public CallJournalAssert assertThat(@Nullable CallJournal calls) {
        return soft(proxy(CallJournalAssert.class, CallJournal.class, calls));
    }

    /** Asserts on a history. */
    public HistoryAssert assertThat(@Nullable ExecutionHistory history) {
        return soft(proxy(HistoryAssert.class, ExecutionHistory.class, history));
    }

    /** Asserts on a stay in a state of an inspected execution. */
    public StateVisitAssert<HistoryAssert> assertThat(@Nullable StateVisit visit) {
        return soft(Links.of(visit));
    }

    /** Asserts on an attempt of a state of an inspected execution. */
    public AttemptAssert<HistoryAssert> assertThat(@Nullable Attempt attempt) {
        return soft(Links.of(attempt));
    }

    /** Asserts on a call, as the journal of the mocks has it. */
    public RecordedCallAssert assertThat(@Nullable RecordedCall call) {
        return soft(proxy(RecordedCallAssert.class, RecordedCall.class, call));
    }

    /** Asserts on a task that an execution waits for, and on its task token. */
    public PendingTaskAssert assertThat(@Nullable PendingTask task) {
        return soft(proxy(PendingTaskAssert.class, PendingTask.class, task));
    }

    /** Asserts on a JSON value. */
    public JsonAssert<JsonNode> assertThat(@Nullable JsonNode value) {
        return soft(Links.of(value));
    }

    /** Asserts on what the executions of one definition took of it. */
    public CoverageAssert assertThat(@Nullable DefinitionCoverage coverage) {
        return soft(
                proxy(CoverageAssert.class, Coverage.class, coverage == null ? null : Coverage.of(List.of(coverage))));
    }

    /** Asserts on what the executions of any number of definitions took of them. */
    public CoverageAssert assertThat(@Nullable Coverage coverage) {
        return soft(proxy(CoverageAssert.class, Coverage.class, coverage));
    }

    /** Asserts on every run of an exploration. */
    public ExplorationAssert assertThat(@Nullable Exploration exploration) {
        return soft(proxy(ExplorationAssert.class, Exploration.class, exploration));
    }

    /** Asserts on what a change of a definition changes. */
    public BehaviourDiffAssert assertThat(@Nullable BehaviourDiff diff) {
        return soft(proxy(BehaviourDiffAssert.class, BehaviourDiff.class, diff));
    }

    /** Asserts on the problems of a definition. */
    public DiagnosticsAssert assertThatDiagnostics(@Nullable Collection<Diagnostic> diagnostics) {
        return soft(proxy(DiagnosticsAssert.class, Collection.class, diagnostics));
    }

    /** Asserts on the problems of a definition that is loaded now, whether they keep it from running or not. */
    public DiagnosticsAssert assertThatDiagnostics(Supplier<StateMachine> loading) {
        return assertThatDiagnostics(Links.diagnostics(loading));
    }
}
