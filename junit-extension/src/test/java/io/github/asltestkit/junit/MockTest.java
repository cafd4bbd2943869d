package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class MockTest {

    @Test
    void a_mock_that_was_never_called_fails_a_test_that_passed_and_says_where_it_stands() {
        assertThat(Runs.failureOf(Unused.class))
                .contains("Ask")
                .contains("-> at")
                .contains("MockTest.java");
    }

    @StateMachineTest("callback.asl.json")
    static class Unused {
        @Test
        void test(StateMachineHarness harness) {
            harness.mock("Ask").accepts();
        }
    }

    @Test
    void mocks_of_a_further_harness_are_judged_with_the_dynamic_test_that_asked_for_it() {
        EngineExecutionResults results = Runs.run(UnusedInOne.class);

        assertThat(results.testEvents().failed().list())
                .extracting(event -> event.getTestDescriptor().getDisplayName())
                .containsExactly("forgets");
        assertThat(Runs.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("Ask")
                        .hasMessageContaining("-> at")
                        .hasMessageContaining("MockTest.java"));
    }

    @StateMachineTest("callback.asl.json")
    static class UnusedInOne {
        @TestFactory
        Stream<DynamicTest> factory(Supplier<StateMachineHarness> harnesses) {
            return Stream.of(
                    DynamicTest.dynamicTest(
                            "forgets", () -> harnesses.get().mock("Ask").accepts()),
                    DynamicTest.dynamicTest("uses", () -> {
                        StateMachineHarness harness = harnesses.get();
                        harness.mock("Ask").accepts();
                        harness.start("{\"order\": 7}");
                        harness.start();
                    }));
        }
    }

    @Test
    void mocks_of_a_further_harness_of_a_test_are_judged_as_those_of_its_own() {
        assertThat(Runs.failureOf(UnusedInFurther.class)).contains("Ask").contains("MockTest.java");
    }

    @StateMachineTest("callback.asl.json")
    static class UnusedInFurther {
        @Test
        void test(Supplier<StateMachineHarness> harnesses) {
            harnesses.get().mock("Ask").accepts();
        }
    }

    @Test
    void unused_mocks_can_be_allowed() {
        Runs.passes(Allowed.class);
    }

    @StateMachineTest(value = "callback.asl.json", strictness = Strictness.LENIENT)
    static class Allowed {
        @BeforeEach
        void mock(StateMachineHarness harness) {
            harness.mock("Ask").accepts();
        }

        @Test
        void test() {}
    }

    @Test
    void a_test_that_failed_says_why_it_failed_and_names_its_unused_mocks_below() {
        assertThat(Runs.failures(Runs.run(Failed.class))).singleElement().satisfies(failure -> {
            assertThat(failure).hasMessage("the reason");
            assertThat(failure.getSuppressed())
                    .singleElement()
                    .asString()
                    .startsWith("A mocked response was never used.");
        });
    }

    @StateMachineTest("callback.asl.json")
    static class Failed {
        @Test
        void test(StateMachineHarness harness) {
            harness.mock("Ask").accepts();
            throw new AssertionError("the reason");
        }
    }

    @Test
    void a_call_that_nobody_mocked_fails_the_test() {
        assertThat(Runs.failureOf(Unmocked.class)).contains("Ask").contains("/States/Ask");
    }

    @StateMachineTest("callback.asl.json")
    static class Unmocked {
        @Test
        void test(StateMachineHarness harness) {
            harness.start("{\"order\": 7}");
        }
    }

    @Test
    void a_mock_that_was_called_is_no_matter() {
        Runs.passes(Called.class);
    }

    @StateMachineTest("callback.asl.json")
    static class Called {
        @Test
        void test(StateMachineHarness harness) {
            harness.mock("Ask").accepts();
            harness.start("{\"order\": 7}");
        }
    }
}
