package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
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
        RunningEndpoints.started(
                context.getUniqueId(), StateMachineTestSupport.harness(context).endpoint());
    }

    @Override
    public void afterEach(ExtensionContext context) {
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
