package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.history.ExecutionNotes;
import io.github.asltestkit.inspection.Branch;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.inspection.VisitOutcome;
import io.github.asltestkit.internal.generate.Ran.Stay;
import io.github.asltestkit.internal.generate.Sources.Used;
import io.github.asltestkit.internal.generate.Values.Use;
import io.github.asltestkit.internal.generate.Wish.Kind;
import io.github.asltestkit.internal.shape.Read;
import io.github.asltestkit.internal.shape.Way;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scenarios to try so that something else becomes of a stay, the likeliest first. */
final class Moves {
    private static final int MOST_ITEMS = 2;
    private static final int MOST_RETRIES = 8;

    private final Sources sources;
    private final Domains domains;
    private final Solver solver;
    private final Seed seed;

    Moves(Sources sources, Solver solver, Domains domains, Seed seed) {
        this.sources = sources;
        this.domains = domains;
        this.solver = solver;
        this.seed = seed;
    }

    /** What to try so that a wish comes true for a stay of a run. */
    List<Scenario> of(Ran ran, Stay stay, Wish wish) {
        State state = stay.visit().state();
        if (state == null) {
            return List.of();
        }
        Set<Scenario> all = new LinkedHashSet<>();
        store(ran, all);
        switch (wish.kind()) {
            case ENTER, SUCCEED -> succeed(ran, stay, state, all);
            case RULE -> rules(ran, stay, state, wish, all);
            case RULE_FALSE -> rules(ran, stay, state, wish, all);
            case RETRIER -> {
                if (state instanceof State.Task task) {
                    failAgain(ran, stay, task, wish.index(), all);
                }
                for (String error : Errors.ofRetrier(state, wish.index())) {
                    fail(ran, stay, state, error, true, all);
                }
                breakData(ran, stay, all);
            }
            case CATCHER -> {
                for (String error : Errors.ofCatcher(state, wish.index())) {
                    fail(ran, stay, state, error, false, all);
                }
                breakData(ran, stay, all);
            }
            case TIMEOUT, HEARTBEAT -> all.add(silent(ran, stay, state));
            case INTO -> {
                items(ran, stay, state, 1, all);
                succeed(ran, stay, state, all);
            }
            case ITEMS -> {
                items(ran, stay, state, wish.index(), all);
                succeed(ran, stay, state, all);
            }
        }
        all.remove(ran.scenario());
        return List.copyOf(all);
    }

    /** What to try so that the whole execution runs out of time. */
    List<Scenario> untilTheEndOfTime(Ran ran) {
        Set<Scenario> all = new LinkedHashSet<>();
        for (Stay stay : ran.stays()) {
            if (stay.visit().state() instanceof State.Task task) {
                all.add(silent(ran, stay, task));
            }
        }
        return List.copyOf(all);
    }

    private static Scenario silent(Ran ran, Stay stay, State state) {
        return ran.scenario().withAnswerFrom(state.pointer(), Sources.firstCall(ran, stay), Answer.silent());
    }

    /** What the run asked S3 for. */
    private void store(Ran ran, Set<Scenario> all) {
        List<Stored> stored = new ArrayList<>(ran.scenario().stored());
        for (Stay stay : ran.stays()) {
            if (stay.visit().state() instanceof State.MapState map && map.itemReader() != null) {
                for (String missed : ran.missed()) {
                    Stored more = Stored.of(missed, map.pointer() + "/ItemReader");
                    if (stored.stream().noneMatch(more::isSamePlace)) {
                        stored.add(more);
                    }
                }
            }
        }
        if (stored.size() > ran.scenario().stored().size()) {
            all.add(ran.scenario().withStored(stored));
        }
    }

    // ---- rules -------------------------------------------------------------------------------------------------

    private void rules(Ran ran, Stay stay, State state, Wish wish, Set<Scenario> all) {
        if (!(state instanceof State.ChoiceState choice)) {
            return;
        }
        Way way = sources.way(stay);
        List<Map<Slot, JsonNode>> solutions = wish.kind() == Kind.RULE
                ? solver.ruleTrue(choice, wish.index(), way)
                : solver.ruleFalse(choice, wish.index(), way);
        for (Map<Slot, JsonNode> solution : solutions) {
            all.add(sources.with(ran, stay, solution));
            all.add(sources.with(ran, stay, solution, true));
        }
    }

