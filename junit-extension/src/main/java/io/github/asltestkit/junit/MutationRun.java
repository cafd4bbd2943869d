package io.github.asltestkit.junit;

import io.github.asltestkit.junit.MutantLauncher.Ran;
import io.github.asltestkit.mutation.MutantStatus;
import io.github.asltestkit.mutation.TestVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Runs tests with mutants. Tests that are run together are first run together without a mutant: what fails then, because it
 * needs tests that are left out or can only be run once, says nothing of a mutant.
 */
final class MutationRun implements AutoCloseable {
    /** Without a mutant a test may wait for real time, as it may in the build. */
    private static final Duration UNMUTATED = Duration.ofSeconds(60);

    /** A test may take five times as long with a mutant as the slowest of its tests without one, and this long besides. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Duration patience;
    private final MutantLauncher launcher;
    private final TreeSet<String> passed;
    private final Map<List<String>, Controlled> controlled = new HashMap<>();
    private final TreeSet<String> unfit = new TreeSet<>();

    /**
     * Tests that were run together without a mutant.
     *
     * @param tests the unique ids of those that pass
     * @param timeout how long each of them may take with a mutant
     */
    private record Controlled(List<String> tests, Duration timeout) {}

    /** @param passed the unique ids of all tests that have passed */
    MutationRun(MutantLauncher launcher, Collection<String> passed) {
        this(launcher, passed, PATIENCE);
    }

    MutationRun(MutantLauncher launcher, Collection<String> passed, Duration patience) {
        this.launcher = launcher;
        this.patience = patience;
        this.passed = new TreeSet<>(passed);
    }

    /**
     * What tests make of a mutant.
     *
     * @param address the mutant
     * @param tests the unique ids of the tests that reach it
     */
    Map<String, TestVerdict> verdicts(String address, List<String> tests) {
        Controlled fit = controlled.computeIfAbsent(List.copyOf(tests), this::control);
        if (fit.tests().isEmpty()) {
            return Map.of();
        }
        Ran ran = launcher.run(address, fit.tests(), fit.timeout());
        boolean isOver = ran.slowest().compareTo(fit.timeout()) >= 0;
        // Once more: it may have been the machine that was slow, and not the mutant.
        return isOver ? launcher.run(address, fit.tests(), fit.timeout()).verdicts() : ran.verdicts();
    }

    /** The tests that passed once, and fail or are not found when they are run again without a mutant. */
    List<String> unfit() {
        return List.copyOf(unfit);
    }

    /** Those of some tests that pass together or, if not all of them do, with the other tests of their classes. */
    private Controlled control(List<String> tests) {
        Ran ran = launcher.run(null, tests, UNMUTATED);
        List<String> failing = failing(tests, ran);
        List<String> fit = failing.isEmpty() ? tests : fitWithOthers(tests);
        return new Controlled(fit, patience.plus(ran.slowest().multipliedBy(5)));
    }

    private List<String> fitWithOthers(List<String> tests) {
        TreeSet<String> classes = new TreeSet<>();
        tests.forEach(test -> classes.add(TestIds.outermostClass(test)));
        List<String> whole = passed.stream()
                .filter(test -> classes.contains(TestIds.outermostClass(test)))
                .toList();
        List<String> failing = failing(whole);
        unfit.addAll(failing);
        List<String> fit = new ArrayList<>(whole);
        fit.removeAll(failing);
        return failing.isEmpty() || failing(fit).isEmpty() ? List.copyOf(fit) : List.of();
    }

    @Override
    public void close() {
        launcher.close();
    }

    private List<String> failing(List<String> tests) {
        return failing(tests, launcher.run(null, tests, UNMUTATED));
    }

    private static List<String> failing(List<String> tests, Ran ran) {
        return tests.stream()
                .filter(test -> {
                    TestVerdict verdict = ran.verdicts().get(test);
                    return verdict == null || verdict.status() != MutantStatus.SURVIVED;
                })
                .toList();
    }
}
