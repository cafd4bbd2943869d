package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.ExploredRun;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.junit.StateMachineTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every way in which an order can go wrong, from the one script in which all goes well. */
@StateMachineTest("order.asl.json")
class ExploreTest {
    private static final String INPUT = "{\"order\": 7, \"total\": 129.90}";

    // tag::script[]
    private static void everythingWorks(StateMachineHarness harness) {
        harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");
    }
    // end::script[]

    // tag::order[]
    @Test
    void whatever_happens_nobody_pays_for_nothing(StateMachineHarness harness) {
        everythingWorks(harness);

        Exploration all = harness.explore(INPUT).failures(2).lostResponses();

        assertThat(all)
                .always("who paid has the goods or the money", ExploreTest::hasGoodsOrMoney)
                .neverWaitsForTheQuota()
                .entersEveryHandler()
                .isComplete();
    }

    private static boolean hasGoodsOrMoney(ExploredRun run) {
        boolean paid = run.calls().ofState("ChargeCard").succeeded() > 0;
        return !paid || run.hasSucceeded() || run.visited("RefundOrder");
    }
    // end::order[]

    // tag::orders[]
    @Test
    void whichever_branch_goes_first_a_video_is_published_or_its_rendering_is_cancelled() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.load("publish-video.asl.json"));
        harness.mock("Render").jobSucceedsAfter(Duration.ofHours(6), "{\"location\": \"s3://videos/7\"}");
        harness.mockLambda("check-rights").returns("{\"licence\": \"l-1\"}");

        Exploration all = harness.explore("{\"video\": 7}").failures(1).orders();

        assertThat(all).hasOneOutcome().neverWaitsForTheQuota().leavesNoJobRunning();
    }
    // end::orders[]

    // tag::plan[]
    @Test
    void a_run_is_made_again_by_its_plan(StateMachineHarness harness) {
        everythingWorks(harness);

        ExploredRun run = harness.explore(INPUT).run(Plan.parse("ShipOrder@1.1 fails SQS.RequestThrottled"));

        assertThat(run.inspection().path())
                .containsExactly("ValidateOrder", "ChargeCard", "ShipOrder", "RefundOrder", "OrderFailed");
    }
    // end::plan[]

    // tag::each[]
    @Test
    void a_script_with_a_state_of_its_own_is_made_for_each_run(StateMachineHarness harness) {
        Exploration all = harness.explore(INPUT, each -> {
            each.mockLambda("charge-card").answers(new Bank(200)::charge);
            each.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");
        });

        assertThat(all).always("who paid has the goods or the money", ExploreTest::hasGoodsOrMoney);
    }
    // end::each[]

    // tag::outcomes[]
    @Test
    void what_came_of_the_runs(StateMachineHarness harness) {
        everythingWorks(harness);

        assertThat(harness.explore(INPUT).failures(1).result().table()).isEqualTo("""
                order.asl.json: explored all 15 runs, each with one fault at most

                  runs   status      error                                    after
                     3   SUCCEEDED                                            0s to 2s
                     1   FAILED      Lambda.TooManyRequestsException          6s
                     1   FAILED      Bank.Busy                                6s
                     1   FAILED      Payment.Declined                         0s
                     1   FAILED      Lambda.ServiceException                  0s
                     1   FAILED      Lambda.AWSLambdaException                0s
                     1   FAILED      Lambda.SdkClientException                0s
                     1   FAILED      Lambda.ClientExecutionTimeoutException   0s
                     1   FAILED      Exception                                0s
                     1   FAILED      Sandbox.Timedout                         15m
                     1   FAILED      States.DataLimitExceeded                 0s
                     1   FAILED      SQS.RequestThrottled                     0s
                     1   FAILED      SQS.SdkClientException                   0s
                """);
    }
    // end::outcomes[]
}
