package io.github.asltestkit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.explore.DeadHandler;
import io.github.asltestkit.explore.ExplorationResult;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.explore.Outcome;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.replay.Recording;
import io.github.asltestkit.replay.TestScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of an exploration.
 *
 * @param numbers the number of each run among the plans of all shards
 * @param extentOfRuns how much of it all the runs are
 * @param handlers the Retriers and Catchers that acted, by their JSON pointers
 */
record Result(
        World world,
        Settings settings,
        List<ExploredRun> runs,
        Map<Plan, Long> numbers,
        Extent extentOfRuns,
        Set<String> handlers)
        implements ExplorationResult {

    @Override
    public Definition definition() {
        return world.definition();
    }

    @Override
    public JsonNode input() {
        return world.inputTree();
    }

    @Override
    public long total() {
        return extentOfRuns.total();
    }

    @Override
    public boolean isComplete() {
        return extentOfRuns.isComplete();
    }

    @Override
    public String extent() {
        String shard = settings.shard().isWhole()
                ? ""
                : ", of which shard " + settings.shard() + " ran " + Extent.number(runs.size());
        return extentOfRuns.text(settings.limit(), true) + shard;
    }

    @Override
    public List<Outcome> outcomes() {
        return OutcomeTable.together(runs.stream()
                .map(run -> new Outcome(run.status(), run.error(), 1, run.elapsed(), run.elapsed(), run.plan()))
                .toList());
    }

    @Override
    public List<DeadHandler> deadHandlers() {
        List<DeadHandler> dead = new ArrayList<>();
        for (State state : definition().states().allStates().toList()) {
            state.retry().forEach(retrier -> add(state, retrier.pointer(), retrier.errorEquals(), dead));
            state.catchers().forEach(catcher -> add(state, catcher.pointer(), catcher.errorEquals(), dead));
        }
        return List.copyOf(dead);
    }

    private void add(State state, String pointer, List<String> errors, List<DeadHandler> dead) {
        if (!handlers.contains(pointer)) {
            dead.add(new DeadHandler(
                    state.name(),
                    StatePlaces.field(pointer),
                    List.copyOf(errors),
                    definition().locate(pointer).toString()));
        }
    }

    @Override
    public String table() {
        return OutcomeTable.text(
                definition().source().name(), extent(), settings.failures(), outcomes(), deadHandlers());
    }

    @Override
    public String asTest(ExploredRun run) {
        Plan plan = run.plan();
        String comment = "Written from an exploration: " + String.join("; ", plan.descriptions()) + ".";
        return TestScript.of(
                Recording.of(plan.toString(), run.inspection().history()),
                definition().source().name(),
                new TestScript.Head("", "CounterexampleTest", "goes_wrong_as_it_was_found", comment));
    }

    @Override
    public String toString() {
        return runs.stream().map(ExploredRun::toString).collect(Collectors.joining("\n"));
    }
}
