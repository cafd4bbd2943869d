package io.github.asltestkit.junit;

import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The endpoints of the tests that run now. This is the toolkit's only state in a static field: a bean that a framework made
 * before the test has no other way to it, and may be called on any thread.
 */
final class RunningEndpoints {
    private static final List<Running> NOW = new CopyOnWriteArrayList<>();

    private record Running(String test, StepFunctionsEndpoint endpoint) {}

    private RunningEndpoints() {}

    static void started(String test, StepFunctionsEndpoint endpoint) {
        NOW.add(new Running(test, endpoint));
    }

    static void stopped(StepFunctionsEndpoint endpoint) {
        NOW.removeIf(running -> running.endpoint().equals(endpoint));
    }

    static StepFunctionsEndpoint only() {
        List<Running> now = List.copyOf(NOW);
        if (now.isEmpty()) {
            throw new IllegalStateException(
                    "No test with @WithEndpoint is running, so there is no Step Functions endpoint."
                            + "\nPut @WithEndpoint beside @StateMachineTest on the test whose code calls Step Functions, and call it"
                            + "\nfrom @BeforeEach on: the endpoint is there from then until the test has ended.");
        }
        if (now.size() > 1) {
            throw new IllegalStateException(
                    "Several tests with @WithEndpoint are running at the same time, so it is not known"
                            + "\nwhich endpoint is meant: "
                            + now.stream().map(Running::test).toList()
                            + "\nRun them one after the other, for example with @Execution(ExecutionMode.SAME_THREAD), or give each"
                            + "\na client of its own: AwsClients.connect(SfnClient.builder(), endpoint).");
        }
        return now.get(0).endpoint();
    }
}
