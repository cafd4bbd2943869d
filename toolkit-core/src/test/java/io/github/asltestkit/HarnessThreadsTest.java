package io.github.asltestkit;

import static io.github.asltestkit.ScriptedWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One harness, several threads. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HarnessThreadsTest {
    private static final int THREADS = 4;
    private static final int RUNS = 100;

    private static final StateMachine MACHINE = StateMachine.parse("order.asl.json", """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge"}, "Next": "Pause"},
              "Pause": {"Type": "Wait", "Seconds": 60, "Next": "Ask"},
              "Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {"QueueUrl": "q", "MessageBody": "?"}, "End": true}}}""");

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    /** Answers Charge after a user's own code, and Ask with silence. */
    private record Answering(Consumer<TaskCall> code) implements TaskIntegration {
        @Override
        public TaskReaction call(TaskCall call) {
            if (call.stateName().equals("Charge")) {
                code.accept(call);
                return TaskReaction.succeed(json("{\"ok\": true}"));
            }
            return new TaskReaction(List.of(new TaskReaction.Step.Submitted(Duration.ZERO, json("{}"))));
        }

        @Override
        public CancelOutcome cancel(TaskCall call, AbortReason reason) {
            return new CancelOutcome(true, "");
        }
    }

    private static StateMachineHarness harness(Consumer<TaskCall> answer) {
        return StateMachineHarness.create(MACHINE, HarnessOptions.defaults(), new Answering(answer));
    }

    private static String path(Execution execution) {
        return String.join(
                " ",
                execution.history().events().stream()
                        .map(event -> event.details().text("name"))
                        .filter(name -> name != null)
                        .distinct()
                        .toList());
    }

    @Test
    void a_thread_that_runs_an_execution_during_the_answer_of_another_thread_runs_it_to_its_end() throws Exception {
        CountDownLatch answering = new CountDownLatch(1);
        AtomicReference<Thread> other = new AtomicReference<>();
        AtomicBoolean ended = new AtomicBoolean();
        StateMachineHarness harness = harness(call -> {
            if (call.executionName().equals("first")) {
                answering.countDown();
                while (!ended.get() && !waits(other.get())) {
                    // Busy, so that it is no answer that waits for somebody.
                    Thread.onSpinWait();
                }
            }
        });
        Future<String> second = threads.submit(() -> {
            answering.await();
            other.set(Thread.currentThread());
            Execution execution = harness.run("{}");
            String path = path(execution);
            ended.set(true);
            return path;
        });

        Execution first = harness.startExecution("order", "first", "{}");
        harness.runToEnd(first);

        assertThat(second.get()).isEqualTo("Charge Pause Ask");
    }

    private static boolean waits(@Nullable Thread thread) {
        return thread != null && thread.getState() == Thread.State.TIMED_WAITING;
    }

    @Test
    void executions_of_many_threads_all_come_as_far_as_they_can() throws Exception {
        StateMachineHarness harness = harness(call -> Thread.yield());

        List<Future<List<String>>> all = IntStream.range(0, THREADS)
                .mapToObj(thread -> threads.submit(() -> {
                    List<String> paths = new ArrayList<>();
                    for (int i = 0; i < RUNS; i++) {
                        Execution execution = harness.run("{}");
                        paths.add(path(execution));
                        harness.sendTaskSuccess(execution.taskToken("Ask"), "{}");
                        paths.add(execution.status().toString());
                    }
                    return paths;
                }))
                .toList();

        for (Future<List<String>> paths : all) {
            assertThat(paths.get()).hasSize(2 * RUNS).containsOnly("Charge Pause Ask", "SUCCEEDED");
        }
    }

    @Test
    void started_executions_of_many_threads_all_reach_their_first_wait() throws Exception {
        StateMachineHarness harness = harness(call -> Thread.yield());

        List<Future<List<String>>> all = IntStream.range(0, THREADS)
                .mapToObj(thread -> threads.submit(() -> IntStream.range(0, RUNS)
                        .mapToObj(i -> path(harness.start("{}")))
                        .toList()))
                .toList();

        for (Future<List<String>> paths : all) {
            assertThat(paths.get()).hasSize(RUNS).containsOnly("Charge Pause");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_answer_may_wait_for_a_thread_that_looks_and_reports_whoever_started_it(boolean startedBefore)
            throws Exception {
        ExecutorService workers = Executors.newSingleThreadExecutor();
        List<StateMachineHarness> called = new ArrayList<>();
        List<ExecutionStatus> seen = new ArrayList<>();
        try {
            if (startedBefore) {
                workers.submit(() -> {}).get();
            }
            StateMachineHarness harness = harness(call -> CompletableFuture.runAsync(
                            () -> called.get(0).executions().forEach(execution -> {
                                seen.add(execution.status());
                                called.get(0).stop(execution, "Enough", null);
                            }),
                            workers)
                    .join());
            called.add(harness);

            Execution execution = harness.run("{}");

            assertThat(seen).containsExactly(ExecutionStatus.RUNNING);
            assertThat(execution.error()).isEqualTo("Enough");
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void a_thread_that_an_answer_has_started_starts_an_execution_that_steps_after_the_step_at_hand() throws Exception {
        List<StateMachineHarness> called = new ArrayList<>();
        List<Execution> inner = new ArrayList<>();
        StateMachineHarness harness = harness(call -> {
            if (inner.isEmpty()) {
                Thread started = new Thread(() -> inner.add(called.get(0).start("{}")));
                started.start();
                join(started);
            }
        });
        called.add(harness);

        harness.run("{}");

        assertThat(path(inner.get(0))).isEqualTo("Charge Pause Ask");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void a_thread_that_cannot_run_an_execution_because_an_answer_waits_for_it_is_told_so() throws Exception {
        HarnessLock lock = new HarnessLock(3);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Future<Boolean> owner = threads.submit(() -> {
            lock.lock(HarnessLock.Use.DRIVE);
            lock.lend();
            held.countDown();
            boolean released = over.await(30, TimeUnit.SECONDS);
            lock.reclaim();
            lock.unlock();
            return released;
        });
        held.await();
        Future<?> driver = threads.submit(() -> lock.lock(HarnessLock.Use.DRIVE));

        assertThatThrownBy(driver::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("""
                        The harness runs executions and moves its clock on one thread at a time, and the answer to a call \
                        has kept it waiting for 0 s of real time\\.

                          answering: thread pool-\\d+-thread-\\d+
                            waiting: thread pool-\\d+-thread-\\d+

                        If the answer waits for this thread, start the thread in the answer, or let the answer call the \
                        harness itself\\.""");
        over.countDown();
        assertThat(owner.get()).isTrue();
    }
}
