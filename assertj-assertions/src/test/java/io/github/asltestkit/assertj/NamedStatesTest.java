package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** States that are named by their paths, in branches, items and child executions. */
class NamedStatesTest {
    private static final String MACHINE = """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "%s"%s},
              "StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Next": "Ask",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge"},
              "Ask": {"Type": "Task", "End": true, "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}}}}}""";
    private static final String INLINE = MACHINE.formatted("INLINE", "");
    private static final String DISTRIBUTED = MACHINE.formatted("DISTRIBUTED", ", \"ExecutionType\": \"STANDARD\"");

    private static StateMachineHarness harness(String definition) {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("each.asl.json", definition));
        harness.mockLambda("charge").returns("{}");
        harness.mock("Ask").callbackSucceedsAfter(Duration.ofSeconds(1), "{}");
        return harness;
    }

    @Test
    void a_path_names_the_state_of_one_item_and_without_the_index_of_all() {
        for (String definition : List.of(INLINE, DISTRIBUTED)) {
            assertThat(harness(definition).run("[1, 2]"))
                    .visited("Charge", "Each/Charge", "Each[1]/Charge")
                    .neverVisited("Each[2]/Charge", "Refund")
                    .visitedTimes("Charge", 2)
                    .visitedTimes("Each/Charge", 2)
                    .visitedTimes("Each[0]/Charge", 1)
                    .hasSpentIn("Each/Ask", Duration.ofSeconds(2))
                    .state("Each[1]/Ask")
                    .lasted(Duration.ofSeconds(1));
        }
    }

    @Test
    void calls_are_named_by_paths_too() {
        for (String definition : List.of(INLINE, DISTRIBUTED)) {
            Execution execution = harness(definition).run("[1, 2]");

            assertThat(execution)
                    .madeCallsInOrder("Each[0]/Charge", "Each/Ask", "Ask")
                    .cancelledJobsOf()
                    .call("Each[1]/Charge")
                    .hasParameters("2");
            assertThat(execution).calls().hasSize(4);
            Assertions.assertThat(execution.calls()).hasSize(definition.equals(INLINE) ? 4 : 0);
        }
        assertThat(harness(DISTRIBUTED).run("[1]"))
                .madeCallsOf("Each[0]/Charge", "Each/Ask")
                .madeCallsOf("Charge", "Ask");
    }

    @Test
    void a_name_in_several_places_is_refused_where_one_is_meant() {
        for (String definition : List.of(INLINE, DISTRIBUTED)) {
            fails(() -> assertThat(harness(definition).run("[1, 2]")).state("Charge"), """
                    State Charge ran in 2 places, and this assertion is about one of them. Name it by its path.

                      one of: Each[0]/Charge, Each[1]/Charge""");
            fails(() -> assertThat(harness(definition).run("[1, 2]")).call("Charge"), """
                    State Charge ran in 2 places, and this assertion is about one of them. Name it by its path.

                      one of: Each[0]/Charge, Each[1]/Charge""");
            fails(() -> assertThat(harness(definition).start("[1, 2]")).pendingTask("Ask"), """
                    State Ask ran in 2 places, and this assertion is about one of them. Name it by its path.

                      one of: Each[0]/Ask, Each[1]/Ask""");
            assertThat(harness(definition).run("[1, 2]")).call("Charge", 2).hasParameters("2");
            assertThat(harness(definition).run("[1]")).call("Charge").hasParameters("1");
        }
    }

    @Test
    void a_map_run_in_several_branches_is_named_by_its_path() {
        String branch = """
                {"StartAt": "%s", "States": {"%s": {"Type": "Pass", "Next": "Rows"}, "Rows": {"Type": "Map", "End": true,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Row%s", "States": {"Row%s": {"Type": "Pass", "End": true}}}}}}""";
        String text =
                "{\"StartAt\": \"Each\", \"States\": {\"Each\": {\"Type\": \"Map\", \"End\": true, \"ItemProcessor\": "
                        + branch.formatted("A", "A", "A", "A") + "}}}";
        Execution execution = StateMachineHarness.create(StateMachine.parse("each.asl.json", text))
                .run("[[1], [2, 3]]");

        fails(() -> assertThat(execution).mapRun("Rows"), """
                State Rows ran in 2 places, and this assertion is about one of them. Name it by its path.

                  one of: Each[0]/Rows, Each[1]/Rows""");
        assertThat(execution).mapRun("Each[1]/Rows").hasSucceeded();
        assertThatIllegalStateException()
                .isThrownBy(() -> execution.mapRun("Rows"))
                .withMessage("""
                The state Rows started Map Runs in 2 places. Name one of them by its path.

                  one of: Each[0]/Rows, Each[1]/Rows""");
    }

    @Test
    void a_token_in_several_places_is_named_by_its_path() {
        for (String definition : List.of(INLINE, DISTRIBUTED)) {
            StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("each.asl.json", definition));
            harness.mockLambda("charge").returns("{}");
            harness.mock("Ask").accepts();
            Execution execution = harness.start("[1, 2]");

            assertThatIllegalStateException()
                    .isThrownBy(() -> execution.taskToken("Ask"))
                    .withMessage("""
                    The state Ask waits for a token in 2 places. Name one of them by its path.

                      one of: Each[0]/Ask, Each[1]/Ask""");
            assertThat(execution).isWaitingForTaskToken("Each[1]/Ask").isWaitingForTaskToken("Ask");
            assertThat(execution).pendingTask("Each[1]/Ask").isAttempt(1);
            harness.sendTaskSuccess(execution.taskToken("Each[0]/Ask"), "{}");
            harness.sendTaskSuccess(execution.taskToken("Ask"), "{}");
            assertThat(execution).hasSucceeded();
        }
    }

    @Test
    void the_child_that_failed_first_is_named() {
        StateMachineHarness harness = harness(DISTRIBUTED);
        harness.mock("Charge").onItem(1).fails("Card.Declined", "no funds");

        fails(() -> assertThat(harness.run("[1, 2]")).hasSucceeded(), """
                Execution of each.asl.json was expected to succeed, but it failed.

                  expected: SUCCEEDED
                   but was: FAILED with States.ExceedToleratedFailureThreshold, cause: The specified tolerated failure threshold was
                            exceeded
                      path: Each

                  why: Each failed with States.ExceedToleratedFailureThreshold on attempt 1, cause: The specified tolerated failure
                       threshold was exceeded; its item 1 failed first: Card.Declined, cause: no funds. See mapRun("Each").item(1)
                   at: each.asl.json:1:40  /States/Each""");
    }

    @Test
    void an_execution_is_in_the_states_that_it_has_not_left() {
        for (String definition : List.of(INLINE, DISTRIBUTED)) {
            StateMachineHarness harness = harness(definition);
            Execution execution = harness.start("[1, 2]");

            assertThat(execution).isInState("Each").isInState("Ask").isInState("Each[1]/Ask");
            Assertions.assertThat(harness.runAllToEnd()).isEmpty();
            assertThat(execution).hasSucceeded();
        }
    }

    @Test
    void an_execution_that_is_in_another_state() {
        Execution execution = harness(INLINE).start("[1]");

        fails(() -> assertThat(execution).isInState("Charge"), """
                Execution of each.asl.json is not in the expected state, at +0s.

                  expected: in Charge
                   but was: in Each, Each[0]/Ask

                  path: Each

                  why: Each[0]/Ask waits for its task token (entered at +0s, its mock ends it at +1s)
                   at: each.asl.json:5:10  /States/Each/ItemProcessor/States/Ask""");
    }
}
