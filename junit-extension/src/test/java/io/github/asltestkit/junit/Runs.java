package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a test class on the engine that users have, and says what became of its tests. */
final class Runs {

    private Runs() {}

    static EngineExecutionResults run(Class<?> testClass) {
        return run(testClass, Map.of());
    }

    static EngineExecutionResults run(Class<?> testClass, Map<String, String> configuration) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("asl.testkit.report.enabled", "false")
                .configurationParameters(configuration)
                .execute();
    }

    static void passes(Class<?> testClass) {
        passes(testClass, Map.of());
    }

    static void passes(Class<?> testClass, Map<String, String> configuration) {
        EngineExecutionResults results = run(testClass, configuration);
        assertThat(failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isPositive();
    }

    /** The message of the one failure of a test class, which may be a class's or a test's. */
    static String failureOf(Class<?> testClass) {
        return failureOf(testClass, Map.of());
    }

    /** As {@link #failureOf(Class)}, its lines joined. */
    static String sentenceOf(Class<?> testClass) {
        return failureOf(testClass).replace('\n', ' ');
    }

    static String sentenceOf(Class<?> testClass, Map<String, String> configuration) {
        return failureOf(testClass, configuration).replace('\n', ' ');
    }

    static String failureOf(Class<?> testClass, Map<String, String> configuration) {
        List<Throwable> failures = failures(run(testClass, configuration));
        assertThat(failures).hasSize(1);
        return failures.get(0).getMessage();
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

    /** The values of the report entries of a name. */
    static List<String> reported(EngineExecutionResults results, String name) {
        return results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filter(entry -> entry.containsKey(name))
                .map(entry -> String.valueOf(entry.get(name)))
                .toList();
    }
}
