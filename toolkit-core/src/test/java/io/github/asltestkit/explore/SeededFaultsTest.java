package io.github.asltestkit.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Machines with one mistake, each beside its repaired twin, of which the mistake is the only difference. Every mistake is found with
 * two faults at most, and nothing is found in the twins.
 */
class SeededFaultsTest {
    private static final String TELL = """
            "Tell": {"Type": "Pass", "End": true}""";

    private static final String CATCH_ALL = """
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Tell"}],""";

    private static final String ORDER = """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge", "Payload.$": "$"}, "ResultPath": "$.charge",
                "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException"], "MaxAttempts": 2}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.failure", "Next": "Refund"}],
                "Next": "Ship"},
              "Ship": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                "Parameters": {"QueueUrl": "https://q", "MessageBody.$": "$.order"}, "ResultPath": null,
                "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.ship", "Next": "Refund"}],
                "End": true},
              "Refund": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "refund", "Payload": {"order.$": "$.order"}},
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Call the customer"}],
                "Next": "Failed"},
              "Call the customer": {"Type": "Pass", "Next": "Failed"},
              "Failed": {"Type": "Fail", "Error": "OrderFailed"}
            }}""";

    private static final String JOB = task("batch:submitJob.sync", """
            "TimeoutSeconds": 86400, "Parameters": {"JobName": "n", "JobQueue": "q", "JobDefinition": "d"},""");

    private static final String NESTED = task("states:startExecution.sync:2", """
            "TimeoutSeconds": 3600,
            "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:other"},""");

    private static final String HTTP = task("http:invoke", """
            "Parameters": {"Method": "POST", "ApiEndpoint": "https://api",
              "Authentication": {"ConnectionArn": "arn:aws:events:us-east-1:123456789012:connection/c/1"}},
            "Retry": [{"ErrorEquals":
              ["States.Http.StatusCode.429", "States.Http.StatusCode.503", "States.Http.Socket"], "MaxAttempts": 3}],""");

    private static final String STORE = task("dynamodb:updateItem", """
            "Parameters": {"TableName": "t", "Key": {"id": {"S": "1"}}, "UpdateExpression": "ADD n :one"},
            "Retry": [{"ErrorEquals": ["DynamoDB.ThrottlingException"], "MaxAttempts": 3}],""");

    private static final String EVENTS = task("events:putEvents", """
            "Parameters": {"Entries": [{"Detail": {}, "DetailType": "d", "Source": "s"}]},""");

    private static final String FUNCTION = """
            {"StartAt": "Work", "States": {
              "Work": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work",
                "TimeoutSeconds": 60,
                "Retry": [{"ErrorEquals": ["Lambda.ServiceException", "Lambda.AWSLambdaException",
                  "Lambda.SdkClientException", "Lambda.TooManyRequestsException"], "MaxAttempts": 3}],
                %s "End": true},
              %s}}""".formatted(CATCH_ALL, TELL);

    private static final String CONTAINER = """
            {"StartAt": "Work", "States": {
              "Work": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "TimeoutSeconds": 3600,
                "Parameters": {"Cluster": "c", "TaskDefinition": "t"},
                "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.failure", "Next": "Why"}], "End": true},
              "Why": {"Type": "Choice", "Choices": [
                {"Variable": "$.failure.Error", "StringEquals": "AmazonECS.Unknown", "Next": "Tell"}],
                "Default": "Tell"},
              %s}}""".formatted(TELL);

    private static final String CALLBACK = """
            {"StartAt": "Work", "States": {
              "Work": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "HeartbeatSeconds": 600, "TimeoutSeconds": 3600,
                "Parameters": {"QueueUrl": "https://q", "MessageBody": {"t.$": "$$.Task.Token"}},
                %s "End": true},
              "Tell": {"Type": "Choice", "Default": "Undo", "Choices": [
                {"Variable": "$.undone", "IsPresent": true, "Next": "End"}]},
              "Undo": {"Type": "Pass", "Next": "End"},
              "End": {"Type": "Succeed"}}}""".formatted(CATCH_ALL);

