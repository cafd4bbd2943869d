package io.github.asltestkit.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.internal.shard.Shard;
import io.github.asltestkit.mock.MockException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search: what it runs, in which order, how often, and what it refuses. */
class ExplorationTest {
    private static final String ORDER = """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge", "Payload.$": "$"},
                "Retry": [{"ErrorEquals": ["Bank.Busy"], "IntervalSeconds": 2, "MaxAttempts": 2}],
                "Catch": [{"ErrorEquals": ["Card.Declined"], "Next": "Refused"}],
                "Next": "Approve"},
              "Approve": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {"QueueUrl": "https://q", "MessageBody": {"t.$": "$$.Task.Token"}},
                "End": true},
              "Refused": {"Type": "Fail", "Error": "Refused"}
            }}""";

    private static StateMachineHarness harness() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("order.asl.json", ORDER));
        harness.mockLambda("charge").returns("{}");
        harness.mock("Approve").callbackSucceedsAfter(Duration.ofHours(1), "{}");
        return harness;
    }

    private static List<String> plans(ExplorationResult result) {
        return result.runs().stream().map(run -> run.plan().toString()).toList();
    }

    // ---- what is run ---------------------------------------------------------------------------------------------

    @Test
    void each_call_has_each_fault_once_and_always_where_it_may_come_again() {
        assertThat(plans(harness().explore("{}").result()))
                .containsExactly(
                        "no fault",
                        "Charge@1.1 fails Bank.Busy",
                        "Charge@1.1+ fails Bank.Busy",
                        "Charge@1.1 fails Card.Declined",
                        "Charge@1.1 fails Lambda.ServiceException",
                        "Charge@1.1 fails Lambda.AWSLambdaException",
                        "Charge@1.1 fails Lambda.SdkClientException",
                        "Charge@1.1 fails Lambda.ClientExecutionTimeoutException",
                        "Charge@1.1 fails Lambda.TooManyRequestsException",
                        "Charge@1.1 fails Exception",
                        "Charge@1.1 function-times-out Sandbox.Timedout",
                        "Charge@1.1 response-too-large",
                        "Approve@1.1 refused SQS.RequestThrottled",
                        "Approve@1.1 refused SQS.SdkClientException",
                        "Approve@1.1 worker-fails WorkerFailed",
                        "Approve@1.1 silent",
                        "Approve@1.1 answered-twice");
    }

    @Test
    void a_second_fault_comes_after_the_first() {
        List<String> plans = plans(harness().explore("{}").failures(2).result());

        assertThat(plans)
                .doesNotHaveDuplicates()
                .contains(
                        "Charge@1.1 fails Bank.Busy; Charge@1.2 fails Card.Declined",
                        "Charge@1.1 fails Bank.Busy; Approve@1.1 silent")
                .noneMatch(plan -> plan.startsWith("Approve") && plan.contains(";"));
    }

    @Test
    void a_refused_call_leaves_its_answer_to_the_retry() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("order.asl.json", ORDER));
        harness.mockLambda("charge").returns("{\"receipt\": 1}").thenReturns("{\"receipt\": 2}");
        harness.mock("Approve").callbackSucceedsAfter(Duration.ofHours(1), "{}");

        ExploredRun run = harness.explore("{}").run(Plan.parse("Charge@1.1 fails Bank.Busy"));

        assertThat(run.calls().ofState("Charge").size()).isEqualTo(2);
        assertThat(run.calls().ofState("Charge").succeeded()).isEqualTo(1);
        assertThat(run.calls().ofState("Charge").last().orElseThrow().answer()).contains("\"receipt\":1");
    }

    @Test
    void a_lost_response_is_an_error_to_the_state_and_a_success_to_the_world() {
        ExplorationResult result = harness().explore("{}").lostResponses().result();
        ExploredRun lost = result.runs().stream()
                .filter(run -> run.plan().toString().startsWith("Charge@1.1 response-lost"))
                .findFirst()
                .orElseThrow();

        assertThat(lost.error()).isEqualTo("Lambda.ClientExecutionTimeoutException");
        assertThat(lost.calls().ofState("Charge").succeeded()).isEqualTo(1);
    }

    /** A distributed Map whose items ask for an approval and then rest, beside a call a minute later. */
    private static Exploration approvals(Duration answered) {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("both.asl.json", """
                {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$.items", "End": true, "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Approve", "States": {
                      "Approve": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                        "Parameters": {"QueueUrl": "https://q", "MessageBody": {"t.$": "$$.Task.Token"}},
                        "Next": "Rest"},
                      "Rest": {"Type": "Wait", "Seconds": 3600, "End": true}}}}}},
                  {"StartAt": "Wait", "States": {
                    "Wait": {"Type": "Wait", "Seconds": 60, "Next": "Charge"},
                    "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                      "Parameters": {"FunctionName": "charge"}, "End": true}}}]}}}"""));
        harness.mockLambda("charge").returns("{}");
        harness.mock("Approve").callbackSucceedsAfter(answered, "{}");
        return harness.explore("{\"items\": [1, 2]}");
    }

    private static List<String> tokensLeft(Exploration exploration, String plan) {
        return exploration.run(Plan.parse(plan)).tokensLeftWaiting().stream()
                .map(call -> call.statePath())
                .toList();
    }

    @Test
    void a_token_of_a_child_execution_that_a_failure_ends_is_left_waiting() {
        Exploration slow = approvals(Duration.ofHours(1));

        assertThat(tokensLeft(slow, "Both[1]/Charge@1.1 fails Lambda.ServiceException"))
                .containsExactlyInAnyOrder("Both[0]/Each[0]/Approve", "Both[0]/Each[1]/Approve");
        assertThat(tokensLeft(slow, "Both[0]/Each[0]/Approve@1.1 worker-fails WorkerFailed"))
                .containsExactly("Both[0]/Each[1]/Approve");
        assertThat(tokensLeft(slow, "Both[0]/Each[0]/Approve@1.1 silent")).containsExactly("Both[0]/Each[0]/Approve");
        assertThat(tokensLeft(slow, "no fault")).isEmpty();
    }

    @Test
    void a_token_that_was_answered_before_a_failure_ends_its_child_execution_is_not_left() {
        assertThat(tokensLeft(approvals(Duration.ofSeconds(30)), "Both[1]/Charge@1.1 fails Lambda.ServiceException"))
                .isEmpty();
    }

    @Test
    void an_express_execution_may_run_twice() {
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse("express.asl.json", """
                {"StartAt": "Put", "States": {"Put": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem",
                  "Parameters": {"TableName": "t", "Item": {}}, "End": true}}}""").withType(io.github.asltestkit.StateMachineType.EXPRESS));
        harness.mock("Put").returns("{}");

        ExplorationResult result = harness.explore("{}").duplicates().result();

        assertThat(plans(result)).contains("express@1.1 executed-twice");
        assertThat(result.runs().get(1).calls().ofState("Put").succeeded()).isEqualTo(2);
    }

    @Test
    void the_calls_of_a_machine_that_is_started_go_wrong_too() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("parent.asl.json", """
                {"StartAt": "Start", "States": {"Start": {"Type": "Task",
                  "Resource": "arn:aws:states:::states:startExecution.sync:2",
                  "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:child"},
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Failed"}], "End": true},
                  "Failed": {"Type": "Pass", "End": true}}}"""));
        harness.add(StateMachine.parse("child.asl.json", """
                {"StartAt": "Work", "States": {"Work": {"Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true}}}"""));
        harness.mock("Work").returns("{}");

        ExplorationResult result = harness.explore("{}").result();

        assertThat(plans(result)).contains("child:Work@1.1 fails Lambda.ServiceException", "Start@1.1 job-never-ends");
        ExploredRun run = harness.explore("{}").run(Plan.parse("child:Work@1.1 fails Lambda.ServiceException"));
        assertThat(run.visited("Failed")).isTrue();
        assertThat(run.calls().ofState("Work").succeeded()).isZero();
    }

    @Test
    void the_items_of_a_map_fail_one_by_one_and_as_many_as_its_tolerance_allows_and_one_more() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("import.asl.json", """
                {"StartAt": "Import", "States": {"Import": {"Type": "Map", "ToleratedFailurePercentage": 50,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Load", "States": {"Load": {"Type": "Task",
                      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:load", "End": true}}},
                  "End": true}}}"""));
        harness.mock("Load").returns("{}");

        ExplorationResult result = harness.explore("[1, 2, 3, 4]").result();

        assertThat(plans(result))
                .contains("Import@1.1+ items-fail 2", "Import@1.1+ items-fail 3", "Import[3]/Load@1.1 fails Exception");
        assertThat(result.runs())
                .filteredOn(run -> run.plan().toString().contains("items-fail"))
                .extracting(run -> String.valueOf(run.error()))
                .containsExactly("null", "States.ExceedToleratedFailureThreshold");
    }

    @Test
    void what_the_copies_use_is_used() {
        StateMachineHarness harness = harness();
        harness.mock("Nobody").returns("{}");
        harness.explore("{}").result();

        assertThat(harness.mocks().unusedMocks()).contains("\"Nobody\"").doesNotContain("\"Approve\"");
    }

    // ---- the quota -----------------------------------------------------------------------------------------------

    @Test
    void a_run_that_waits_for_the_quota_is_ended_by_a_year() {
        List<ExploredRun> waiting = harness().explore("{}").failures(2).result().runs().stream()
                .filter(ExploredRun::waitsForTheQuota)
                .toList();
        assertThat(waiting).isNotEmpty().allMatch(run -> run.plan().toString().endsWith("Approve@1.1 silent"));

        StateMachineHarness byHand = StateMachineHarness.create(StateMachine.parse("order.asl.json", ORDER));
        byHand.mockLambda("charge").returns("{}");
        byHand.mock("Approve").accepts();
        Execution execution = byHand.run("{}");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        byHand.clock().advanceBy(Duration.ofDays(365).minusMillis(1));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        byHand.clock().advanceBy(Duration.ofMillis(1));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    }

    // ---- the same again ------------------------------------------------------------------------------------------

    private static String verdict(ExplorationResult result) {
        return result.runs().stream()
                .map(run -> run + " " + run.elapsed() + " " + run.output() + "\n")
                .collect(Collectors.joining("", result.table(), ""));
    }

    private static String histories(ExplorationResult result) {
        return result.runs().stream()
                .map(run -> run.inspection().history().toJson())
                .collect(Collectors.joining("\n"));
    }

    private static String digest(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    @Test
    void one_thread_and_eight_and_each_jdk_find_the_same_byte_for_byte() throws Exception {
        ExplorationResult alone =
                harness().explore("{}").failures(2).lostResponses().result();
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            ExplorationResult together = harness()
                    .explore("{}")
                    .failures(2)
                    .lostResponses()
                    .on(eight)
                    .result();
            assertThat(verdict(together)).isEqualTo(verdict(alone));
            assertThat(histories(together)).isEqualTo(histories(alone));
        } finally {
            eight.shutdownNow();
        }
        // Made on JDK 17, and held by each JDK that runs this test.
        assertThat(digest(verdict(alone))).isEqualTo("6c9d65ea41b61308");
    }

    @Test
    void eight_shards_run_each_run_once() {
        String whole =
                String.join("\n", plans(harness().explore("{}").failures(2).result()));
        List<String> parts = new ArrayList<>();
        String before = System.getProperty(Shard.PROPERTY);
        try {
            for (int index = 1; index <= 8; index++) {
                System.setProperty(Shard.PROPERTY, index + "/8");
                ExplorationResult part = harness().explore("{}").failures(2).result();
                assertThat(part.extent())
                        .contains(", of which shard " + index + "/8 ran "
                                + part.runs().size());
                parts.addAll(plans(part));
            }
        } finally {
            if (before == null) {
                System.clearProperty(Shard.PROPERTY);
            } else {
                System.setProperty(Shard.PROPERTY, before);
            }
        }
        assertThat(parts).containsExactlyInAnyOrder(whole.split("\n"));
    }

    @Test
    void a_sample_is_chosen_by_its_seed_and_says_so() {
        Exploration some = harness().explore("{}").failures(2).limit(20);

        assertThat(some.result().extent()).matches("sampled 20 of \\d+, seed 1");
        assertThat(some.result().isComplete()).isFalse();
        assertThat(plans(some.result())).hasSize(20).doesNotHaveDuplicates();
        assertThat(plans(some.limit(20).result())).isEqualTo(plans(some.result()));
        assertThat(plans(some.withSeed(2).result())).isNotEqualTo(plans(some.result()));
        assertThat(harness().explore("{}").failures(3).limit(20).result().extent())
                .matches("sampled 20 of at least \\d+, seed 1");
    }

    @Test
    void progress_counts_the_runs() {
        List<Exploration.Progress> told = new ArrayList<>();
        ExplorationResult result =
                harness().explore("{}").failures(2).onProgress(told::add).result();

        assertThat(told.get(told.size() - 1))
                .isEqualTo(new Exploration.Progress(result.runs().size(), result.total()));
    }

    // ---- plans ---------------------------------------------------------------------------------------------------

    @Test
    void a_plan_is_read_as_it_was_written() {
        for (ExploredRun run :
                harness().explore("{}").failures(2).lostResponses().result().runs()) {
            assertThat(Plan.parse(run.plan().toString())).isEqualTo(run.plan());
        }
        Choice odd = new Choice("Pay; 100% @ once", 2, 3, new Fault(Fault.Kind.FAILS, "a; b"), true);
        assertThat(Plan.parse(Plan.SCRIPT.with(odd).toString())).isEqualTo(Plan.SCRIPT.with(odd));
        assertThat(odd.description()).isEqualTo("Pay; 100% @ once (visit 2, attempt 3) fails with a; b, always");
    }

    @Test
    void a_run_of_a_plan_is_the_run_that_was_explored() {
        Exploration all = harness().explore("{}").failures(2);
        for (ExploredRun run : all.result().runs()) {
            assertThat(all.run(run.plan())).hasToString(run.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Charge", "Charge@1 fails X", "Charge@1.1 explodes", "Charge@1.1 fails", "Charge@0.1 silent"})
    void what_is_no_plan_is_refused_with_an_example(String text) {
        assertThatThrownBy(() -> Plan.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + text + "\" is no plan of an exploration: ")
                .hasMessageEndingWith("Write it as ChargeCard@1.2 fails Bank.Busy, and put ; between two.");
    }

    @Test
    void a_plan_whose_call_is_not_made_is_refused_with_the_calls() {
        assertThatThrownBy(() -> harness().explore("{}").run(Plan.parse("Charge@1.2 fails Bank.Busy")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        The run does not make the call of a choice of its plan.

                            plan: Charge@1.2 fails Bank.Busy
                          choice: Charge@1.2 fails Bank.Busy
                           calls: Charge@1.1, Approve@1.1""");
    }

    // ---- bad input -----------------------------------------------------------------------------------------------

    @Test
    void a_bound_of_zero_or_below_is_refused() {
        Exploration some = harness().explore("{}");
        assertThatThrownBy(() -> some.failures(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An exploration lets one call of a run go wrong or more, but failures(0) was asked for");
        assertThatThrownBy(() -> some.limit(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An exploration makes one run or more, but limit(-1) was asked for");
    }

    @Test
    void a_call_that_nobody_mocked_names_the_run_that_makes_it() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse(
                "order.asl.json", ORDER.replace("{\"Type\": \"Fail\", \"Error\": \"Refused\"}", """
                        {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                          "Parameters": {"TopicArn": "t", "Message": "m"}, "End": true}""")));
        harness.mockLambda("charge").returns("{}");
        harness.mock("Approve").callbackSucceedsAfter(Duration.ofHours(1), "{}");

        assertThatThrownBy(() -> harness.explore("{}").result())
                .isInstanceOf(UnmockedCallException.class)
                .hasMessageStartingWith("No mocked response matches the call made by Refused")
                .hasMessageEndingWith("""

                          The run of the exploration that makes this call:
                            Charge fails with Card.Declined
                        """);
    }

    @Test
    void what_cannot_be_copied_is_refused_at_once() {
        StateMachineHarness counting = StateMachineHarness.create(StateMachine.parse("order.asl.json", ORDER));
        List<String> calls = new ArrayList<>();
        counting.mockLambda("charge").answers(call -> {
            calls.add(call.statePath());
            return "{}";
        });
        assertThatThrownBy(() -> counting.explore("{}"))
                .isInstanceOf(MockException.class)
                .hasMessageStartingWith("The mock \"charge\" cannot be copied for each run of an exploration");

        StateMachineHarness stateless = StateMachineHarness.create(StateMachine.parse("order.asl.json", ORDER));
        String receipt = "r-" + calls.size();
        stateless.mockLambda("charge").answers(call -> "{\"receipt\": \"" + receipt + "\"}");
        stateless.mock("Approve").callbackSucceedsAfter(Duration.ofHours(1), "{}");
        assertThat(stateless.explore("{}").result().isComplete()).isTrue();

        StateMachineHarness objects = harness();
        objects.s3().bucket("b");
        assertThatThrownBy(() -> objects.explore("{}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The harness has objects in S3, which an exploration cannot copy for each run."
                        + " Script each run on its own: harness.explore(input, each -> ...).");
    }
}
