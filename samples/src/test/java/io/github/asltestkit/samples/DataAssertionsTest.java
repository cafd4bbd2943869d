package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.AslAssertions.assertThatDiagnostics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.asltestkit.BehaviourDiff;
import io.github.asltestkit.SingleState;
import io.github.asltestkit.SingleStateResult;
import io.github.asltestkit.SingleStateResult.Status;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.CoverageCounter;
import io.github.asltestkit.coverage.ItemKind;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.history.ExecutionStatus;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every assertion on JSON, one state alone, definitions and coverage, as it holds and with the verdict of its failure. */
class DataAssertionsTest extends EveryAssertion {
    @Test
    void json() throws Exception {
        // tag::json[]
        JsonNode order = new ObjectMapper()
                .readTree(
                        "{\"sku\": \"A-1\", \"price\": 9.9, \"tags\": [\"new\", \"red\"], \"gift\": true, \"note\": null}");
        var json = assertThat(order);

        json.isEqualTo(
                "{\"sku\": \"A-1\", \"price\": 9.9, \"tags\": [\"new\", \"red\"], \"gift\": true, \"note\": null}");
        fails(() -> json.isEqualTo("{}"), "The JSON value is not the JSON expected, first at /sku.");

        json.isNotEqualTo("{}");
        fails(
                () -> json.node("/sku").isNotEqualTo("A-1"),
                "/sku of the JSON value was expected to be different JSON, but it is this.");

        json.contains("{\"sku\": \"A-1\"}");
        fails(
                () -> json.contains("{\"sku\": \"A-2\"}"),
                "The JSON value is not JSON that contains what is expected, first at /sku.");

        json.ignoring("/price", "/tags/*", "/gift", "/note").isEqualTo("{\"sku\": \"A-1\", \"tags\": [1, 2]}");
        fails(
                () -> json.ignoring("/price").isEqualTo("{\"sku\": \"A-1\"}"),
                "The JSON value is not the JSON expected, first at /tags.");

        json.node("/tags").ignoringArrayOrder().isEqualTo("[\"red\", \"new\"]");
        fails(
                () -> json.node("/tags").ignoringArrayOrder().isEqualTo("[\"red\"]"),
                "/tags of the JSON value is not the JSON expected, first at /1.");

        json.node("/tags").containsExactly("new", "red");
        fails(
                () -> json.node("/tags").containsExactly("red", "new"),
                "/tags of the JSON value is not the array expected, first at /0.");

        json.node("/tags").containsExactlyInAnyOrder("red", "new");
        fails(
                () -> json.node("/tags").containsExactlyInAnyOrder("red", "old"),
                "/tags of the JSON value is not the array expected, in any order, first at /1.");

        json.node("/tags/0").isEqualTo("new");
        fails(() -> json.node("/tags/2"), "The JSON value has nothing at /tags/2.");

        json.hasNoNode("/tags/2");
        fails(() -> json.hasNoNode("/tags/0"), "The JSON value has a value at /tags/0, but none was expected.");

        json.jsonPath("$.tags[*]").hasSize(2);
        fails(() -> json.jsonPath("$.colour"), "The JSON value has nothing at $.colour.");

        json.node("/note").isJsonNull();
        fails(() -> json.node("/sku").isJsonNull(), "/sku of the JSON value is not the JSON expected.");

        json.node("/tags").hasSize(2);
        fails(() -> json.node("/tags").hasSize(3), "/tags of the JSON value does not have the expected size.");

        json.node("/sku").asText().startsWith("A-");
        fails(() -> json.node("/price").asText(), "/price of the JSON value does not have the expected JSON type.");

        json.node("/price").asNumber().isPositive();
        fails(() -> json.node("/sku").asNumber(), "/sku of the JSON value does not have the expected JSON type.");

        json.node("/gift").asBoolean().isTrue();
        fails(() -> json.node("/sku").asBoolean(), "/sku of the JSON value does not have the expected JSON type.");

        json.node("/tags").elements().hasSize(2);
        fails(() -> json.node("/sku").elements(), "/sku of the JSON value does not have the expected JSON type.");

        json.node("/tags").convertedTo(List.class).isEqualTo(List.of("new", "red"));
        fails(() -> json.node("/tags").convertedTo(List.class).isEqualTo(List.of("red")), "[/tags of the JSON value]");
        // end::json[]
    }