    private static final String ACTIVITY = """
            {"StartAt": "Work", "States": {
              "Work": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:inspect",
                "TimeoutSeconds": 900, %s "End": true},
              %s}}""".formatted(CATCH_ALL, TELL);

    private static final String BRANCHES = """
            {"StartAt": "Both", "States": {
              "Both": {"Type": "Parallel", "Branches": [
                {"StartAt": "Render", "States": {"Render": {"Type": "Task",
                  "Resource": "arn:aws:states:::ecs:runTask.sync", "TimeoutSeconds": 86400,
                  "Parameters": {"Cluster": "c", "TaskDefinition": "t"}, "End": true}}},
                {"StartAt": "Check", "States": {
                  "Check": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": {"FunctionName": "check"},
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Unchecked"}], "End": true},
                  "Unchecked": {"Type": "Pass", "End": true}}}
                ],
                %s "End": true},
              %s}}""".formatted(CATCH_ALL, TELL);

    private static final String APPROVALS = """
            {"StartAt": "Both", "States": {
              "Both": {"Type": "Parallel", "Branches": [
                {"StartAt": "Approve", "States": {"Approve": {"Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 86400,
                  "Parameters": {"QueueUrl": "https://q", "MessageBody": {"t.$": "$$.Task.Token"}}, "End": true}}},
                {"StartAt": "Check", "States": {
                  "Check": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": {"FunctionName": "check"},
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Unchecked"}], "End": true},
                  "Unchecked": {"Type": "Pass", "End": true}}}
                ],
                %s "End": true},
              %s}}""".formatted(CATCH_ALL, TELL);

    private static final String MAP = """
            {"StartAt": "Each", "States": {
              "Each": {"Type": "Map", "ItemsPath": "$.items", "ItemProcessor": {"StartAt": "Work", "States": {
                  "Work": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": {"FunctionName": "work", "Payload.$": "$"}, "End": true}}},
                %s "End": true},
              %s}}""".formatted(CATCH_ALL, TELL);

    private static final String IMPORT = """
            {"StartAt": "Import", "States": {
              "Import": {"Type": "Map", "ItemsPath": "$.items", "ToleratedFailureCount": 2,
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                  "StartAt": "Work", "States": {
                  "Work": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": {"FunctionName": "work", "Payload.$": "$"}, "End": true}}},
                "Catch": [{"ErrorEquals": ["States.ExceedToleratedFailureThreshold"], "Next": "Tell"}], "End": true},
              %s}}""".formatted(TELL);

    private static final String LOOP = """
            {"StartAt": "Work", "States": {
              "Work": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                "Parameters": {"QueueUrl": "https://q", "MessageBody": "m"},
                "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": null, "Next": "Wait a day"}], "End": true},
              "Wait a day": {"Type": "Wait", "Seconds": 86400, "Next": "Again?"},
              "Again?": {"Type": "Choice", "Default": "Tell", "Choices": [
                {"Variable": "$.tries", "IsPresent": true, "Next": "Work"}]},
              %s}}""".formatted(TELL);

    private static String task(String resource, String fields) {
        return """
                {"StartAt": "Work", "States": {
                  "Work": {"Type": "Task", "Resource": "arn:aws:states:::%s", %s %s "End": true},
                  %s}}""".formatted(resource, fields, CATCH_ALL, TELL);
    }

    /** A mistake: what it replaces in the repaired twin and by what, and which runs show it. */
    private record Seeded(
            String name,
            String repaired,
            String from,
            String to,
            boolean express,
            Consumer<StateMachineHarness> script,
            Predicate<ExploredRun> shows) {

        List<ExploredRun> found(boolean withMistake) {
            String text = withMistake ? mistaken() : repaired;
            StateMachine machine = StateMachine.parse("seeded.asl.json", text);
            StateMachineHarness harness =
                    StateMachineHarness.create(express ? machine.withType(StateMachineType.EXPRESS) : machine);
            script.accept(harness);
            ExplorationResult result = harness.explore("{\"order\": 7, \"items\": [1, 2, 3, 4]}")
                    .failures(2)
                    .lostResponses()
                    .result();
            assertThat(result.isComplete()).isTrue();
            return result.runs().stream().filter(shows).toList();
        }

        private String mistaken() {
            int at = repaired.indexOf(from);
            assertThat(at).as(from + " in " + repaired).isNotNegative();
            return repaired.substring(0, at) + to + repaired.substring(at + from.length());
        }
    }

