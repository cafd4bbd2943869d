package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link WithEndpoint} does. The harness is the one that {@link StateMachineTest} keeps for the test. */
final class EndpointExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HARNESSES =
            ExtensionContext.Namespace.create(StateMachineExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        StateMachineHarness harness = harness(context);
        if (harness == null) {
            throw new ExtensionConfigurationException(
                    "@WithEndpoint serves the harness of @StateMachineTest: write it below that annotation");
        }
        harness.endpoint();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        StateMachineHarness harness = harness(context);
        if (harness != null) {
            harness.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return StepFunctionsEndpoint.class.equals(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        StateMachineHarness harness = harness(context);
        if (harness == null) {
            throw new ParameterResolutionException("An endpoint belongs to one test: take it in the test method, in"
                    + " @BeforeEach or in @AfterEach of a class with @StateMachineTest and @WithEndpoint");
        }
        return harness.endpoint();
    }

    private static @Nullable StateMachineHarness harness(ExtensionContext context) {
        return context.getStore(HARNESSES).get(StateMachineHarness.class, StateMachineHarness.class);
    }
}