    @Test
    void one_state_alone() {
        // tag::onestate[]
        SingleState charge = SingleState.of(ORDER, "ChargeCard").withInput("{\"order\": 7, \"total\": 12}");
        SingleStateResult done = SingleState.of(ORDER, "NotifyCustomer")
                .withInput("{\"order\": 7}")
                .run();

        assertThat(charge.withResult("{\"Payload\": {\"receipt\": \"r-1\"}}").run())
                .hasSucceeded();
        fails(
                () -> assertThat(charge.withError("Bank.Busy").run()).hasSucceeded(),
                "ChargeCard did not end as expected.");

        assertThat(charge.withError("States.Runtime").run()).hasFailed();
        fails(() -> assertThat(charge.withError("Bank.Busy").run()).hasFailed(), "ChargeCard did not end as expected.");

        assertThat(charge.withError("Bank.Busy").run()).isRetriable();
        fails(
                () -> assertThat(charge.withError("States.Runtime").run()).isRetriable(),
                "ChargeCard did not end as expected.");

        assertThat(charge.withError("Payment.Declined").run()).isCaught();
        fails(
                () -> assertThat(charge.withError("States.Runtime").run()).isCaught(),
                "ChargeCard did not end as expected.");

        assertThat(charge.withError("Bank.Busy").run()).hasStatus(Status.RETRIABLE);
        fails(
                () -> assertThat(charge.withError("Bank.Busy").run()).hasStatus(Status.FAILED),
                "ChargeCard did not end as expected.");

        assertThat(charge.withError("Bank.Busy").run()).failedWith("Bank.Busy");
        fails(
                () -> assertThat(charge.withError("Bank.Busy").run()).failedWith("Bank.Closed"),
                "ChargeCard did not fail as expected.");

        assertThat(charge.withError("Bank.Busy").run()).retriesAfter(Duration.ofSeconds(2));
        fails(
                () -> assertThat(charge.withError("Bank.Busy").run()).retriesAfter(Duration.ofSeconds(3)),
                "ChargeCard would be retried after a different time.");

        assertThat(charge.withError("Bank.Busy").run()).matchedRetrier(0);
        fails(
                () -> assertThat(charge.withError("States.Runtime").run()).matchedRetrier(0),
                "The error of ChargeCard matched no Retrier.");

        assertThat(charge.withError("Payment.Declined").run()).wasCaughtBy(0);
        fails(
                () -> assertThat(charge.withError("Payment.Declined").run()).wasCaughtBy(1),
                "The error of ChargeCard was caught by another Catcher.");

        assertThat(charge.withError("Payment.Declined").run()).movesTo("RefundOrder");
        fails(
                () -> assertThat(charge.withError("Payment.Declined").run()).movesTo("ShipOrder"),
                "ChargeCard does not lead to the expected state.");

        assertThat(charge.withError("States.Runtime").run()).endsTheExecution();
        fails(
                () -> assertThat(charge.withError("Payment.Declined").run()).endsTheExecution(),
                "ChargeCard was expected to end the execution, but it leads on.");

        assertThat(done).hasOutput("{\"order\": 7}");
        fails(
                () -> assertThat(done).hasOutput("{}"),
                "Output of NotifyCustomer is not the JSON expected, first at /order.");

        assertThat(done).output().node("/order").isEqualTo(7);
        fails(
                () -> assertThat(charge.withError("Bank.Busy").run()).output(),
                "Output of ChargeCard is not there: the state is RETRIABLE.");

        assertThat(charge.withError("States.Runtime").run())
                .inspected("afterParameters")
                .node("/Payload/order")
                .isEqualTo(7);
        fails(
                () -> assertThat(charge.withError("States.Runtime").run()).inspected("afterArguments"),
                "ChargeCard took no step afterArguments.");
        // end::onestate[]
    }