    private final List<Seeded> seeded = new ArrayList<>();

    private void seed(
            String name,
            String repaired,
            String from,
            String to,
            Consumer<StateMachineHarness> script,
            Predicate<ExploredRun> shows) {
        seeded.add(new Seeded(name, repaired, from, to, false, script, shows));
    }

    // ---- the rules -----------------------------------------------------------------------------------------------

    private static boolean keepsTheMoney(ExploredRun run) {
        boolean refunded = run.calls().ofState("Refund").succeeded() > 0 || run.visited("Call the customer");
        return run.calls().ofState("Charge").succeeded() > 0 && !run.hasSucceeded() && !refunded;
    }

    private static boolean failsUntold(ExploredRun run) {
        return !run.hasSucceeded() && !run.visited("Tell");
    }

    /** One fault that comes and goes is what retries are for. */
    private static Predicate<ExploredRun> doesNotOutlast(String error) {
        return run -> run.plan().faults() == 1
                && !run.plan().choices().get(0).always()
                && Set.of(error)
                        .contains(String.valueOf(
                                run.plan().choices().get(0).fault().error()))
                && (!run.hasSucceeded() || run.visited("Tell"));
    }

    private static Predicate<ExploredRun> happensTwice(String state) {
        return run -> run.calls().ofState(state).succeeded() > 1;
    }

    private static boolean importsTooManyBadRows(ExploredRun run) {
        int bad =
                run.calls().ofState("Work").size() - run.calls().ofState("Work").succeeded();
        return bad > 2 && !run.visited("Tell");
    }

    // ---- the mistakes --------------------------------------------------------------------------------------------

    private static final String SHIP_CATCH = """
            "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.ship", "Next": "Refund"}],""";
    private static final String CHARGE_CATCH = """
            "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.failure", "Next": "Refund"}],""";
    private static final String REFUND_CATCH = """
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Call the customer"}],""";

    private void orders() {
        Consumer<StateMachineHarness> script = harness -> {
            harness.mockLambda("charge").returns("{\"receipt\": 1}");
            harness.mock("Ship").returns("{}");
            harness.mockLambda("refund").lenient().returns("{}");
        };
        Predicate<ExploredRun> money = SeededFaultsTest::keepsTheMoney;
        seed("no Catch of the shipping", ORDER, SHIP_CATCH, "", script, money);
        seed("no Catch of a charge whose response is lost", ORDER, CHARGE_CATCH, "", script, money);
        seed("a refund that is not reached", ORDER, SHIP_CATCH, SHIP_CATCH.replace("Refund", "Failed"), script, money);
        seed("a refund that fails, and nobody knows", ORDER, REFUND_CATCH, other(REFUND_CATCH), script, money);
        seed(
                "a Catch of one error of the service",
                ORDER,
                SHIP_CATCH,
                SHIP_CATCH.replace("States.ALL", "SQS.SdkClientException"),
                script,
                money);
        seed(
                "a Catch that drops the order",
                ORDER,
                SHIP_CATCH,
                SHIP_CATCH.replace("\"ResultPath\": \"$.ship\", ", ""),
                script,
                money);
        seed(
                "a Catch of timeouts alone",
                ORDER,
                CHARGE_CATCH,
                CHARGE_CATCH.replace("States.ALL", "States.Timeout"),
                script,
                money);
        seed(
                "a charge that is retried when its response is lost",
                ORDER,
                "\"Lambda.TooManyRequestsException\"",
                "\"Lambda.TooManyRequestsException\", \"Lambda.ClientExecutionTimeoutException\"",
                script,
                happensTwice("Charge"));
    }

    /** A Catcher that catches something else. */
    private static String other(String catcher) {
        return catcher.replace("States.ALL", "Some.OtherError");
    }