    // ---- success -----------------------------------------------------------------------------------------------

    private void succeed(Ran ran, Stay stay, State state, Set<Scenario> all) {
        StateVisit visit = stay.visit();
        if (state instanceof State.Task) {
            answerWell(ran, stay, state, all);
        }
        if (!state.graphs().isEmpty()) {
            succeedWithin(ran, stay, all);
        }
        if (visit.outcome() != VisitOutcome.SUCCEEDED) {
            mendData(ran, stay, all);
        }
    }

    /** In place of failures and silence, the answer that the calls of the state have at first. */
    private void answerWell(Ran ran, Stay stay, State state, Set<Scenario> all) {
        int first = Sources.firstCall(ran, stay);
        int calls = Math.max(1, stay.visit().attempts().size());
        Answer last = ran.scenario().answer(state.pointer(), first + calls - 1);
        if (last != null && last.kind() != Answer.Kind.RETURNS) {
            Answer good = seed.answer(state.pointer());
            all.add(ran.scenario().withAnswerFrom(state.pointer(), first + calls - 1, good));
            all.add(ran.scenario().withAnswers(state.pointer(), List.of(good)));
        }
    }

    /** The stay within that failed, and with it what is around it. */
    private void succeedWithin(Ran ran, Stay stay, Set<Scenario> all) {
        Stay culprit = culprit(ran, stay);
        if (culprit == null || culprit.visit().state() == null) {
            return;
        }
        State state = culprit.visit().state();
        if (!(state instanceof State.Fail)) {
            all.addAll(of(ran, culprit, Wish.of(Kind.SUCCEED)));
        }
        avoid(ran, culprit, all);
    }

    /** Another way within the graph of a stay, to an end that is not a failure. */
    private void avoid(Ran ran, Stay culprit, Set<Scenario> all) {
        State failed = culprit.visit().state();
        if (failed == null) {
            return;
        }
        StateGraph graph = sources.routes().graph(failed);
        List<State> ends = graph.states().values().stream()
                .filter(state -> state.isTerminal() && !(state instanceof State.Fail) && !state.equals(failed))
                .toList();
        all.addAll(towards(ran, culprit.visit().branch().visits(), culprit.line(), ends, Map.of()));
    }

    /** What to try so that one of the stays, the nearest, leads on to one of some states. */
    List<Scenario> towards(
            Ran ran, List<StateVisit> visits, Ran.Line line, List<State> targets, Map<Routes.Exit, Integer> penalties) {
        Map<String, Integer> distances = sources.routes().distances(targets, penalties);
        StateVisit nearest = null;
        int least = Integer.MAX_VALUE;
        for (StateVisit visit : visits) {
            State state = visit.state();
            Integer distance = state == null ? null : distances.get(state.pointer());
            if (distance != null && distance > 0 && distance <= least) {
                least = distance;
                nearest = visit;
            }
        }
        List<Scenario> all = new ArrayList<>();
        if (nearest != null && nearest.state() != null) {
            for (Routes.Exit exit : sources.routes().exits(nearest.state().pointer())) {
                Integer beyond = distances.get(exit.to());
                if (beyond != null && beyond + exit.cost() <= least) {
                    all.addAll(of(ran, new Stay(nearest, line), exit.wish()));
                }
            }
        }
        return all;
    }

    /** The innermost stay within another that failed, of itself. */
    static @Nullable Stay culprit(Ran ran, Stay stay) {
        Stay found = null;
        for (Stay within : within(ran, stay)) {
            StateVisit visit = within.visit();
            if (visit.outcome() == VisitOutcome.FAILED
                    || (visit.outcome() == VisitOutcome.RUNNING && visit.state() instanceof State.Task)) {
                found = within;
                Stay deeper = culprit(ran, within);
                return deeper == null ? found : deeper;
            }
        }
        return found;
    }

