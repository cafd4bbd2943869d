package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.SingleStateResult.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a state leads, when it is retried, and with what it goes on. */
class SingleStateHandlersTest {

    private static SingleState retried(String retrier) {
        return SingleState.ofState(
                        "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"End\": true,"
                                + " \"Parameters\": {\"FunctionName\": \"f\"}, \"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]"
                                + (retrier.isEmpty() ? "" : ", " + retrier) + "}]}")
                .withError("Lambda.ServiceException");
    }

    /** The first row is AWS's own: "The backoff duration is 4 seconds (2 x 2.0^1)". */
    @ParameterizedTest(name = "{0}, retried {1} times")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 2.0                        | 1  | PT4S
            "IntervalSeconds": 1, "MaxAttempts": 5, "BackoffRate": 2.0                        | 4  | PT16S
            "IntervalSeconds": 1, "MaxAttempts": 5, "BackoffRate": 2.0                        | 5  | -
            "IntervalSeconds": 3, "BackoffRate": 1.5                                          | 1  | PT4S
            "IntervalSeconds": 3, "BackoffRate": 2, "MaxDelaySeconds": 4                      | 1  | PT4S
            "IntervalSeconds": 9, "BackoffRate": 1, "MaxAttempts": 99                         | 98 | PT9S
            "IntervalSeconds": 8, "JitterStrategy": "FULL"                                    | 0  | PT8S
            "MaxAttempts": 0                                                                  | 0  | -
            "BackoffRate": 2                                                                  | 2  | PT4S
            """)
    void a_retrier_waits_so_long(String retrier, int retries, Duration waits) {
        SingleStateResult result = retried(retrier).withRetries(retries).run();

        assertThat(result.status()).isEqualTo(waits == null ? Status.FAILED : Status.RETRIABLE);
        assertThat(result.retryAfter()).isEqualTo(waits);
        assertThat(result.retryIndex()).isZero();
        assertThat(result.nextState()).isNull();
    }

    private static final String BRANCH =
            "{\"StartAt\": \"In\", \"States\": {\"In\": {\"Type\": \"Task\", \"End\": true,"
                    + " \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\": {\"FunctionName\": \"f\"}}}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Type": "Parallel", "Branches": [%s]
            "Type": "Map", "ItemProcessor": %s
            """)
    void the_catchers_of_parallel_and_map_take_the_error_of_a_state_below(String fields) {
        SingleStateResult result = SingleState.ofState(
                        "{" + fields.formatted(BRANCH) + ", \"End\": true, \"Catch\": ["
                                + "{\"ErrorEquals\": [\"Other\"], \"Next\": \"No\"},"
                                + "{\"ErrorEquals\": [\"States.TaskFailed\"], \"ResultPath\": \"$[0]\", \"Next\": \"Handle\"}]}")
                .withInput("[0, 1]")
                .withError("Lambda.Unknown", "why")
                .withErrorCausedBy("In")
                .run();

        assertThat(result.status()).isEqualTo(Status.CAUGHT_ERROR);
        assertThat(result.catchIndex()).isEqualTo(1);
        assertThat(result.nextState()).isEqualTo("Handle");
        assertThat(result.output()).hasToString("[{\"Error\":\"Lambda.Unknown\",\"Cause\":\"why\"},1]");
    }

    private static final StateMachine NESTED = StateMachine.parse("nested.asl.json", """
            {"StartAt": "Both", "States": {
              "Both": {"Type": "Parallel", "Next": "Done", "Branches": [%s],
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 7}],
                "Catch": [{"ErrorEquals": ["Declined"], "Next": "Done"}]},
              "Done": {"Type": "Succeed"}}}""".formatted(BRANCH));

    /** "Errors propagate to parent state error handlers just as they would in a real execution." */
    @Test
    void an_error_that_a_nested_state_does_not_handle_goes_to_the_state_around_it() {
        SingleStateResult retried =
                SingleState.of(NESTED, "In").withError("Busy").withRetries(1).run();
        SingleStateResult caught =
                SingleState.of(NESTED, "In").withError("Declined").run();
        SingleStateResult failed =
                SingleState.of(NESTED, "In").withError("Other").run();

        assertThat(retried.retryAfter()).isEqualTo(Duration.ofSeconds(14));
        assertThat(retried.handledBy()).isEqualTo("Both");
        assertThat(caught.nextState()).isEqualTo("Done");
        assertThat(caught.handledBy()).isEqualTo("Both");
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.handledBy()).isNull();
    }

    @Test
    void an_error_of_a_child_execution_fails_it_alone() {
        StateMachine machine = StateMachine.parse("distributed.asl.json", """
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
                  "Retry": [{"ErrorEquals": ["States.ALL"]}],
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, %s}}}""".formatted(BRANCH.substring(1)));

        assertThat(SingleState.of(machine, "In").withError("Busy").run().status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_fail_state_takes_its_error_and_cause_from_paths_and_expressions() {
        SingleStateResult paths = SingleState.ofState("""
                        {"Type": "Fail", "ErrorPath": "$.e", "CausePath": "States.Format('no {}', $.what)"}""")
                .withInput(Map.of("e", "Out", "what", "stock"))
                .run();
        SingleStateResult expressions = SingleState.ofState("""
                        {"QueryLanguage": "JSONata", "Type": "Fail", "Error": "{% $states.input.e %}", "Cause": "{% 'no ' & $what %}"}""")
                .withInput(Map.of("e", "Out"))
                .withVariables(Map.of("what", "stock"))
                .run();

        assertThat(paths.error()).isEqualTo("Out");
        assertThat(paths.cause()).isEqualTo("no stock");
        assertThat(expressions.error()).isEqualTo("Out");
        assertThat(expressions.cause()).isEqualTo("no stock");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            "SecondsPath": "$.s"     | {"s": 0}                       | SUCCEEDED | -
            "SecondsPath": "$.s"     | {"s": 99999999}                | FAILED    | States.Timeout
            "SecondsPath": "$.s"     | {"s": -1}                      | FAILED    | States.Runtime
            "SecondsPath": "$.s"     | {"s": "x"}                     | FAILED    | States.Runtime
            "TimestampPath": "$.at"  | {"at": "2001-01-01T00:00:00Z"} | SUCCEEDED | -
            "TimestampPath": "$.at"  | {"at": "tomorrow"}             | FAILED    | States.Runtime
            """)
    void a_wait_state_takes_its_bounds(String field, String input, Status status, String error) {
        SingleStateResult result = SingleState.ofState("{\"Type\": \"Wait\", " + field + ", \"Next\": \"On\"}")
                .withInput(input)
                .run();

        assertThat(result.status()).isEqualTo(status);
        assertThat(result.error()).isEqualTo(error);
    }

    @Test
    void a_choice_assigns_and_hands_on_what_its_rule_says() {
        SingleState choice = SingleState.ofState("""
                {"QueryLanguage": "JSONata", "Type": "Choice", "Default": "Small", "Assign": {"size": "small"},
                 "Choices": [{"Condition": "{% $states.input.total > $limit %}", "Next": "Big",
                   "Assign": {"size": "big"}, "Output": "{% $states.input.total %}"}]}""").withVariables(Map.of("limit", 10));

        SingleStateResult big = choice.withInput(Map.of("total", 11)).run();
        SingleStateResult small = choice.withInput(Map.of("total", 10)).run();

        assertThat(big.nextState()).isEqualTo("Big");
        assertThat(big.output()).hasToString("11");
        assertThat(big.inspected("variables")).hasToString("{\"limit\":10,\"size\":\"big\"}");
        assertThat(small.nextState()).isEqualTo("Small");
        assertThat(small.inspected("variables")).hasToString("{\"limit\":10,\"size\":\"small\"}");
    }

    @Test
    void a_catcher_assigns_and_hands_on_what_it_says() {
        SingleStateResult caught = SingleState.ofState("""
                        {"QueryLanguage": "JSONata", "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                         "Arguments": {"FunctionName": "f"}, "Assign": {"paid": true}, "End": true,
                         "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refund", "Assign": {"paid": false},
                           "Output": "{% $states.errorOutput.Error & ' of ' & $states.input.order %}"}]}""")
                .withInput(Map.of("order", 7))
                .withError("Declined")
                .run();

        assertThat(caught.output()).hasToString("\"Declined of 7\"");
        assertThat(caught.inspected("variables")).hasToString("{\"paid\":false}");
    }

    @Test
    void a_succeed_state_yields_its_output() {
        assertThat(SingleState.ofState(
                                "{\"QueryLanguage\": \"JSONata\", \"Type\": \"Succeed\", \"Output\": \"{% 1 + 1 %}\"}")
                        .run()
                        .output())
                .hasToString("2");
        assertThat(SingleState.ofState("{\"Type\": \"Succeed\", \"InputPath\": \"$.a\", \"OutputPath\": \"$.b\"}")
                        .withInput("{\"a\": {\"b\": 3}}")
                        .run()
                        .output())
                .hasToString("3");
    }
}
