package io.github.asltestkit.junit;

import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.definition.InvalidDefinitionException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;

/** What {@link StateMachineTest} does. Holds nothing itself: machines and harnesses live in the stores of JUnit. */
final class StateMachineExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                InvocationInterceptor,
                TestWatcher,
                ExecutionCondition {

    /** In the store of a {@code @TestFactory} method if one of its tests has failed. */
    private enum DynamicTests {
        FAILED
    }

    StateMachineExtension() {
        SupportedJUnit.check();
    }

    /** So that a constructor can take the harness; JUnit asks from 5.12 on. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Mutated.isToBeRun(context);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Fields.beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        StateMachineTestSupport.harness(context);
        Fields.beforeEach(context);
    }

    // ---- parameters --------------------------------------------------------------------------------------------

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Injections.isOurs(parameter);
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            return Injections.value(InjectionPoint.of(parameter), context);
        } catch (ExtensionConfigurationException | InvalidDefinitionException refused) {
            // JUnit would put its own sentence before any other exception's.
            throw new ParameterResolutionException(refused.getMessage(), refused);
        }
    }

    /** JUnit's words for a parameter that nobody supplies do not know of {@link Input}. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw Forgotten.explained(context, failure);
    }

    // ---- the end of a test -------------------------------------------------------------------------------------

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
        TestHarnesses.in(context).ifPresent(used -> {
            used.end(context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName());
            TestRecording.finished(context, used, failure);
        });
    }

    private static void endTest(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            report(context, context.getExecutionException().get());
        } else if (Stores.find(context, DynamicTests.class) == null) {
            TestHarnesses harnesses = StateMachineTestSupport.harnesses(context);
            unusedMocks(context, harnesses, harnesses.all());
            ClassProof.passed(context, harnesses.besides(List.of()));
        }
    }

    private static void unusedMocks(
            ExtensionContext context, TestHarnesses harnesses, List<StateMachineHarness> judged) {
        String unused = harnesses.unusedMocks(judged);
        if (unused != null) {
            switch (Settings.of(context).strictness()) {
                case STRICT -> throw new AssertionError(unused);
                case WARN -> context.publishReportEntry("unused mocks", "\n" + unused);
                case LENIENT -> {}
            }
        }
    }

    /** Also of failures that came after our own {@code afterEach}, or before there was a test to run. */
    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        Mutated.noticed(context);
        report(context, cause);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        FailureReport.forget(context);
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        FailureReport.forget(context);
    }

    private static void report(ExtensionContext context, Throwable failure) {
        boolean told = !Mutated.isRerun(context);
        FailureReport.forget(context)
                .filter(harnesses -> told)
                .ifPresent(harnesses -> FailureReport.publish(context, harnesses, failure));
    }

    /**
     * A dynamic test has no life cycle of its own: what the executions are that it started, and the harnesses that it made,
     * shows in what there was before.
     */
    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext dynamic, ExtensionContext context)
            throws Throwable {
        ExtensionContext factory = factory(context);
        TestHarnesses harnesses = StateMachineTestSupport.harnesses(factory);
        int harnessesBefore = harnesses.all().size();
        List<Execution> before = harnesses.executions();
        Throwable failed = null;
        try {
            invocation.proceed();
            List<StateMachineHarness> all = harnesses.all();
            unusedMocks(factory, harnesses, all.subList(harnessesBefore, all.size()));
            ClassProof.passed(context, harnesses.besides(before));
        } catch (Throwable failure) {
            failed = failure;
            Stores.put(factory, DynamicTests.class, DynamicTests.FAILED);
            throw failure;
        } finally {
            List<Execution> own = harnesses.takeBesides(before);
            if (failed != null && !Mutated.isRerun(context)) {
                FailureReport.publish(context, own, failed);
            }
            TestRecording.dynamicTestFinished(context, factory, own, failed);
        }
    }

    /** The method that a dynamic test comes from, however many containers are between them. */
    private static ExtensionContext factory(ExtensionContext dynamic) {
        ExtensionContext at = dynamic;
        while (at.getTestMethod().isEmpty() && at.getParent().isPresent()) {
            at = at.getParent().get();
        }
        return at;
    }
}