    private static Consumer<StateMachineHarness> returning(String response) {
        return harness -> harness.mock("Work").returns(response);
    }

    private static Consumer<StateMachineHarness> job() {
        return harness -> harness.mock("Work").jobSucceedsAfter(Duration.ofMinutes(5), "{}");
    }

    private static Consumer<StateMachineHarness> worker() {
        return harness -> harness.mock("Work").callbackSucceedsAfter(Duration.ofMinutes(5), "{}");
    }

    private void jobs() {
        Predicate<ExploredRun> waits = ExploredRun::waitsForTheQuota;
        Predicate<ExploredRun> untold = SeededFaultsTest::failsUntold;
        seed("a job without a deadline", JOB, "\"TimeoutSeconds\": 86400,", "", job(), waits);
        seed("a Catch of a job's failure alone", JOB, "States.ALL", "States.TaskFailed", job(), untold);
        seed("a Catch of a job's timeout alone", JOB, "States.ALL", "States.Timeout", job(), untold);
        seed("a container without a deadline", CONTAINER, "\"TimeoutSeconds\": 3600,", "", job(), waits);
        seed("a Choice of errors without a Default", CONTAINER, ",\n    \"Default\": \"Tell\"", "", job(), untold);
        seed("a nested execution without a deadline", NESTED, "\"TimeoutSeconds\": 3600,", "", job(), waits);
        seed("a Catch of another service's error", NESTED, "States.ALL", "Batch.ServerException", job(), untold);
    }

    private void workers() {
        String deadlines = "\"HeartbeatSeconds\": 600, \"TimeoutSeconds\": 3600,";
        Predicate<ExploredRun> untold = SeededFaultsTest::failsUntold;
        seed("a callback without a deadline", CALLBACK, deadlines, "", worker(), ExploredRun::waitsForTheQuota);
        seed(
                "a token that nobody gives up",
                CALLBACK,
                deadlines,
                "",
                worker(),
                run -> !run.tokensLeftWaiting().isEmpty());
        seed(
                "a Catch of a missed heartbeat alone",
                CALLBACK,
                "States.ALL",
                "States.HeartbeatTimeout",
                worker(),
                untold);
        seed("a Catch that forgets the worker's failure", CALLBACK, "States.ALL", "States.Timeout", worker(), untold);
        seed(
                "a deadline of a day where an hour was meant",
                CALLBACK,
                deadlines,
                "\"TimeoutSeconds\": 86400,",
                worker(),
                run -> run.elapsed().compareTo(Duration.ofHours(2)) > 0);
        seed(
                "work that was done a second late, and is not undone",
                CALLBACK,
                "\"IsPresent\": true",
                "\"IsPresent\": false",
                worker(),
                run -> run.visited("Tell") && run.calls().ofState("Work").succeeded() > 0 && !run.visited("Undo"));
        seed(
                "an Activity without a deadline",
                ACTIVITY,
                "\"TimeoutSeconds\": 900,",
                "",
                worker(),
                ExploredRun::waitsForTheQuota);
        seed("an Activity whose timeout nobody catches", ACTIVITY, "States.ALL", "WorkerFailed", worker(), untold);
    }

