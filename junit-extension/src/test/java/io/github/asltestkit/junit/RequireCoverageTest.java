package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.asltestkit.StateMachineHarness;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class RequireCoverageTest {

    @RequireCoverage(100)
    @StateMachineTest("/size.asl.json")
    static class HalfOfIt {
        @Test
        void large(StateMachineHarness harness) {
            harness.run("{\"n\": 11}");
        }

        @Test
        @Disabled("not asked for")
        void small(StateMachineHarness harness) {
            harness.run("{\"n\": 1}");
        }
    }

    @RequireCoverage(100)
    @StateMachineTest("/size.asl.json")
    static class AllOfIt {
        @Test
        void large(StateMachineHarness harness) {
            harness.run("{\"n\": 11}");
        }

        @Nested
        class Small {
            @Test
            void small(StateMachineHarness harness) {
                harness.run("{\"n\": 1}");
            }
        }
    }

    @RequireCoverage(100)
    @StateMachineTest("/size.asl.json")
    static class FailsAnyway {
        @Test
        void large(StateMachineHarness harness) {
            harness.run("{\"n\": 11}");
            throw new IllegalStateException("on purpose");
        }
    }

    @RequireCoverage(value = 50, of = "other.asl.json")
    @RequireCoverage(value = 10, of = "size.asl.json")
    @StateMachineTest("/size.asl.json")
    static class OfAnother {
        @Test
        void large(StateMachineHarness harness) {
            harness.run("{\"n\": 11}");
        }
    }

    @RequireCoverage(101)
    @StateMachineTest("/size.asl.json")
    static class MoreThanAll {
        @Test
        void large(StateMachineHarness harness) {
            harness.run("{\"n\": 11}");
        }
    }

    @Test
    void a_class_that_covers_less_fails_and_names_what_was_never_taken() {
        assertThat(Runs.failureOf(HalfOfIt.class)).isEqualTo("""
                The tests cover 50.0 % of size.asl.json, less than 100 %.

                  covered: 4 of 8
                   wanted: 8 of 8, by @RequireCoverage of RequireCoverageTest.HalfOfIt

                  never taken:
                    size.asl.json:7:9  Choices[0] of Size?, to Large, was never false
                    size.asl.json:13:18  Default of Size?, to Small, was never taken
                    size.asl.json:19:5  Small was never entered

                Write tests for the items above, or require less.""");
    }

    @Test
    void what_nested_classes_take_counts() {
        Runs.passes(AllOfIt.class);
    }

    @Test
    void where_a_test_fails_nothing_is_judged() {
        assertThat(Runs.failureOf(FailsAnyway.class)).isEqualTo("on purpose");
    }

    @Test
    void a_test_that_is_run_alone_is_not_judged() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("asl.testkit.report.enabled", "false")
                .selectors(selectMethod(AllOfIt.class, "large", StateMachineHarness.class.getName()))
                .execute();

        assertThat(Runs.failures(results)).isEmpty();
        assertThat(results.allEvents()
                        .reportingEntryPublished()
                        .map(event ->
                                event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                        .toList())
                .singleElement()
                .hasToString("{@RequireCoverage=not judged: 1 of its tests were not run}");
    }

    @Test
    void a_definition_that_no_test_executes_cannot_be_asked_for() {
        assertThat(Runs.failureOf(OfAnother.class))
                .isEqualTo(
                        "@RequireCoverage of RequireCoverageTest.OfAnother names other.asl.json, which no test of the"
                                + " class executes. It executes: [size.asl.json]");
    }

    @Test
    void a_minimum_is_a_percentage() {
        assertThat(Runs.failureOf(MoreThanAll.class))
                .isEqualTo("A minimum coverage is from 0 to 100 percent, but @RequireCoverage of"
                        + " RequireCoverageTest.MoreThanAll asks for 101.0");
    }
}
