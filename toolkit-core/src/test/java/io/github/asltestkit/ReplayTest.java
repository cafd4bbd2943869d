package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.replay.Departure;
import io.github.asltestkit.replay.Recording;
import io.github.asltestkit.replay.ReplayResult;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final String ORDER = """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {
                    "FunctionName": "charge-card",
                    "Payload": {"amount.$": "$.total", "order.$": "$$.Execution.Name", "at.$": "$$.State.EnteredTime"}
                  },
                  "ResultSelector": {"receipt.$": "$.Payload.receipt"},
                  "ResultPath": "$.charge",
                  "Retry": [{"ErrorEquals": ["Bank.Busy"], "IntervalSeconds": 2, "MaxAttempts": 2}],
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refund", "ResultPath": "$.error"}],
                  "Next": "Approve"
                },
                "Approve": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "HeartbeatSeconds": 600,
                  "Parameters": {
                    "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/approvals",
                    "MessageBody": {"token.$": "$$.Task.Token", "id.$": "States.UUID()"}
                  },
                  "ResultPath": "$.approval",
                  "Next": "Wait"
                },
                "Wait": {"Type": "Wait", "Seconds": 3600, "Next": "Ship"},
                "Ship": {"Type": "Pass", "End": true},
                "Refund": {"Type": "Fail", "Error": "Order.Refunded"}
              }
            }
            """;

    private static final StateMachine MACHINE = StateMachine.parse("order.asl.json", ORDER);

    /** The card is charged at the second try; the approver takes half an hour, with a heartbeat in between. */
    private static Recording recorded() {
        StateMachineHarness harness =
                StateMachineHarness.create(MACHINE, HarnessOptions.defaults().withSeed(77));
        harness.mock("Charge").fails("Bank.Busy", "try later").thenReturns("{\"Payload\": {\"receipt\": \"r-1\"}}");
        harness.mock("Approve").accepts("{\"MessageId\": \"m-1\"}");
        Execution execution = harness.start("{\"total\": 12.50, \"placed\": \"2023-12-31T23:00:00Z\"}");
        harness.clock().advanceBy(Duration.ofSeconds(2));
        harness.clock().advanceBy(Duration.ofMinutes(9));
        harness.sendTaskHeartbeat(execution.taskToken("Approve"));
        harness.clock().advanceBy(Duration.ofMinutes(9));
        harness.sendTaskSuccess(execution.taskToken("Approve"), "{\"by\": \"Ada\"}");
        harness.runToEnd(execution);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        return Recording.parse("happy.json", execution.history().toJson());
    }

    private static StateMachine changed(String from, String to) {
        assertThat(ORDER).contains(from);
        return StateMachine.parse("order.asl.json", ORDER.replace(from, to), PartialParameters.ALLOWED);
    }

    /** A state between the approval and the wait. */
    private static StateMachine withCheck() {
        return StateMachine.parse(
                "order.asl.json",
                ORDER.replace("\"Next\": \"Wait\"", "\"Next\": \"Check\"")
                        .replace(
                                "\"Refund\": {", "\"Check\": {\"Type\": \"Pass\", \"Next\": \"Wait\"}, \"Refund\": {"));
    }

    private static Departure departure(ReplayResult result) {
        return Objects.requireNonNull(result.departure(), "the replay does not depart");
    }

    @Test
    void a_history_of_our_own_replays_with_its_times_retries_and_tokens() {
        ReplayResult result = Replay.of(MACHINE, recorded()).run();

        assertThat(result.message()).isNull();
        assertThat(result.isFaithful()).isTrue();
        assertThat(Duration.between(
                        result.replayed().startedAt(), result.replayed().endedAt()))
                .isEqualTo(Duration.ofHours(1).plusMinutes(18).plusSeconds(2));
    }

    @Test
    void ids_names_tokens_uuids_and_instants_of_the_clock_count_as_the_same() {
        ReplayResult result = Replay.of(MACHINE, recorded()).run();

        String recordedToken = recorded()
                .inspection()
                .visits("Approve")
                .get(0)
                .attempts()
                .get(0)
                .parameters()
                .toString();
        String replayedToken = result.replayed()
                .visits("Approve")
                .get(0)
                .attempts()
                .get(0)
                .parameters()
                .toString();
        assertThat(replayedToken).isNotEqualTo(recordedToken);
        assertThat(result.isFaithful()).isTrue();
    }

    @Test
    void an_instant_of_the_input_does_not_count_as_one_of_the_clock() {
        StateMachine machine = changed("\"at.$\": \"$$.State.EnteredTime\"", "\"at.$\": \"$.placed\"");

        assertThat(departure(Replay.of(machine, recorded()).run()).kind()).isEqualTo(Departure.Kind.PARAMETERS);
    }

    @Test
    void another_path_is_shown_side_by_side_with_its_reason() {
        StateMachine machine = changed("\"Bank.Busy\"", "\"Bank.Closed\"");

        assertThat(Replay.of(machine, recorded()).run().message()).isEqualTo("""
                The execution recorded in happy.json runs differently on order.asl.json today: Charge is attempted once instead of 2
                times.

                  recorded                | replayed
                  ------------------------+----------------
                  +0s  Charge  2 attempts | +0s  Charge       <<<<< differs
                  +2s  Approve            | +0s  Refund
                  +18m2s  Wait            | (ended: FAILED)

                  why: Charge failed with Bank.Busy, caught and led to Refund: try later
                   at: order.asl.json:4:15  /States/Charge

                  If the change is meant, record the execution again.""");
    }

    @Test
    void a_state_that_was_inserted_departs_from_the_path() {
        assertThat(Replay.of(withCheck(), recorded()).run().message()).isEqualTo("""
                The execution recorded in happy.json runs differently on order.asl.json today: it takes another path, at position 3.

                  recorded                | replayed
                  ------------------------+------------------------
                  +0s  Charge  2 attempts | +0s  Charge  2 attempts
                  +2s  Approve            | +2s  Approve
                  +18m2s  Wait            | +18m2s  Check             <<<<< departs here
                  +1h18m2s  Ship          | +18m2s  Wait
                  (ended: SUCCEEDED)      | +1h18m2s  Ship

                  at: order.asl.json:17:16  /States/Approve

                  If the change is meant, declare it with renamed("Wait", "Check"), or record the execution again.""");
    }

    @Test
    void other_parameters_are_shown_place_by_place_and_can_be_declared() {
        StateMachine machine = changed("\"amount.$\": \"$.total\"", "\"amount\": 13, \"currency\": \"EUR\"");

        assertThat(Replay.of(machine, recorded()).run().message()).isEqualTo("""
                The execution recorded in happy.json runs differently on order.asl.json today: Charge calls with other parameters.

                  recorded  | replayed
                  ----------+---------
                  12.50     | 13         <<<<< at /Payload/amount
                  (nothing) | "EUR"      <<<<< at /Payload/currency

                  at: order.asl.json:4:15  /States/Charge

                  If the change is meant, declare it with ignoring("Charge", "$.Payload.amount"), or record the execution again.""");
        assertThat(Replay.of(machine, recorded())
                        .ignoring("Charge", "$.Payload.amount")
                        .ignoring("$..currency")
                        .run()
                        .message())
                .isNull();
    }

    @Test
    void another_output_is_a_departure_at_the_end() {
        StateMachine machine = changed("\"ResultPath\": \"$.approval\"", "\"ResultPath\": \"$.approved\"");

        Departure departure = departure(Replay.of(machine, recorded()).run());

        assertThat(departure.kind()).isEqualTo(Departure.Kind.OUTPUT);
        assertThat(departure.differences())
                .extracting(difference -> difference.pointer())
                .containsExactly("/approval", "/approved");
    }

    @Test
    void another_resource_is_a_departure() {
        StateMachine machine = changed(
                "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "arn:aws:states:::sns:publish.waitForTaskToken");

        assertThat(departure(Replay.of(machine, recorded()).run()).kind()).isEqualTo(Departure.Kind.RESOURCE);
    }

    @Test
    void a_heartbeat_limit_shorter_than_the_worker_needed_times_out() {
        StateMachine machine = changed("\"HeartbeatSeconds\": 600", "\"HeartbeatSeconds\": 60");

        assertThat(departure(Replay.of(machine, recorded()).run()).kind()).isEqualTo(Departure.Kind.OUTCOME);
    }

    @Test
    void a_state_that_was_renamed_is_declared() {
        StateMachine machine = StateMachine.parse("order.asl.json", ORDER.replace("Approve", "AskForApproval"));

        assertThat(Replay.of(machine, recorded()).run().isFaithful()).isFalse();
        assertThat(Replay.of(machine, recorded())
                        .renamed("Approve", "AskForApproval")
                        .run()
                        .message())
                .isNull();
    }

    @Test
    void a_placeholder_stands_for_what_it_was_in_production() {
        StateMachine production =
                StateMachine.parse("ship.asl.json", ship("arn:aws:lambda:eu-west-1:999999999999:function:ship"));
        StateMachineHarness harness = StateMachineHarness.create(production);
        harness.mock("Ship").returns("{}");
        Recording recording =
                Recording.parse("shipped.json", harness.run().history().toJson());

        assertThat(Replay.of(StateMachine.parse("ship.asl.json", ship("${ShipFunction}")), recording)
                        .run()
                        .message())
                .isNull();
    }

    private static String ship(String resource) {
        return """
                {"StartAt": "Ship", "States": {"Ship": {"Type": "Task", "Resource": "%s", "End": true}}}""".formatted(resource);
    }

    @Test
    void a_call_that_was_not_recorded_stops_the_replay_and_says_so() {
        StateMachine machine = changed("\"Type\": \"Pass\", \"End\": true", """
                "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {}, "End": true""");

        assertThat(Replay.of(machine, recorded()).run().message())
                .contains(
                        "why: The recording happy.json holds no such call of Ship (attempt 1, arn:aws:states:::sns:publish).");
    }

    @Test
    void an_execution_that_was_stopped_is_stopped_again() {
        StateMachineHarness harness = StateMachineHarness.create(MACHINE);
        harness.mock("Charge").returns("{\"Payload\": {\"receipt\": \"r-1\"}}");
        harness.mock("Approve").accepts();
        Execution execution = harness.start("{\"total\": 1}");
        harness.clock().advanceBy(Duration.ofMinutes(5));
        harness.stop(execution, "Operator", "no longer wanted");

        ReplayResult result = Replay.of(
                        MACHINE,
                        Recording.parse("stopped.json", execution.history().toJson()))
                .run();

        assertThat(result.message()).isNull();
        assertThat(result.replayed().status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void an_execution_that_was_redriven_is_redriven_again() {
        StateMachine machine = StateMachine.parse("ship.asl.json", ship("arn:aws:states:::lambda:invoke"));
        StateMachineHarness harness = StateMachineHarness.create(machine);
        harness.mock("Ship").fails("Broken", "twice").thenReturns("{\"sent\": true}");
        Execution execution = harness.run();
        harness.clock().advanceBy(Duration.ofHours(5));
        harness.redrive(execution);
        harness.runToEnd(execution);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);

        assertThat(Replay.of(
                                machine,
                                Recording.parse(
                                        "redriven.json", execution.history().toJson()))
                        .run()
                        .message())
                .isNull();
    }

    @Test
    void an_execution_that_still_ran_is_compared_as_far_as_it_was_recorded() {
        StateMachineHarness harness = StateMachineHarness.create(MACHINE);
        harness.mock("Charge").returns("{\"Payload\": {\"receipt\": \"r-1\"}}");
        harness.mock("Approve").accepts();
        Execution execution = harness.start("{\"total\": 1}");
        harness.clock().advanceBy(Duration.ofMinutes(5));

        assertThat(Replay.of(
                                MACHINE,
                                Recording.parse(
                                        "running.json", execution.history().toJson()))
                        .run()
                        .message())
                .isNull();
    }

    @Test
    void without_data_the_path_alone_is_held_against_the_definition() {
        Recording recording = Recording.parse("bare.json", withoutData(recorded()));

        assertThat(recording.hasData()).isFalse();
        assertThat(Replay.of(MACHINE, recording).run().message()).isNull();
        assertThat(Replay.of(withCheck(), recording).run().message()).isEqualTo("""
                        The path recorded in bare.json cannot be taken through order.asl.json today.

                          recorded: event 16, Wait was entered
                             today: Wait cannot be entered here: Approve leads to Check
                                at: order.asl.json:17:16  /States/Approve

                          The recording has no data, so it was not run: only its path was compared with the definition.""");
    }

    private static String withoutData(Recording recording) {
        return recording
                .history()
                .toJson()
                .replaceAll(",?\\s*\"(?:input|output|parameters)\": \"(?:[^\"\\\\]|\\\\.)*\"", "")
                .replace("{,", "{");
    }

    @Test
    void verify_fails_with_the_message() {
        Replay replay = Replay.of(changed("\"Bank.Busy\"", "\"Bank.Closed\""), recorded());

        assertThatThrownBy(replay::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessage(replay.run().message());
    }
}
