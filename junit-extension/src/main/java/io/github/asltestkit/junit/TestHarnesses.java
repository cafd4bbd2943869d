package io.github.asltestkit.junit;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The harnesses of one test: the one that it is given, and those that it asks for besides. In the store of the test, or of
 * the {@code @TestFactory} method whose dynamic tests share them.
 */
final class TestHarnesses {
    private final Supplier<StateMachineHarness> maker;
    private final List<StateMachineHarness> all = new ArrayList<>();
    private final Set<Execution> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<StateMachineHarness> judged = Collections.newSetFromMap(new IdentityHashMap<>());

    TestHarnesses(Supplier<StateMachineHarness> maker) {
        this.maker = maker;
        all.add(maker.get());
    }

    /** Those of a test that has asked for one; empty where it has not. */
    static Optional<TestHarnesses> in(ExtensionContext context) {
        return Optional.ofNullable(Stores.find(context, TestHarnesses.class));
    }

    /** The one that the test is given. */
    synchronized StateMachineHarness own() {
        return all.get(0);
    }

    /** Another one, with machines and options like those of the test's own. */
    synchronized StateMachineHarness another() {
        StateMachineHarness made = maker.get();
        all.add(made);
        return made;
    }

    synchronized List<StateMachineHarness> all() {
        return List.copyOf(all);
    }

    List<Execution> executions() {
        List<Execution> executions = new ArrayList<>();
        all().forEach(harness -> executions.addAll(harness.executions()));
        return executions;
    }

    /** The executions that are not among these, and that nobody has taken yet. */
    synchronized List<Execution> besides(List<Execution> others) {
        Set<Execution> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(others);
        known.addAll(taken);
        return executions().stream()
                .filter(execution -> !known.contains(execution))
                .toList();
    }

    /** As {@link #besides}: now they are taken. */
    synchronized List<Execution> takeBesides(List<Execution> others) {
        return besides(others).stream().filter(taken::add).toList();
    }

    /** Whether somebody has taken executions. */
    synchronized boolean areTaken() {
        return !taken.isEmpty();
    }

    /**
     * What there is to say of mocks that were never called, and of actions that never ran.
     *
     * @param harnesses those whose mocks and actions had their chance; each is judged once
     * @return null for nothing
     */
    synchronized @Nullable String unusedMocks(List<StateMachineHarness> harnesses) {
        String first = null;
        for (StateMachineHarness harness : harnesses) {
            String unused = judged.add(harness) ? harness.unused() : null;
            first = first == null ? unused : first;
        }
        return first;
    }

    /** Ends what runs beside the test, and the use of its harnesses. */
    void end(String test) {
        all().forEach(harness -> harness.endWith(test));
    }
}