    private void branches() {
        Consumer<StateMachineHarness> renders = harness -> {
            harness.mock("Render").jobSucceedsAfter(Duration.ofHours(2), "{}");
            harness.mockLambda("check").returns("{}");
        };
        Consumer<StateMachineHarness> approves = harness -> {
            harness.mock("Approve").callbackSucceedsAfter(Duration.ofHours(2), "{}");
            harness.mockLambda("check").returns("{}");
        };
        String inner = "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Unchecked\"}],";
        Predicate<ExploredRun> untold = SeededFaultsTest::failsUntold;
        seed(
                "a branch that fails beside a job that cannot be cancelled",
                BRANCHES,
                inner,
                other(inner),
                renders,
                run -> !run.jobsLeftRunning().isEmpty()
                        && run.plan().choices().stream()
                                .noneMatch(choice -> choice.fault().kind() == Fault.Kind.RESPONSE_LOST));
        seed(
                "a branch that fails beside an approver",
                APPROVALS,
                inner,
                other(inner),
                approves,
                run -> !run.tokensLeftWaiting().isEmpty());
        seed("a Catch of other errors around the branches", BRANCHES, CATCH_ALL, other(CATCH_ALL), renders, untold);
        seed(
                "a branch without a deadline",
                BRANCHES,
                "\"TimeoutSeconds\": 86400,",
                "",
                renders,
                ExploredRun::waitsForTheQuota);
        seed("a Catch of other errors around the items", MAP, CATCH_ALL, other(CATCH_ALL), returning("{}"), untold);
        seed(
                "a tolerance that is off by one",
                IMPORT,
                "\"ToleratedFailureCount\": 2",
                "\"ToleratedFailureCount\": 3",
                returning("{}"),
                SeededFaultsTest::importsTooManyBadRows);
        seed(
                "a Catch of another error of a Map",
                IMPORT,
                "States.ExceedToleratedFailureThreshold",
                "States.ItemReaderFailed",
                returning("{}"),
                untold);
    }

    private void calls() {
        Predicate<ExploredRun> untold = SeededFaultsTest::failsUntold;
        String unavailable = "States.Http.StatusCode.503";
        String throttled = "States.Http.StatusCode.429";
        seed("no retry of 503", HTTP, ", \"" + unavailable + "\"", "", returning("{}"), doesNotOutlast(unavailable));
        seed("no retry of 429", HTTP, "\"" + throttled + "\", ", "", returning("{}"), doesNotOutlast(throttled));
        seed(
                "no retry of a throttled function",
                FUNCTION,
                ", \"Lambda.TooManyRequestsException\"",
                "",
                returning("{}"),
                doesNotOutlast("Lambda.TooManyRequestsException"));
        seed(
                "a Retrier that never retries",
                FUNCTION,
                "\"MaxAttempts\": 3",
                "\"MaxAttempts\": 0",
                returning("{}"),
                doesNotOutlast("Lambda.ServiceException"));
        seed(
                "a function that may take a quarter of an hour",
                FUNCTION,
                "\"TimeoutSeconds\": 60,",
                "",
                returning("{}"),
                run -> run.elapsed().compareTo(Duration.ofMinutes(10)) > 0);
        seed(
                "a Catch that forgets a response that is too large",
                FUNCTION,
                "States.ALL",
                "Sandbox.Timedout",
                returning("{}"),
                untold);
        seeded.add(new Seeded(
                "an Express execution that only its five minutes end",
                FUNCTION,
                "\"TimeoutSeconds\": 60,",
                "",
                true,
                returning("{}"),
                ExploredRun::waitsForTheQuota));
        seed(
                "an update that is done twice when its response is lost",
                STORE,
                "\"DynamoDB.ThrottlingException\"",
                "\"DynamoDB.ThrottlingException\", \"DynamoDB.SdkClientException\"",
                returning("{}"),
                happensTwice("Work"));
        seed(
                "a Catch that forgets a failed entry",
                EVENTS,
                "States.ALL",
                "EventBridge.SdkClientException",
                returning("{\"FailedEntryCount\": 0}"),
                untold);
        seed(
                "a loop without an end",
                LOOP,
                "\"IsPresent\": true",
                "\"IsPresent\": false",
                returning("{}"),
                ExploredRun::waitsForTheQuota);
    }

    private List<Seeded> all() {
        seeded.clear();
        orders();
        jobs();
        workers();
        branches();
        calls();
        return List.copyOf(seeded);
    }

    @TestFactory
    Stream<DynamicTest> a_mistake_is_found_with_two_faults_at_most() {
        return all().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.name(), () -> assertThat(one.found(true)).isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_found_in_the_repaired_twin() {
        return all().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.name(), () -> assertThat(one.found(false)).isEmpty()));
    }

    @Test
    void there_are_thirty_mistakes_or_more() {
        assertThat(all())
                .hasSizeGreaterThanOrEqualTo(30)
                .extracting(Seeded::name)
                .doesNotHaveDuplicates();
    }
}
