package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import java.util.Map;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For extensions of your own that work with {@link StateMachineTest}: the harness and the machine of a test, from its
 * context. They are the same that the test takes as parameters; whoever asks first makes them.
 */
@API(status = MAINTAINED, since = "0.1")
public final class StateMachineTestSupport {
    private StateMachineTestSupport() {}

    /**
     * The harness of a test.
     *
     * @param context of a test method, or of one invocation of a test template: that of {@code beforeEach}, say
     * @throws ExtensionConfigurationException if no {@link StateMachineTest} stands on the method or around it, or its
     *     attributes cannot be, or the context is that of a class
     * @throws io.github.asltestkit.definition.InvalidDefinitionException if the definition cannot be run
     */
    public static StateMachineHarness harness(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ExtensionConfigurationException("A harness belongs to one test, and "
                    + context.getElement().map(Places::name).orElse(context.getDisplayName())
                    + " is not one: ask for it in beforeEach or later");
        }
        return harnesses(context).own();
    }

    /** The harnesses of a test method, or of one invocation of a test template. */
    static TestHarnesses harnesses(ExtensionContext context) {
        return Stores.findOrMake(context, TestHarnesses.class, () -> {
            TestHarnesses made = new TestHarnesses(() -> create(context));
            FailureReport.remember(context, made);
            return made;
        });
    }

    /**
     * The machine under test.
     *
     * @param context of a test or of a class
     * @throws ExtensionConfigurationException as {@link #harness(ExtensionContext)}
     * @throws io.github.asltestkit.definition.InvalidDefinitionException if the definition cannot be run
     */
    public static StateMachine stateMachine(ExtensionContext context) {
        return Machines.underTest(context);
    }

    /**
     * The endpoint of the test that is running, for what was made before the test and outlives it, such as a bean of a cached
     * Spring context: {@code AwsClients.connect(SfnClient.builder(), StateMachineTestSupport::runningEndpoint).build()}. It may be
     * called on any thread.
     *
     * @throws IllegalStateException if no test with {@link WithEndpoint} is running, or several are at the same time
     */
    public static StepFunctionsEndpoint runningEndpoint() {
        return RunningEndpoints.only();
    }

    private static StateMachineHarness create(ExtensionContext context) {
        Settings settings = Settings.of(context);
        settings.check();
        HarnessOptions options = settings.options();
        options = Inputs.around(context).map(options::withInput).orElse(options);
        for (Map.Entry<String, JsonNode> result : ResultTypes.around(context).entrySet()) {
            options = options.withResultSchema(result.getKey(), result.getValue());
        }
        if (MutationSettings.judge(context)) {
            options = options.withWholeExplorations();
        }
        StateMachineHarness harness = StateMachineHarness.create(Machines.underTest(context), options);
        Machines.further(context).values().forEach(harness::add);
        if (context.getConfigurationParameter(ProgressLine.PARAMETER)
                .map(Boolean::parseBoolean)
                .orElse(true)) {
            ProgressLine progress = new ProgressLine(System::nanoTime, System.out);
            harness.onMapRunProgress(progress);
            harness.onExplorationProgress(progress::explored);
        }
        return harness;
    }
}
