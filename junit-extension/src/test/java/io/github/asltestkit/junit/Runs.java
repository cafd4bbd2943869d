package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a test class on the engine that users have, and says what became of its tests. */
final class Runs {

    private Runs() {}

    static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute();
    }

    static void passes(Class<?> testClass) {
        EngineExecutionResults results = run(testClass);
        assertThat(failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isPositive();
    }

    /** The message of the one failure of a test class, which may be a class's or a test's. */
    static String failureOf(Class<?> testClass) {
        assertThat(failures(run(testClass))).hasSize(1);
        return failures(run(testClass)).get(0).getMessage();
    }

    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents()
                .finished()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    static long failedTests(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(Event::getTestDescriptor)
                .count();
    }
}
