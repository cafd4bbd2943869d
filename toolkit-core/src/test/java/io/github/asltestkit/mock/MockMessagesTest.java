package io.github.asltestkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.integration.UnmockedCallException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
                                  at: order.asl.json:1:46  /States/Reserve

                          closest of 2: "in stock"  -> at MockMessagesTest.a_near_miss(MockMessagesTest.java:N)

                            mocked response             | call
                            ----------------------------+--------
                            state        Reserve        | Reserve
                            Payload.sku  equals "A-100" | "A-1OO"   <<<<< differs at index 3: "0" expected, "O" sent
                            attempt      1              | 1

                          Add a mocked response for this call, or loosen the conditions above.
                        """);
    }

    @Test
    void of_mocks_for_other_states_the_nearest_is_the_one_for_a_state_that_there_is_not() {
        StateMachineHarness two = StateMachineHarness.create(StateMachine.parse("two.asl.json", """
                {"StartAt": "Reserve", "States": {
                  "Reserve": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Ship"},
                  "Ship": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}"""));
        two.mock("Reserve").returns("{}");
        two.mock("Shipp").returns("{}");

        assertThatThrownBy(two::run)
                .hasMessageContaining("closest of 2: \"Shipp\"")
                .hasMessageContaining("No state is named \"Shipp\": did you mean \"Ship\"?");
    }

    @Test
    void an_unused_mock_for_a_state_that_there_is_not_is_told_with_the_name_that_was_probably_meant() {
        harness.mock("Line[2]/Reserv").returns("{}");

        assertThat(withoutLines(String.valueOf(harness.mocks().unusedMocks())))
                .contains("    state  Line[2]/Reserv\n    No state is named \"Reserv\": did you mean \"Reserve\"?\n");
    }

    @Test
    void an_unmocked_call_without_any_mock_says_how_to_script_one() {
        assertThat(unmocked()).isEqualTo("""
                        No mocked response matches the call made by Reserve (attempt 1). The execution was stopped there.

                            resource: arn:aws:states:::lambda:invoke
                          parameters: {"FunctionName":"reserve-stock","Payload":{"sku":"A-1OO"}}
                                  at: order.asl.json:1:46  /States/Reserve

                          Nothing is mocked. Script an answer before the run, such as

                            harness.mockLambda("reserve-stock").returns("{}");
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

                          Remove it if it is not needed, or mark it lenient() if it may stay unused.
                        """);
    }

    @Test
    void a_part_of_the_parameters_is_compared_field_by_field() {
        by_fields();

        assertThat(unmocked()).endsWith("""
                          closest of 1: "Reserve"  -> at MockMessagesTest.by_fields(MockMessagesTest.java:N)

                            mocked response                           | call
                            ------------------------------------------+----------------------------------
                            state              Reserve                | Reserve
                            FunctionName       equals "reserve"       | "reserve-stock"                     <<<<< differs
                            Payload.sku        equals "A-1OO"         | "A-1OO"
                            Payload.warehouse  equals 7               | (nothing)                           <<<<< differs
                            parameters         satisfy the assertions | Expecting actual: "reserve-stock"   <<<<< differs

                          Add a mocked response for this call, or loosen the conditions above.
                        """);
    }

    private void by_fields() {
        harness.mock("Reserve")
                .withParameters(Map.of("FunctionName", "reserve"))
                .withParameters("{\"Payload\": {\"sku\": \"A-1OO\", \"warehouse\": 7}}")
                .withParametersSatisfying(parameters ->
                        assertThat(parameters.path("FunctionName").asText()).startsWith("ship"))
                .returns("{}");
    }

    @Test
    void where_no_mock_is_about_the_state_one_is_proposed() {
        elsewhere();

        assertThat(unmocked()).isEqualTo("""
                        No mocked response matches the call made by Reserve (attempt 1). The execution was stopped there.

                            resource: arn:aws:states:::lambda:invoke
                          parameters: {"FunctionName":"reserve-stock","Payload":{"sku":"A-1OO"}}
                                  at: order.asl.json:1:46  /States/Reserve

                          closest of 1: "Reserv"  -> at MockMessagesTest.elsewhere(MockMessagesTest.java:N)

                            mocked response | call
                            ----------------+--------
                            state  Reserv   | Reserve   <<<<< differs

                          No state is named "Reserv": did you mean "Reserve"?

                          None is about this state or resource. Script an answer, such as

                            harness.mockLambda("reserve-stock").returns("{}");
                        """);
    }

    private void elsewhere() {
        harness.mock("Reserv").returns("{}");
    }

    @Test
    void a_mock_whose_calls_a_later_one_took_is_told_so() {
        harness.mock("Reserve").onAttempt(1).named("first try").returns("{}");
        later();
        harness.run("{}");

        assertThat(withoutLines(String.valueOf(harness.mocks().unusedMocks()))).isEqualTo("""
                        A mocked response was never used.

                          "first try"  -> at MockMessagesTest.a_mock_whose_calls_a_later_one_took_is_told_so(MockMessagesTest.java:N)
                            state    Reserve
                            attempt  1
                            Its calls were answered by "Reserve", which was given later
                              -> at MockMessagesTest.later(MockMessagesTest.java:N)

                          calls that were made: Reserve

                          Remove it if it is not needed, or mark it lenient() if it may stay unused.
                        """);
    }

    private void later() {
        harness.mock("Reserve").returns("{}");
    }

    @Test
    void a_mock_without_an_answer_is_told_at_the_first_call_and_at_the_end() {
        unfinished();

        assertThatThrownBy(() -> harness.run("{}"))
                .isInstanceOf(MockException.class)
                .extracting(thrown -> withoutLines(thrown.getMessage()))
                .isEqualTo("""
                        A mock of Reserve says which calls it answers, and not what happens to them. The execution was stopped there.

                                 mock of Reserve: -> at MockMessagesTest.unfinished(MockMessagesTest.java:N)
                          noticed at the call of: Reserve

                          End the sentence with an answer, such as returns("{}"), or remove the mock.
                        """);
        assertThat(withoutLines(String.valueOf(harness.mocks().unusedMocks()))).isEqualTo("""
                        A mock of Reserve says which calls it answers, and not what happens to them.

                          mock of Reserve: -> at MockMessagesTest.unfinished(MockMessagesTest.java:N)

                          End the sentence with an answer, such as returns("{}"), or remove the mock.
                        """);
    }

    private void unfinished() {
        harness.mock("Reserve").onAttempt(1);
    }

    @Test
    void an_answer_that_does_not_suit_the_call_is_refused_at_the_call() {
        a_job();

        assertThatThrownBy(() -> harness.run("{}"))
                .isInstanceOf(MockException.class)
                .extracting(thrown -> withoutLines(thrown.getMessage()))
                .isEqualTo("""
                        The mock "Reserve" ends a job, but Reserve does not submit one. The execution was stopped there.

                          resource: arn:aws:states:::lambda:invoke
                           pattern: Request Response
                                at: order.asl.json:1:46  /States/Reserve
                            mocked: "Reserve"  -> at MockMessagesTest.a_job(MockMessagesTest.java:N)

                          Such a call has its answer at once or after a time: returns(...), returnsAfter(...), fails(...), neverAnswers().
                        """);
    }

    private void a_job() {
        harness.mock("Reserve").jobNeverEnds();
    }

    @Test
    void every_answer_and_word_that_does_not_suit_is_refused() {
        List<Consumer<Mock>> unsuited = List.of(
                mock -> mock.accepts(),
                mock -> mock.callbackSucceedsAfter(Duration.ZERO, "{}"),
                mock -> mock.callbackFailsAfter(Duration.ZERO, "E", "c"),
                mock -> mock.jobSucceedsAfter(Duration.ZERO, "{}"),
                mock -> mock.jobFailsAfter(Duration.ZERO, "E", "c"),
                mock -> mock.jobNeverEnds(),
                mock -> mock.returns("{}").polledEvery(Duration.ofSeconds(1)),
                mock -> mock.returns("{}").whoseCancelFails("no"),
                mock -> mock.returns("{}").withHeartbeatsEvery(Duration.ofSeconds(1)));
        for (Consumer<Mock> each : unsuited) {
            StateMachineHarness fresh = StateMachineHarness.create(StateMachine.parse("order.asl.json", RESERVE));
            each.accept(fresh.mock("Reserve"));

            assertThatThrownBy(() -> fresh.run("{}"))
                    .isInstanceOf(MockException.class)
                    .satisfies(thrown -> assertThat(thrown.getMessage().replace('\n', ' '))
                            .matches(
                                    "The mock \"Reserve\" .*, but Reserve .*\\. The execution was stopped there\\..*"));
        }
    }

    @Test
    void no_Catch_of_the_definition_sees_that_a_mock_cannot_be() {
        StateMachineHarness caught = StateMachineHarness.create(
                StateMachine.parse(
                        "order.asl.json",
                        RESERVE.replace(
                                "\"End\": true",
                                "\"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}],"
                                        + " \"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Reserve\"}], \"End\": true")));
        caught.mock("Reserve").jobNeverEnds();

        assertThatThrownBy(() -> caught.run("{}")).isInstanceOf(MockException.class);
    }

    @Test
    void heartbeats_without_end_are_refused() {
        StateMachineHarness callback = StateMachineHarness.create(StateMachine.parse(
                "push.asl.json",
                RESERVE.replace("lambda:invoke", "lambda:invoke.waitForTaskToken")
                        .replace("\"sku\": \"A-1OO\"", "\"token.$\": \"$$.Task.Token\"")));
        callback.mock("Reserve").accepts().withHeartbeatsEvery(Duration.ofSeconds(5));

        assertThatThrownBy(() -> callback.run("{}"))
                .isInstanceOf(MockException.class)
                .extracting(thrown -> withoutLines(thrown.getMessage()))
                .isEqualTo("""
                        The mock "Reserve" sends heartbeats to the task of Reserve for ever, for its answer never ends it. The execution was
                        stopped there.

                              at: push.asl.json:1:46  /States/Reserve
                          mocked: "Reserve"  -> at MockMessagesTest.heartbeats_without_end_are_refused(MockMessagesTest.java:N)

                          Say how many there are: withHeartbeatsEvery(interval, times).
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
