package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link WithEndpoint} does. The harness is the one that {@link StateMachineTest} keeps for the test. */
final class EndpointExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext context) {
        StepFunctionsEndpoint endpoint =
                StateMachineTestSupport.harness(context).endpoint();
        RunningEndpoints.started(context.getUniqueId(), endpoint);
        Duration timeout = Mutated.timeout(context);
        if (timeout != null) {
            Stores.put(context, Timer.class, closing(endpoint, timeout));
        }
    }

    /**
     * A client that polls for what a mutant prevents hears of no interrupt, but it hears of the end. That comes later than the
     * interrupt, so that the test fails by its timeout, and not by what the client makes of the end.
     */
    private static Timer closing(StepFunctionsEndpoint endpoint, Duration timeout) {
        Timer timer = new Timer("asl-testkit-endpoint-timeout", true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        try {
                            endpoint.close();
                        } catch (RuntimeException unmocked) {
                            // The test fails anyway: its time is up.
                        }
                    }
                },
                timeout.plusSeconds(1).toMillis());
        return timer;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Timer timer = Stores.find(context, Timer.class);
        if (timer != null) {
            timer.cancel();
        }
        StateMachineHarness harness = StateMachineTestSupport.harness(context);
        RunningEndpoints.stopped(harness.endpoint());
        harness.close();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return StepFunctionsEndpoint.class.equals(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("An endpoint belongs to one test: take it in the test method, in"
                    + " @BeforeEach or in @AfterEach of a class with @StateMachineTest and @WithEndpoint");
        }
        return StateMachineTestSupport.harness(context).endpoint();
    }
}