    /** The stays in the states of the graphs directly within a stay. */
    private static List<Stay> within(Ran ran, Stay stay) {
        List<Stay> all = new ArrayList<>();
        for (Branch branch : stay.visit().branches()) {
            branch.visits().forEach(visit -> all.add(new Stay(visit, stay.line())));
        }
        for (Ran.Line line : ran.lines()) {
            if (line.parent() != null && line.parent().equals(stay.visit())) {
                line.inspection().visits().forEach(visit -> all.add(new Stay(visit, line)));
            }
        }
        return all;
    }

    // ---- data --------------------------------------------------------------------------------------------------

    /** Other values where a state that failed reads some. */
    private void mendData(Ran ran, Stay stay, Set<Scenario> all) {
        List<Used> reads = sources.reads(sources.way(stay));
        Map<Slot, JsonNode> absent = new LinkedHashMap<>();
        for (Used used : reads) {
            if (present(ran, stay, used.slot()).isMissingNode()) {
                absent.put(used.slot(), domains.natural(used.slot(), used.use()));
            }
        }
        if (!absent.isEmpty()) {
            all.add(sources.with(ran, stay, absent));
        }
        for (Used used : reads) {
            if (used.use() != Use.ANY) {
                all.add(sources.with(ran, stay, Map.of(used.slot(), domains.natural(used.slot(), used.use()))));
            }
        }
        int most = reads.size() > 6 ? 6 : 19;
        for (int i = 0; i < most; i++) {
            for (Used used : reads) {
                List<JsonNode> usual = domains.among(used.slot(), Values.usual(used.slot()));
                if (i < usual.size()) {
                    all.add(sources.with(ran, stay, Map.of(used.slot(), usual.get(i))));
                }
            }
        }
    }

    /** Values with which a state that reads them fails. */
    private void breakData(Ran ran, Stay stay, Set<Scenario> all) {
        for (Used used : sources.reads(sources.way(stay))) {
            all.add(sources.with(ran, stay, Map.of(used.slot(), Values.ABSENT)));
            all.add(sources.with(ran, stay, Map.of(used.slot(), Values.JSON.nullNode())));
            all.add(sources.with(ran, stay, Map.of(used.slot(), Values.JSON.objectNode())));
        }
    }

    private static JsonNode present(Ran ran, Stay stay, Slot slot) {
        if (slot.root() == Slot.Root.INPUT) {
            return Values.get(ran.scenario().input(), slot.steps());
        }
        Answer answer = ran.scenario().answer(slot.state(), Sources.lastCall(ran, stay, slot.state()));
        return answer == null ? Values.ABSENT : Values.get(answer.output(), slot.steps());
    }

    // ---- items -------------------------------------------------------------------------------------------------

    private void items(Ran ran, Stay stay, State state, int number, Set<Scenario> all) {
        if (!(state instanceof State.MapState map)) {
            return;
        }
        Way way = sources.way(stay);
        List<Slot> slots = new ArrayList<>();
        JsonNode items = map.items();
        if (map.itemReader() != null) {
            slots.add(new Slot(Slot.Root.RESULT, map.pointer() + "/ItemReader", List.of()));
        } else if (map.itemsPath() != null) {
            slots.addAll(sources.slots(way, Read.of(map.itemsPath())));
        } else if (items != null && items.isTextual()) {
            io.github.asltestkit.internal.expression.jsonata.JsonataSyntax syntax =
                    sources.flow().syntax(items);
            if (syntax != null) {
                slots.addAll(sources.slots(way, Read.of(syntax)));
            }
        } else if (items == null) {
            slots.addAll(sources.slots(way, Read.of("$")));
        }
        if (slots.isEmpty()) {
            sources.reads(way).stream().map(Used::slot).forEach(slots::add);
        }
        int length = Math.min(MOST_ITEMS, number);
        for (Slot slot : slots) {
            JsonNode there = present(ran, stay, slot);
            there = there.isArray() && !there.isEmpty() ? there : seed.at(slot);
            all.add(sources.with(ran, stay, Map.of(slot, Values.ofLength(there, length, slot))));
        }
    }

