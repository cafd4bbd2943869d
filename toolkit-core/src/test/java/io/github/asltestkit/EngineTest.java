package io.github.asltestkit;

import static io.github.asltestkit.ScriptedWorld.accepts;
import static io.github.asltestkit.ScriptedWorld.fails;
import static io.github.asltestkit.ScriptedWorld.job;
import static io.github.asltestkit.ScriptedWorld.json;
import static io.github.asltestkit.ScriptedWorld.succeeds;
import static io.github.asltestkit.ScriptedWorld.succeedsAfter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.forked.OtherJvm;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {
    private final ScriptedWorld world = new ScriptedWorld();

    private StateMachineHarness harness(String definition) {
        return StateMachineHarness.create(
                StateMachine.parse("test.asl.json", definition.replace('\'', '"'), PartialParameters.ALLOWED),
                HarnessOptions.defaults(),
                world);
    }

    private static StateMachineHarness harnessOf(ScriptedWorld world, HarnessOptions options, String definition) {
        return StateMachineHarness.create(
                StateMachine.parse("test.asl.json", definition.replace('\'', '"'), PartialParameters.ALLOWED),
                options,
                world);
    }

    private static List<String> types(Execution execution) {
        return execution.history().events().stream()
                .map(event -> event.type().apiName())
                .toList();
    }

    private static String task(String name, String rest) {
        return "{'StartAt': '" + name + "', 'States': {'" + name
                + "': {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage', " + rest
                + ", 'End': true}}}";
    }

    private static final String CALLBACK = """
            {'StartAt': 'Ask', 'States': {'Ask': {'Type': 'Task',
              'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'HeartbeatSeconds': 600,
              'Parameters': {'MessageBody': {'Token.$': '$$.Task.Token'}}, 'ResultPath': '$.answer', 'End': true}}}""";

    @Test
    void a_retry_waits_longer_each_time_and_never_enters_the_state_again() {
        world.answer("Call", fails("Busy"), fails("Busy"), succeeds("1"));
        StateMachineHarness harness =
                harness(task("Call", "'Retry': [{'ErrorEquals': ['Busy'], 'IntervalSeconds': 3, 'BackoffRate': 2}]"));

        Execution execution = harness.run();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(3 + 6));
        assertThat(types(execution)).containsOnlyOnce("TaskStateEntered");
        assertThat(world.calls).extracting(TaskCall::attempt).containsExactly(1, 2, 3);
    }

    @Test
    void the_longest_delay_between_retries_is_max_delay_seconds() {
        world.answer("Call", fails("Busy"), fails("Busy"), succeeds("1"));
        StateMachineHarness harness = harness(task(
                "Call",
                "'Retry': [{'ErrorEquals': ['Busy'], 'IntervalSeconds': 3, 'BackoffRate': 2, 'MaxDelaySeconds': 4}]"));

        assertThat(harness.run().elapsed()).isEqualTo(Duration.ofSeconds(3 + 4));
    }

    @Test
    void each_retrier_counts_for_itself() {
        world.answer("Call", fails("A"), fails("B"), fails("C"), fails("B"));
        StateMachineHarness harness = harness(task(
                "Call",
                "'Retry': [{'ErrorEquals': ['A', 'B'], 'IntervalSeconds': 1, 'BackoffRate': 2, 'MaxAttempts': 2},"
                        + " {'ErrorEquals': ['C'], 'IntervalSeconds': 5}]"));

        Execution execution = harness.run();

        assertThat(execution.error()).isEqualTo("B");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(1 + 2 + 5));
        assertThat(world.calls).hasSize(4);
    }

    @Test
    void a_heartbeat_starts_the_heartbeat_clock_anew() {
        world.answer("Ask", accepts());
        StateMachineHarness harness = harness(CALLBACK);
        Execution execution = harness.start();

        harness.clock().advanceBy(Duration.ofMinutes(9));
        harness.sendTaskHeartbeat(execution.taskToken("Ask"));
        harness.clock().advanceBy(Duration.ofMinutes(10).minusMillis(1));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        harness.clock().advanceBy(Duration.ofMillis(1));

        assertThat(execution.error()).isEqualTo("States.Timeout");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofMinutes(19));
    }

    @Test
    void the_result_of_a_callback_lands_at_its_result_path() {
        world.answer("Ask", accepts());
        StateMachineHarness harness = harness(CALLBACK);
        Execution execution = harness.start("{\"order\": 7}");

        harness.sendTaskSuccess(execution.taskToken("Ask"), "{\"by\": \"kim\"}");

        assertThat(execution.output()).isEqualTo(json("{\"order\": 7, \"answer\": {\"by\": \"kim\"}}"));
    }

    @Test
    void tokens_are_refused_as_the_service_refuses_them() {
        world.answer("Ask", accepts());
        StateMachineHarness harness = harness(CALLBACK);
        Execution execution = harness.start();
        String token = execution.taskToken("Ask");
        String foreign = harnessOf(world, HarnessOptions.defaults().withAccount("999999999999"), CALLBACK)
                .start()
                .taskToken("Ask");
        harness.sendTaskFailure(token, "Rejected", "no");

        assertThat(execution.error()).isEqualTo("Rejected");
        assertThat(execution.cause()).isEqualTo("no");
        assertThat(codeOf(harness, token)).isEqualTo("TaskTimedOut");
        assertThat(codeOf(harness, foreign)).isEqualTo("InvalidToken");
        assertThat(codeOf(harness, "nonsense")).isEqualTo("InvalidToken");
        assertThat(codeOf(harness, "A".repeat(1025))).isEqualTo("InvalidToken");
        assertThatThrownBy(() -> harness.sendTaskSuccess(token, "{oops"))
                .isInstanceOf(StepFunctionsException.class)
                .hasMessageStartingWith("InvalidOutput");
    }

    private static String codeOf(StateMachineHarness harness, String token) {
        try {
            harness.sendTaskHeartbeat(token);
            return "accepted";
        } catch (StepFunctionsException refused) {
            return refused.code();
        }
    }

    @Test
    void a_missed_heartbeat_is_matched_by_either_name() {
        for (String name : List.of("States.Timeout", "States.HeartbeatTimeout", "States.ALL")) {
            ScriptedWorld silent = new ScriptedWorld().answer("Ask", accepts());
            StateMachineHarness harness = harnessOf(
                    silent,
                    HarnessOptions.defaults(),
                    CALLBACK.replace(
                            "'End': true}}}",
                            "'Next': 'Done', 'Catch': [{'ErrorEquals': ['" + name
                                    + "'], 'ResultPath': '$.e', 'Next': 'Done'}]}, 'Done': {'Type': 'Succeed'}}}"));

            Execution execution = harness.run();

            assertThat(execution.output())
                    .as(name)
                    .isEqualTo(json("{\"e\": {\"Error\": \"States.Timeout\", \"Cause\": \"\"}}"));
        }
    }

    @Test
    void run_hands_back_a_running_execution_when_only_a_person_can_go_on() {
        world.answer("Ask", accepts());
        StateMachineHarness harness = harness(CALLBACK.replace("'HeartbeatSeconds': 600,", ""));

        Execution execution = harness.run();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(execution.pendingTasks()).hasSize(1);
        assertThat(execution.elapsed()).isZero();
    }

    private static final String PARALLEL = """
            {'StartAt': 'Both', 'States': {'Both': {'Type': 'Parallel', 'End': true, 'Branches': [
              {'StartAt': 'Job', 'States': {'Job': {'Type': 'Task',
                 'Resource': 'arn:aws:states:::batch:submitJob.sync', 'End': true}}},
              {'StartAt': 'Call', 'States': {'Call': {'Type': 'Task',
                 'Resource': 'arn:aws:states:::sqs:sendMessage', 'End': true}}}]}}}""";

    @Test
    void a_failed_branch_aborts_its_siblings_and_cancels_their_jobs() {
        world.answer("Job", job(Duration.ofHours(6), "{}"));
        world.answer(
                "Call",
                new TaskReaction(List.of(new TaskReaction.Step.Failed(Duration.ofSeconds(5), "Broken", "for good"))));

        Execution execution = harness(PARALLEL).run();

        assertThat(execution.error()).isEqualTo("Broken");
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(5));
        assertThat(world.cancelled).containsExactly("Job BRANCH_FAILED");
        assertThat(types(execution))
                .endsWith(
                        "TaskFailed", "TaskStateAborted", "TaskStateAborted", "ParallelStateFailed", "ExecutionFailed");
    }

    @Test
    void a_stopped_execution_cancels_its_job_and_is_aborted() {
        world.answer("Job", job(Duration.ofHours(6), "{}"));
        world.answer("Call", succeeds("1"));
        StateMachineHarness harness = harness(PARALLEL);
        Execution execution = harness.start();

        harness.stop(execution, "Stopped", "by hand");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(world.cancelled).containsExactly("Job EXECUTION_STOPPED");
        assertThat(types(execution)).endsWith("ExecutionAborted");
    }

    @Test
    void a_parallel_state_takes_as_long_as_its_longest_branch() {
        world.answer("Job", job(Duration.ofHours(6), "{\"a\": 1}"));
        world.answer("Call", succeedsAfter(Duration.ofHours(1), "2"));

        Execution execution = harness(PARALLEL).run();

        assertThat(execution.output()).isEqualTo(json("[{\"a\": 1}, 2]"));
        assertThat(execution.elapsed()).isEqualTo(Duration.ofHours(6));
    }

    private static final String MAP = """
            {'StartAt': 'Each', 'States': {'Each': {'Type': 'Map', 'MaxConcurrency': 2, 'End': true,
              'ItemSelector': {'index.$': '$$.Map.Item.Index', 'value.$': '$$.Map.Item.Value'},
              'ItemProcessor': {'StartAt': 'Call', 'States': {'Call': {'Type': 'Task',
                 'Resource': 'arn:aws:states:::sqs:sendMessage', 'End': true}}}}}}""";

    @Test
    void a_map_runs_no_more_iterations_at_once_than_max_concurrency() {
        world.answer("Call", succeedsAfter(Duration.ofSeconds(10), "\"ok\""));

        Execution execution = harness(MAP).run("[1, 2, 3, 4, 5]");

        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(30));
        assertThat(execution.output()).hasSize(5);
        assertThat(world.calls)
                .extracting(call -> call.parameters().toString())
                .startsWith("{\"index\":0,\"value\":1}", "{\"index\":1,\"value\":2}");
        assertThat(world.calls).extracting(TaskCall::statePath).contains("Each[4]/Call");
    }

    @Test
    void a_failed_iteration_fails_the_map_with_its_own_error() {
        world.answer("Call", succeedsAfter(Duration.ofSeconds(10), "1"), fails("Broken"));

        Execution execution = harness(MAP).run("[1, 2, 3]");

        assertThat(execution.error()).isEqualTo("Broken");
        assertThat(types(execution))
                .endsWith(
                        "TaskFailed",
                        "MapIterationAborted",
                        "TaskStateAborted",
                        "MapIterationFailed",
                        "TaskStateAborted",
                        "MapStateFailed",
                        "ExecutionFailed");
    }

    @Test
    void a_redriven_map_runs_only_the_iterations_that_did_not_succeed() {
        world.answer("Call", succeeds("1"), fails("Broken"), succeeds("2"));
        StateMachineHarness harness = harness(MAP);
        Execution execution = harness.run("[1, 2]");
        assertThat(execution.error()).isEqualTo("Broken");

        harness.redrive(execution);
        harness.runToEnd(execution);

        assertThat(execution.output()).isEqualTo(json("[1, 2]"));
        assertThat(world.calls).hasSize(3);
        assertThat(types(execution)).contains("ExecutionRedriven");
    }

    @Test
    void an_execution_that_succeeded_cannot_be_redriven() {
        StateMachineHarness harness = harness("{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}");
        Execution execution = harness.run();

        assertThatThrownBy(() -> harness.redrive(execution)).hasMessageStartingWith("ExecutionNotRedrivable");
    }

    @Test
    void the_history_of_a_standard_execution_ends_at_25000_events() {
        Execution execution = harness("{'StartAt': 'A', 'States': {'A': {'Type': 'Choice', 'Default': 'A', 'Choices':"
                        + " [{'Variable': '$.stop', 'IsPresent': true, 'Next': 'B'}]}, 'B': {'Type': 'Succeed'}}}")
                .run();

        List<HistoryEvent> events = execution.history().events();
        assertThat(events).hasSize(25_000);
        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause()).isEqualTo("The execution reached the maximum number of history events (25000).");
    }

    @Test
    void a_machine_that_outlives_its_timeout_has_timed_out() {
        Execution execution = harness(
                        "{'StartAt': 'A', 'TimeoutSeconds': 60, 'States': {'A': {'Type': 'Wait', 'Seconds': 61,"
                                + " 'End': true}}}")
                .run();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_task_that_nobody_answers_stops_the_test_and_no_catch_sees_it() {
        StateMachineHarness harness =
                harness(task("Call", "'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Call'}]"));

        assertThatThrownBy(harness::run).hasMessage("Nobody answers Call");
    }

    @Test
    void executions_start_one_another_on_the_same_clock() {
        StateMachine child = StateMachine.parse(
                "child.asl.json",
                "{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Seconds\": 30, \"End\": true}}}");
        StateMachineHarness harness = harness("""
                {'StartAt': 'Child', 'States': {'Child': {'Type': 'Task',
                  'Resource': 'arn:aws:states:::states:startExecution.sync:2',
                  'Parameters': {'StateMachineArn': 'arn:aws:states:us-east-1:123456789012:stateMachine:child',
                                 'Input': {'a': 1}}, 'End': true}}}""");
        harness.add(child);

        Execution execution = harness.run();

        assertThat(execution.elapsed()).isEqualTo(Duration.ofSeconds(30));
        assertThat(execution.output().at("/Output")).isEqualTo(json("{\"a\": 1}"));
        assertThat(harness.executions()).hasSize(2);
    }

    @Test
    void a_stopped_parent_stops_its_child() {
        StateMachine child = StateMachine.parse(
                "child.asl.json",
                "{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Seconds\": 30, \"End\": true}}}");
        StateMachineHarness harness = harness("""
                {'StartAt': 'Child', 'States': {'Child': {'Type': 'Task',
                  'Resource': 'arn:aws:states:::states:startExecution.sync',
                  'Parameters': {'StateMachineArn': 'arn:aws:states:us-east-1:123456789012:stateMachine:child'},
                  'End': true}}}""");
        harness.add(child);
        Execution parent = harness.start();

        harness.stop(parent, null, null);

        assertThat(harness.executions()).extracting(Execution::status).containsOnly(ExecutionStatus.ABORTED);
    }

    @Test
    void a_worker_polls_an_activity_and_reports_on_it() {
        world.answer("Work", TaskReaction.silence());
        String arn = "arn:aws:states:us-east-1:123456789012:activity:press";
        StateMachineHarness harness = harness("{'StartAt': 'Work', 'States': {'Work': {'Type': 'Task', 'Resource': '"
                + arn + "', 'TimeoutSeconds': 60, 'End': true}}}");
        Execution execution = harness.start("{\"sheet\": 1}");

        ActivityTask task = harness.getActivityTask(arn, "press-1");
        harness.sendTaskSuccess(task.taskToken(), "{\"printed\": true}");

        assertThat(task.input()).isEqualTo(json("{\"sheet\": 1}"));
        assertThat(execution.output()).isEqualTo(json("{\"printed\": true}"));
        assertThat(types(execution)).contains("ActivityScheduled", "ActivityStarted", "ActivitySucceeded");
        assertThat(harness.getActivityTask(arn, "press-1")).isNull();
    }

    @Test
    void the_same_seed_gives_the_same_history_and_another_seed_other_tokens() {
        List<String> tokens = IntStream.of(1, 1, 2)
                .mapToObj(seed -> harnessOf(
                                new ScriptedWorld().answer("Ask", accepts()),
                                HarnessOptions.defaults().withSeed(seed),
                                CALLBACK)
                        .start()
                        .taskToken("Ask"))
                .toList();

        assertThat(tokens.get(0)).isEqualTo(tokens.get(1)).isNotEqualTo(tokens.get(2));
    }

    @Test
    void a_retried_task_has_a_new_token_and_the_old_one_is_dead() {
        world.answer("Ask", accepts());
        StateMachineHarness harness = harness(CALLBACK.replace(
                "'End': true", "'Retry': [{'ErrorEquals': ['States.Timeout'], 'MaxAttempts': 1}], 'End': true"));
        Execution execution = harness.start();
        String first = execution.taskToken("Ask");

        harness.clock().advanceBy(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(execution.taskToken("Ask")).isNotEqualTo(first);
        assertThat(codeOf(harness, first)).isEqualTo("TaskTimedOut");
    }

    @Test
    void a_job_that_was_given_a_token_may_be_completed_early_by_it() {
        world.answer("Job", job(Duration.ofHours(6), "{}"));
        StateMachineHarness harness = harness("""
                {'StartAt': 'Job', 'States': {'Job': {'Type': 'Task',
                  'Resource': 'arn:aws:states:::batch:submitJob.sync',
                  'Parameters': {'Token.$': '$$.Task.Token'}, 'End': true}}}""");
        Execution execution = harness.start();

        harness.sendTaskSuccess(execution.taskToken("Job"), "\"early\"");

        assertThat(execution.output()).isEqualTo(json("\"early\""));
        assertThat(execution.elapsed()).isZero();
    }

    @Test
    void a_state_that_puts_out_too_much_ends_the_execution_and_nothing_catches_it() {
        Execution execution = harness(
                        "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Parameters': {'a.$': '$', 'b.$': '$'},"
                                + " 'End': true}}}")
                .run("\"" + "x".repeat(200_000) + "\"");

        assertThat(execution.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(types(execution)).endsWith("PassStateEntered", "ExecutionFailed");
    }

    @Test
    void variables_have_the_limit_of_a_payload_each_time_they_are_assigned() {
        Execution execution = harness(
                        "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Assign': {'a.$': '$', 'b.$': '$'},"
                                + " 'End': true}}}")
                .run("\"" + "x".repeat(200_000) + "\"");

        assertThat(execution.error()).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void an_input_that_the_service_would_not_take_is_refused() {
        StateMachineHarness harness = harness("{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}");

        assertThatThrownBy(() -> harness.run("\"" + "x".repeat(262_144) + "\""))
                .hasMessageStartingWith("ValidationException");
    }

    @Test
    void a_number_with_a_huge_exponent_is_a_long_time_and_not_a_long_computation() {
        StateMachineHarness harness = harness(
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Map', 'ItemsPath': '$.items', 'MaxConcurrencyPath': '$.n',"
                        + " 'ItemProcessor': {'StartAt': 'B', 'States': {'B': {'Type': 'Pass', 'End': true}}},"
                        + " 'End': true}}}");

        assertThat(harness.run("{\"items\": [1], \"n\": 1e999999999}").output()).isEqualTo(json("[1]"));
    }

    @Test
    void a_loop_that_never_waits_is_stopped_and_names_the_limit() {
        StateMachineHarness harness = harnessOf(
                world,
                HarnessOptions.defaults().withStepLimit(100),
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'Again'}, 'Again': {'Type': 'Choice',"
                        + " 'Choices': [{'Variable': '$.done', 'IsPresent': true, 'Next': 'B'}], 'Default': 'A'},"
                        + " 'B': {'Type': 'Succeed'}}}");

        assertThatIllegalStateException()
                .isThrownBy(harness::run)
                .withMessageMatching(
                        "Execution [-0-9a-f]+ of test entered 100 states while the clock stood still, the last one A\\. If"
                                + " this is not an endless loop, raise the limit with HarnessOptions\\.withStepLimit\\.");
    }

    private static final String POLLING = """
            {'StartAt': 'Look', 'States': {
              'Look': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Parameters': {'FunctionName': 'f'},
                'Next': 'Done?'},
              'Done?': {'Type': 'Choice', 'Default': '%s', 'Choices': [
                {'Variable': '$.done', 'BooleanEquals': true, 'Next': 'End'},
                {'Variable': '$.done', 'IsNull': true, 'Next': 'Pause'}]},
              'Pause': {'Type': 'Wait', 'Seconds': %d, 'Next': 'Look'},
              'End': {'Type': 'Succeed'}}}""";

    @ParameterizedTest
    @CsvSource({"Look, 0", "Pause, 0"})
    void a_loop_whose_task_is_answered_at_once_is_stopped_too(String back, int seconds) {
        world.answer("Look", succeeds("{\"done\": false}"));
        StateMachineHarness harness = StateMachineHarness.create(
                StateMachine.parse(
                                "poll.asl.json",
                                POLLING.formatted(back, seconds).replace('\'', '"'))
                        .withType(StateMachineType.EXPRESS),
                HarnessOptions.defaults().withStepLimit(100),
                world);

        assertThatIllegalStateException()
                .isThrownBy(harness::run)
                .withMessageContaining(" of poll entered 100 states while the clock stood still, the last one ");
    }

    @Test
    void a_loop_that_never_waits_is_stopped_before_256_megabytes_are_full(@TempDir Path folder) throws Exception {
        String printed = OtherJvm.run(folder, List.of("-Xmx256m", "-XX:+UseSerialGC"), EndlessLoops.class);

        assertThat(printed.lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("states while the clock stood still"));
    }

    @Test
    void a_loop_that_waits_may_go_round_as_often_as_it_likes() {
        world.answer("Look", succeeds("{\"done\": false}"));
        StateMachineHarness harness =
                harnessOf(world, HarnessOptions.defaults().withStepLimit(10), POLLING.formatted("Pause", 60));

        assertThat(harness.run().error()).isEqualTo("States.Runtime");
    }

    @Test
    void executions_that_are_started_one_after_the_other_at_one_instant_are_no_loop() {
        world.answer("Ask", accepts());
        StateMachineHarness harness = harnessOf(world, HarnessOptions.defaults().withStepLimit(10), CALLBACK);

        for (int i = 0; i < 100; i++) {
            harness.start();
        }

        assertThat(harness.executions()).hasSize(100);
    }
}
