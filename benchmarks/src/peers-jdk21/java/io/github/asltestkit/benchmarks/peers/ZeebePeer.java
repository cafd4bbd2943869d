package io.github.asltestkit.benchmarks.peers;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.ActivateJobsResponse;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.time.Duration;

/** A task, an hour, a task: with Zeebe's process test engine, which needs Java 21. */
public final class ZeebePeer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ZeebePeer() {}

    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        ZeebeTestEngine engine = EngineFactory.create();
        engine.start();
        try (ZeebeClient client = engine.createClient()) {
            client.newDeployResourceCommand()
                    .addProcessModel(
                            Bpmn.createExecutableProcess("peer")
                                    .startEvent()
                                    .serviceTask("first", task -> task.zeebeJobType("call"))
                                    .intermediateCatchEvent("wait", event -> event.timerWithDuration("PT1H"))
                                    .serviceTask("second", task -> task.zeebeJobType("call"))
                                    .endEvent()
                                    .done(),
                            "peer.bpmn")
                    .send()
                    .join();
            Laps.print("zeebe-process-test", 50, start, () -> {
                client.newCreateInstanceCommand()
                        .bpmnProcessId("peer")
                        .latestVersion()
                        .send()
                        .join();
                complete(client);
                engine.waitForIdleState(PATIENCE);
                engine.increaseTime(Duration.ofHours(1));
                engine.waitForBusyState(PATIENCE);
                engine.waitForIdleState(PATIENCE);
                complete(client);
                engine.waitForIdleState(PATIENCE);
            });
        } finally {
            engine.stop();
        }
        System.exit(0);
    }

    private static void complete(ZeebeClient client) {
        ActivateJobsResponse jobs = client.newActivateJobsCommand()
                .jobType("call")
                .maxJobsToActivate(1)
                .timeout(PATIENCE)
                .requestTimeout(PATIENCE)
                .send()
                .join();
        for (ActivatedJob job : jobs.getJobs()) {
            client.newCompleteCommand(job).send().join();
        }
    }
}