    // ---- failures ----------------------------------------------------------------------------------------------

    private void fail(Ran ran, Stay stay, State state, String error, boolean once, Set<Scenario> all) {
        if (state instanceof State.Task task) {
            failTask(ran, stay, task, error, once, all);
            return;
        }
        // What fails a Parallel or Map state is a state within it that does not handle the error itself.
        for (Stay within : within(ran, stay)) {
            State inner = within.visit().state();
            if (inner != null && !Errors.isCaught(inner, error)) {
                if (inner instanceof State.Task task) {
                    failTask(ran, within, task, error, once, all);
                } else if (!inner.graphs().isEmpty()) {
                    fail(ran, within, inner, error, once, all);
                }
            }
        }
        failStates(ran, stay, state, error, all);
        if (within(ran, stay).isEmpty()) {
            items(ran, stay, state, 1, all);
        }
    }

    /** A Fail state within that has the error. */
    private void failStates(Ran ran, Stay stay, State state, String error, Set<Scenario> all) {
        for (StateGraph graph : state.graphs()) {
            List<State> fails = graph.states().values().stream()
                    .filter(inner -> inner instanceof State.Fail fail && mayBe(fail, error))
                    .toList();
            if (!fails.isEmpty()) {
                for (Branch branch : stay.visit().branches()) {
                    all.addAll(towards(ran, branch.visits(), stay.line(), fails, Map.of()));
                }
            }
        }
    }

    private static boolean mayBe(State.Fail fail, String error) {
        return error.equals(Errors.ANY) || error.equals(fail.error()) || fail.errorPath() != null;
    }

    /** Each of a Retrier's errors in turn, as often as it lets try again; the last try succeeds. */
    private static void failAgain(Ran ran, Stay stay, State.Task task, int retrier, Set<Scenario> all) {
        List<String> errors = Errors.ofRetrier(task, retrier);
        long most = Math.min(MOST_RETRIES, Errors.mostRetries(task.retry().get(retrier)));
        Scenario scenario = ran.scenario();
        int call = Sources.firstCall(ran, stay);
        for (int i = (int) most - 1; i >= 0 && !errors.isEmpty(); i--) {
            scenario = scenario.withAnswer(
                    task.pointer(),
                    call,
                    answers(task, errors.get(i % errors.size())).get(0));
        }
        all.add(scenario);
    }

    /** What lets a call of a task fail with an error, the likeliest first. */
    private static List<Answer> answers(State.Task task, String error) {
        boolean timed = task.timeoutSeconds() != null || task.timeoutSecondsPath() != null;
        boolean beats = task.heartbeatSeconds() != null || task.heartbeatSecondsPath() != null;
        boolean timeout = error.equals(ErrorNames.TIMEOUT);
        boolean heartbeat = error.equals(ErrorNames.HEARTBEAT_TIMEOUT);
        boolean silent = (timeout && (timed || beats)) || (heartbeat && beats);
        return silent ? List.of(Answer.silent(), Answer.fails(error)) : List.of(Answer.fails(error));
    }

    private static void failTask(Ran ran, Stay stay, State.Task task, String error, boolean once, Set<Scenario> all) {
        int call = Sources.firstCall(ran, stay);
        List<Answer> answers = answers(task, error);
        for (Answer answer : answers) {
            all.add(
                    once
                            ? ran.scenario().withAnswer(task.pointer(), call, answer)
                            : ran.scenario().withAnswerFrom(task.pointer(), call, answer));
        }
        if (once) {
            // As often as Retriers ask that come before it.
            answers.forEach(answer -> all.add(ran.scenario().withAnswerFrom(task.pointer(), call, answer)));
        }
    }

    /** Whether a rule of a stay was true. */
    static boolean tookRule(StateVisit visit, int rule) {
        return visit.notes().stream()
                .anyMatch(note -> note.kind() == ExecutionNotes.Kind.CHOICE_RULE && note.index() == rule);
    }
}
