package io.github.asltestkit.junit;

import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest.UnusedMocks;
import io.github.asltestkit.time.VirtualClock;
import java.lang.reflect.AnnotatedElement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link StateMachineTest} does. Holds nothing itself: a machine and a harness live in the stores of JUnit. */
final class StateMachineExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(StateMachineExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        harness(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            endTest(context);
        } catch (RuntimeException | Error unusedMock) {
            record(context, unusedMock);
            throw unusedMock;
        }
        record(context, context.getExecutionException().orElse(null));
    }

    private static void record(ExtensionContext context, @Nullable Throwable failure) {
        StateMachineHarness used =
                context.getStore(NAMESPACE).get(StateMachineHarness.class, StateMachineHarness.class);
        if (used != null) {
            TestRecording.finished(context, used, failure);
        }
    }

    private static void endTest(ExtensionContext context) {
        boolean passed = context.getExecutionException().isEmpty();
        if (!passed && context.getStore(NAMESPACE).get(StateMachineHarness.class) != null) {
            FailureReport.publish(context, harness(context));
        } else if (passed && configuration(context).annotation().unusedMocks() == UnusedMocks.FAIL) {
            harness(context).mocks().verifyAllUsed();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Parameters.isOurs(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == StateMachine.class) {
            return machine(context);
        }
        if (type != StateMachineHarness.class && type != VirtualClock.class) {
            throw new ParameterResolutionException(Parameters.cannotBeSupplied(parameter));
        }
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(Parameters.belongsToOneTest(parameter));
        }
        return type == VirtualClock.class ? harness(context).clock() : harness(context);
    }

    static StateMachineHarness harness(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(StateMachineHarness.class, key -> newHarness(context), StateMachineHarness.class);
    }

    private static StateMachineHarness newHarness(ExtensionContext context) {
        Configuration configuration = configuration(context);
        HarnessOptions options = HarnessOptions.defaults()
                .withSeed(configuration.annotation().seed())
                .withFieldValidation(configuration.annotation().fieldValidation());
        String start = configuration.annotation().startInstant();
        if (!start.isEmpty()) {
            options = options.withStart(configuration.instant(start));
        }
        StateMachineHarness harness = StateMachineHarness.create(machine(context), options);
        if (context.getConfigurationParameter(ProgressLine.PARAMETER)
                .map(Boolean::parseBoolean)
                .orElse(true)) {
            harness.onMapRunProgress(new ProgressLine(System::nanoTime, System.out));
        }
        return harness;
    }

    /** The machine, loaded once for the class or method that is annotated. */
    static StateMachine machine(ExtensionContext context) {
        Configuration configuration = configuration(context);
        return configuration
                .context()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        new MachineKey(configuration.context().getUniqueId()),
                        key -> load(configuration),
                        StateMachine.class);
    }

    private static StateMachine load(Configuration configuration) {
        StateMachineTest annotation = configuration.annotation();
        if (annotation.value().isBlank()) {
            throw configuration.refuse("names no definition: write the name of a class-path resource or of a file");
        }
        return StateMachine.load(Resources.named(
                        annotation.value(), configuration.context().getRequiredTestClass()))
                .withType(annotation.type());
    }

    private static Configuration configuration(ExtensionContext context) {
        ExtensionContext at = context;
        while (true) {
            Optional<AnnotatedElement> element = at.getElement();
            Optional<StateMachineTest> annotation = AnnotationSupport.findAnnotation(element, StateMachineTest.class);
            if (annotation.isPresent()) {
                return new Configuration(annotation.get(), at);
            }
            at = at.getParent()
                    .orElseThrow(() -> new ExtensionConfigurationException(
                            "There is no @StateMachineTest on " + context.getDisplayName() + " or around it"));
        }
    }

    /** Keeps apart the machines of classes within one another: a store also finds what the stores around it hold. */
    private record MachineKey(String annotated) {}

    /** An annotation, and the class or method that has it. */
    private record Configuration(StateMachineTest annotation, ExtensionContext context) {

        Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw refuse("startInstant \"" + text + "\" is not an instant: write one such as 2024-01-01T00:00:00Z");
            }
        }

        ExtensionConfigurationException refuse(String problem) {
            String where = context.getElement().map(Parameters::name).orElse(context.getDisplayName());
            return new ExtensionConfigurationException("@StateMachineTest on " + where + ": " + problem);
        }
    }
}