    @Test
    void the_problems_of_a_definition() {
        // tag::problems[]
        var targets = assertThatDiagnostics(() -> StateMachine.load("broken/targets.asl.json"));

        assertThatDiagnostics(stopped.stateMachine().diagnostics()).isEmpty();
        fails(() -> targets.isEmpty(), "The definition was expected to have no problems, but it has 4.");

        assertThatDiagnostics(shipped.stateMachine().diagnostics()).hasNoErrors();
        fails(() -> targets.hasNoErrors(), "The definition was expected to have no errors, but it has 4.");

        targets.contains("MISSING_TRANSITION_TARGET");
        fails(
                () -> targets.contains("MISSING_END_STATE"),
                "The definition was expected to have a problem MISSING_END_STATE, but it has others.");

        targets.contains("MISSING_TRANSITION_TARGET", "/States/ValidateOrder/Next");
        fails(
                () -> targets.contains("MISSING_TRANSITION_TARGET", "/States/Notify/Next"),
                "The definition was expected to have a problem MISSING_TRANSITION_TARGET at /States/Notify/Next, but it has others.");

        targets.doesNotContain("MISSING_END_STATE");
        fails(
                () -> targets.doesNotContain("MISSING_TRANSITION_TARGET"),
                "The definition was expected to have no MISSING_TRANSITION_TARGET, but it has one.");

        targets.containsExactly(
                "MISSING_TRANSITION_TARGET",
                "SCHEMA_VALIDATION_FAILED",
                "SCHEMA_VALIDATION_FAILED",
                "SCHEMA_VALIDATION_FAILED");
        fails(
                () -> targets.containsExactly("MISSING_TRANSITION_TARGET"),
                "The problems of the definition are not the expected ones.");

        targets.elements().hasSize(4);
        fails(() -> targets.elements().isEmpty(), "[problems of the definition]");
        // end::problems[]
    }

    @Test
    void coverage() {
        // tag::coverage[]
        CoverageCounter counter = CoverageCounter.of(ORDER.definition());
        counter.add(shipped.history(), shipped.notes());
        var one = assertThat(counter.coverage());
        counter.add(declined.history(), declined.notes());
        var both = assertThat(counter.coverage());

        both.isAtLeast(80);
        fails(() -> one.isAtLeast(80), "The executions cover less of order.asl.json than expected.");

        assertThat(Coverage.NONE).isComplete();
        fails(() -> one.isComplete(), "The executions were expected to cover everything in order.asl.json.");

        both.coversAll(ItemKind.STATE, ItemKind.RETRIER);
        fails(
                () -> one.coversAll(ItemKind.STATE),
                "The executions were expected to cover each STATE in order.asl.json.");

        both.coversState("RefundOrder");
        fails(
                () -> one.coversState("RefundOrder"),
                "The executions were expected to cover all of RefundOrder in order.asl.json.");
        // end::coverage[]
    }

