package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.MockConfig;
import io.github.asltestkit.junit.MockConfigTest;
import io.github.asltestkit.junit.MockTestCase;
import io.github.asltestkit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** The mock files that Step Functions Local reads, as they are. */
@StateMachineTest("order.asl.json")
class MockFileTest {
    private static final String ORDER = "{\"order\": 7, \"total\": 129.90}";

    // tag::one[]
    @Test
    @MockConfig(value = "order-mocks.json", testCase = "BusyBank")
    void the_third_try_goes_through(StateMachineHarness harness) {
        assertThat(harness.run(ORDER)).hasSucceeded().state("ChargeCard").wasAttempted(3);
    }
    // end::one[]

    // tag::all[]
    @MockConfigTest("order-mocks.json")
    void every_test_case_of_the_file_ends_well(StateMachineHarness harness, MockTestCase testCase) {
        assertThat(harness.run(ORDER)).as(testCase.name()).hasSucceeded();
    }
    // end::all[]
}
