package io.github.asltestkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.assertj.AslAssertions;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The whole of a fresh JVM that runs one test class and ends. */
final class ColdStart {
    private ColdStart() {}

    /** What every suite pays: JUnit, AssertJ, one test. */
    static final class PlainTest {
        @Test
        void compares_two_numbers() {
            assertThat(6 * 7).isEqualTo(42);
        }
    }

    /** The same, and a state machine. */
    @StateMachineTest("cold-start.asl.json")
    static final class OrderTest {
        @Test
        void an_order_is_shipped(StateMachineHarness harness) {
            harness.mock("Charge").returns("{\"charged\": true}");
            harness.mock("Ship").returns("{\"shipped\": true}");

            Execution execution = harness.run("{\"order\": 7, \"items\": [{\"price\": 3}, {\"price\": 4}]}");

            AslAssertions.assertThat(execution).hasSucceeded().tookPath("Validate", "Charge", "Paid?", "Ship", "Done");
        }
    }

    /** @param args the simple name of the test class to run */
    public static void main(String[] args) {
        Class<?> test = args[0].equals("PlainTest") ? PlainTest.class : OrderTest.class;
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(test))
                                .build(),
                        summary);
        if (summary.getSummary().getTestsSucceededCount() != 1) {
            summary.getSummary()
                    .getFailures()
                    .forEach(failure -> failure.getException().printStackTrace());
            System.exit(1);
        }
    }
}
