package io.github.asltestkit.junit;

import io.github.asltestkit.mutation.MutantStatus;
import io.github.asltestkit.mutation.TestVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Runs tests with mutants. Tests that are run together are first run together without a mutant: what fails then, because it
 * needs tests that are left out or can only be run once, says nothing of a mutant.
 */
final class MutationRun {
    private final MutantLauncher launcher;
    private final TreeSet<String> passed;
    private final Map<List<String>, List<String>> controlled = new HashMap<>();
    private final TreeSet<String> unfit = new TreeSet<>();

    /** @param passed the unique ids of all tests that have passed */
    MutationRun(MutantLauncher launcher, Collection<String> passed) {
        this.launcher = launcher;
        this.passed = new TreeSet<>(passed);
    }

    /**
     * What tests make of a mutant.
     *
     * @param address the mutant
     * @param tests the unique ids of the tests that reach it
     */
    Map<String, TestVerdict> verdicts(String address, List<String> tests) {
        List<String> fit = controlled.computeIfAbsent(List.copyOf(tests), this::control);
        return fit.isEmpty() ? Map.of() : launcher.run(address, fit);
    }

    /** The tests that passed once, and fail or are not found when they are run again without a mutant. */
    List<String> unfit() {
        return List.copyOf(unfit);
    }

    /** Those of some tests that pass together or, if not all of them do, with the other tests of their classes. */
    private List<String> control(List<String> tests) {
        if (failing(tests).isEmpty()) {
            return tests;
        }
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

    private List<String> failing(List<String> tests) {
        Map<String, TestVerdict> verdicts = new LinkedHashMap<>(launcher.run(null, tests));
        return tests.stream()
                .filter(test -> {
                    TestVerdict verdict = verdicts.get(test);
                    return verdict == null || verdict.status() != MutantStatus.SURVIVED;
                })
                .toList();
    }
}
