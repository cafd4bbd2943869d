package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.integration.UnmockedCallException;
import org.junit.jupiter.api.Test;

/** The whole texts; only the line numbers of this file are left out. */
class MockMessagesTest {
    private static final String RESERVE = """
            {"StartAt": "Reserve", "States": {"Reserve": {"Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": {"FunctionName": "reserve-stock", "Payload": {"sku": "A-1OO"}}, "End": true}}}""";

    private final StateMachineHarness harness =
            StateMachineHarness.create(StateMachine.parse("order.asl.json", RESERVE));

    private String unmocked() {
        Throwable thrown = catchThrowable(() -> harness.run("{}"));
        assertThat(thrown).isInstanceOf(UnmockedCallException.class);
        return withoutLines(thrown.getMessage());
    }

    private static String withoutLines(String text) {
        return text.replaceAll("\\.java:\\d+", ".java:N");
    }

    @Test
    void an_unmocked_call_shows_the_nearest_mock_field_by_field() {
        harness.mock("Ship").returns("{}");
        a_near_miss();

        assertThat(unmocked()).isEqualTo("""
                        No mocked response matches the call made by Reserve (attempt 1). The execution was stopped there.

                            resource: arn:aws:states:::lambda:invoke
                          parameters: {"FunctionName":"reserve-stock","Payload":{"sku":"A-1OO"}}
                                  at: /States/Reserve

                          closest of 2: "in stock"  -> at MockMessagesTest.a_near_miss(MockMessagesTest.java:N)

                            mocked response             | call
                            ----------------------------+-------------------------------
                            state        Reserve        | Reserve
                            Payload.sku  equals "A-100" | "A-1OO"               <<<<< differs at index 3: "0" expected, "O" sent
                            attempt      1              | 1

                          Add a mocked response for this call, or loosen the conditions above.
                        """);
    }

    @Test
    void an_unmocked_call_without_any_mock_says_how_to_script_one() {
        assertThat(unmocked()).isEqualTo("""
                        No mocked response matches the call made by Reserve (attempt 1). The execution was stopped there.

                            resource: arn:aws:states:::lambda:invoke
                          parameters: {"FunctionName":"reserve-stock","Payload":{"sku":"A-1OO"}}
                                  at: /States/Reserve

                          Nothing is mocked. Script an answer before the run, such as

                            harness.mock("Reserve").returns("{}");
                        """);
    }

    @Test
    void unused_mocks_are_named_with_their_places() {
        harness.mock("Reserve").returns("{}");
        unused();
        harness.mock("Ship").lenient().returns("{}");
        harness.run("{}");

        assertThat(withoutLines(String.valueOf(harness.mocks().unusedMocks()))).isEqualTo("""
                        A mocked response was never used.

                          "second try"  -> at MockMessagesTest.unused(MockMessagesTest.java:N)
                            state    Reserve
                            attempt  2

                          calls that were made: Reserve

                          Remove what is not needed, or mark it lenient() where it may stay unused.
                        """);
    }

    private void a_near_miss() {
        harness.mock("Reserve")
                .named("in stock")
                .withParameter("$.Payload.sku", "A-100")
                .onAttempt(1)
                .returns("{}");
    }

    private void unused() {
        harness.mock("Reserve").onAttempt(2).named("second try").returns("{}");
    }
}
