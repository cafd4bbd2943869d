package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.mutation.Mutant;
import io.github.asltestkit.mutation.Mutants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the tests of one class take of the definitions that the extension loads for it. */
final class ClassMutation {
    private final Class<?> testClass;
    private final @Nullable ClassMutation around;
    private final Map<String, StateMachine> machines = new TreeMap<>();
    private final Map<String, Coverage> tests = new TreeMap<>();
    private final Map<String, Mutants> mutants = new LinkedHashMap<>();

    ClassMutation(Class<?> testClass, @Nullable ClassMutation around) {
        this.testClass = testClass;
        this.around = around;
    }

    /** That of the class that runs a test; null if neither the class nor a class around it has one. */
    static @Nullable ClassMutation of(ExtensionContext context) {
        return Stores.find(context, ClassMutation.class);
    }

    Class<?> testClass() {
        return testClass;
    }

    /**
     * A test has ended.
     *
     * @param recorded the id that it has in the files of runs
     */
    synchronized void add(String recorded, Coverage taken, List<StateMachine> loaded) {
        loaded.forEach(machine -> machines.putIfAbsent(Mutated.key(machine.definition()), machine));
        tests.merge(recorded, taken, Coverage::plus);
        if (around != null) {
            around.add(recorded, taken, loaded);
        }
    }

    /** The ids of the tests in the files of runs. */
    synchronized List<String> tests() {
        return List.copyOf(tests.keySet());
    }

    /** The definitions that the extension loaded, by their keys. */
    synchronized Map<String, StateMachine> machines() {
        return new TreeMap<>(machines);
    }

    /** The mutants of a definition, made once. */
    synchronized Mutants mutants(String key, StateMachine machine) {
        return mutants.computeIfAbsent(key, added -> machine.mutants());
    }

    /** The ids, in the files of runs, of the tests that reach a mutant. */
    synchronized List<String> coveredBy(String key, Mutant mutant) {
        List<String> coveredBy = new ArrayList<>();
        tests.forEach((test, coverage) -> {
            for (DefinitionCoverage definition : coverage.definitions()) {
                DefinitionOutline outline = definition.outline();
                if (outline.key().equals(key)
                        && mutant.reachedByItems(outline).stream().anyMatch(item -> definition.hits(item) > 0)) {
                    coveredBy.add(test);
                }
            }
        });
        return coveredBy;
    }

    /** The outline of a definition that a test executed; null if none did. */
    synchronized @Nullable DefinitionOutline outline(String key) {
        return tests.values().stream()
                .flatMap(coverage -> coverage.definitions().stream())
                .map(DefinitionCoverage::outline)
                .filter(outline -> outline.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
