package io.github.asltestkit;

import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.http.HttpRoutes;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.integration.MapRunOutcome;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.generate.Ran;
import io.github.asltestkit.internal.generate.Scenario;
import io.github.asltestkit.internal.generate.Scripted;
import io.github.asltestkit.internal.generate.World;
import io.github.asltestkit.mock.Mocks;
import io.github.asltestkit.mock.RecordedCall;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs scenarios, each in a harness of its own. */
final class GenerationWorld implements World {
    private final StateMachine machine;
    private final List<StateMachine> others;
    private final HarnessOptions options;
    private final CoverageCounter counter;
    private final int mostCalls;

    GenerationWorld(StateMachine machine, List<StateMachine> others, HarnessOptions options, int mostCalls) {
        this.machine = machine;
        this.others = others;
        this.options = options;
        this.counter = CoverageCounter.of(machine.definition());
        this.mostCalls = mostCalls;
    }

    @Override
    public Definition definition() {
        return machine.definition();
    }

    /** Ends a run that makes too many calls. */
    private static final class TooManyCalls extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyCalls(int most) {
            super("more than " + most + " calls", null, false, false);
        }
    }

    /** The mocks, which answer so many calls and no more. */
    private static final class Counted implements TaskIntegration {
        private final Mocks mocks;
        private final int most;
        private int calls;

        Counted(Mocks mocks, int most) {
            this.mocks = mocks;
            this.most = most;
        }

        @Override
        public boolean answers(TaskCall call) {
            return mocks.answers(call);
        }

        @Override
        public TaskReaction call(TaskCall call) {
            if (calls++ >= most) {
                throw new TooManyCalls(most);
            }
            return mocks.call(call);
        }

        @Override
        public void answered(TaskCall call, TaskReaction reaction) {
            mocks.answered(call, reaction);
        }

        @Override
        public @Nullable MapRunOutcome mapRun(String statePath) {
            return mocks.mapRun(statePath);
        }

        @Override
        public CancelOutcome cancel(TaskCall call, AbortReason reason) {
            return mocks.cancel(call, reason);
        }

        @Override
        public void forget(String executionArn) {
            mocks.forget(executionArn);
        }
    }

    @Override
    public Ran run(Scenario scenario) {
        HttpRoutes http = new HttpRoutes(options.region());
        Mocks mocks = new Mocks(http, machine.serviceModels(), options.fieldValidation());
        StateMachineHarness harness =
                StateMachineHarness.exploring(machine, options, mocks, http, new Counted(mocks, mostCalls));
        others.forEach(harness::add);
        Scripted.apply(scenario, machine.definition(), harness::mock, harness.s3());
        String stopped = null;
        try {
            harness.run(scenario.input());
        } catch (RuntimeException | StackOverflowError why) {
            stopped = String.valueOf(why.getMessage());
        }
        List<Execution> executions = harness.executions();
        if (executions.isEmpty()) {
            return new Ran(
                    scenario,
                    new BitSet(),
                    List.of(),
                    ExecutionStatus.ABORTED,
                    null,
                    String.valueOf(stopped),
                    List.of(),
                    List.of());
        }
        return ran(scenario, executions.get(0), stopped, harness.s3().missed(), mocks.calls());
    }

    private Ran ran(
            Scenario scenario,
            Execution execution,
            @Nullable String stopped,
            List<String> missed,
            List<RecordedCall> calls) {
        List<Ran.Line> lines = new ArrayList<>();
        CoverageCounter taken = counter.fresh();
        add(execution, null, null, lines, taken);
        DefinitionCoverage coverage = taken.coverage();
        BitSet items = new BitSet();
        for (int i = 0; i < coverage.outline().items().size(); i++) {
            items.set(i, coverage.hits(i) > 0);
        }
        return new Ran(scenario, items, lines, execution.status(), execution.error(), stopped, missed, calls);
    }

    private static void add(
            Execution execution,
            @Nullable StateVisit parent,
            Ran.@Nullable Line around,
            List<Ran.Line> lines,
            CoverageCounter taken) {
        ExecutionInspection inspection = ExecutionInspection.of(
                execution.history(), execution.definition(), execution.dataFlow(), execution.notes());
        taken.add(inspection, execution.notes());
        Ran.Line line = new Ran.Line(inspection, parent, around);
        lines.add(line);
        for (MapRun mapRun : execution.mapRuns()) {
            StateVisit of = inspection.allVisits().stream()
                    .filter(visit -> mapRun.arn().equals(visit.mapRunArn()))
                    .findFirst()
                    .orElse(null);
            mapRun.items().forEach(item -> add(item, of, line, lines, taken));
        }
    }
}