    @Test
    void exploration() {
        // tag::exploration[]
        Exploration order = explore("order.asl.json", "{\"order\": 7, \"total\": 12}", harness -> {
            harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
            harness.mock("ShipOrder").returns("{}");
        });
        Exploration before = explore("explore/keeps-the-money.asl.json", "{\"order\": 7, \"total\": 12}", harness -> {
            harness.mockLambda("charge-card").answers(new Receipts()::next);
            harness.mock("ShipOrder").returns("{}");
        });
        Exploration job = explore(
                "explore/waits-for-a-year.asl.json",
                "{\"order\": 7}",
                harness -> harness.mock("Submit Batch job").jobSucceedsAfter(Duration.ofHours(6), "{}"));
        Exploration approval = explore(
                "explore/waits-for-a-worker.asl.json",
                "{\"order\": 7}",
                harness -> harness.mock("Approve").callbackSucceedsAfter(Duration.ofHours(2), "{}"));

        Exploration video = explore("publish-video.asl.json", "{\"video\": 7}", harness -> {
            harness.mock("Render").jobSucceedsAfter(Duration.ofHours(6), "{\"location\": \"s3://videos/7\"}");
            harness.mockLambda("check-rights").returns("{\"licence\": \"l-1\"}");
        });

        assertThat(order).always("an order ends", run -> run.status() != ExecutionStatus.RUNNING);
        fails(
                () -> assertThat(order).always("an order succeeds", ExploredRun::hasSucceeded),
                "Not every run of order.asl.json keeps the rule \"an order succeeds\".");

        assertThat(order).neverWaitsForTheQuota();
        fails(
                () -> assertThat(job).neverWaitsForTheQuota(),
                "A run of explore/waits-for-a-year.asl.json waits until the quota of the service ends it.");

        assertThat(order.lostResponses()).leavesNoJobRunning();
        fails(
                () -> assertThat(job.lostResponses()).leavesNoJobRunning(),
                "A run of explore/waits-for-a-year.asl.json ends, and a job that it submitted runs on.");

        assertThat(order).leavesNoTokenWaiting();
        fails(
                () -> assertThat(approval).leavesNoTokenWaiting(),
                "A run of explore/waits-for-a-worker.asl.json leaves a worker with a task token that nobody waits for, or");

        assertThat(order.duplicates()).answersDuplicatesAlike();
        fails(
                () -> assertThat(before.duplicates()).answersDuplicatesAlike(),
                "A function that explore/keeps-the-money.asl.json calls gives another answer when it is called twice for one call.");

        assertThat(order).entersEveryHandler();
        fails(
                () -> assertThat(approval).entersEveryHandler(),
                "No run of explore/waits-for-a-worker.asl.json enters some of its Retriers and Catchers: no fault of its");

        assertThat(approval).entersEveryHandlerBut("Catch[0] of Approve");
        fails(
                () -> assertThat(approval).entersEveryHandlerBut("Catch[1] of Approve"),
                "No run of explore/waits-for-a-worker.asl.json enters some of its Retriers and Catchers: no fault of its");

        assertThat(order.orders()).hasOneOutcome();
        fails(
                () -> assertThat(video.failures(2).orders()).hasOneOutcome(),
                "Whichever branch of publish-video.asl.json goes first, the outcome was expected to be the same, but it is");

        assertThat(order).isComplete();
        fails(
                () -> assertThat(order.limit(2)).isComplete(),
                "Only a sample of the runs of order.asl.json was explored.");
        // end::exploration[]
    }

    @Test
    void difference() {
        // tag::difference[]
        StateMachine main = StateMachine.load("order.asl.json");
        BehaviourDiff nothing = BehaviourDiff.between(main, main).failures(0).compare();
        BehaviourDiff impatient = BehaviourDiff.between(main, StateMachine.load("order-impatient.asl.json"))
                .compare();

        assertThat(nothing).hasNoDifference();
        fails(
                () -> assertThat(impatient).hasNoDifference(),
                "order-impatient.asl.json was expected to behave as before, but it does not.");

        assertThat(impatient).differsOnlyIn("ChargeCard", "ShipOrder");
        fails(
                () -> assertThat(impatient).differsOnlyIn("ChargeCard"),
                "order-impatient.asl.json was expected to behave differently only in ChargeCard, but it also does in ShipOrder.");
        // end::difference[]
    }

    private static Exploration explore(String definition, String input, Consumer<StateMachineHarness> script) {
        return StateMachineHarness.create(StateMachine.load(definition)).explore(input, script);
    }
}
