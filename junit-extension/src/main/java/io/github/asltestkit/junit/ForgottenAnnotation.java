package io.github.asltestkit.junit;

import io.github.asltestkit.internal.message.Facts;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Notices tests that fail because nobody wrote {@link StateMachineTest}: no extension of ours runs then, and JUnit's message
 * does not know of the annotation. Prints below the results what is missing, once for each class.
 */
final class ForgottenAnnotation implements TestExecutionListener {
    /** The words of JUnit for a parameter that no extension supplies, of a type of ours. */
    private static final String UNRESOLVED = "(?s)No ParameterResolver registered for parameter \\["
            + "[^]]*?\\b(StateMachineHarness|VirtualClock|StateMachine)\\b.*";

    private final Supplier<PrintStream> out;
    private final Map<Class<?>, Missing> missing = new LinkedHashMap<>();

    /** What the tests of a class lack. */
    private record Missing(String type, Method first, List<String> tests) {}

    /** @param out where the lines go */
    ForgottenAnnotation(Supplier<PrintStream> out) {
        this.out = out;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Throwable failure = result.getThrowable().orElse(null);
        if (failure != null && test.getSource().orElse(null) instanceof MethodSource source) {
            String wanted = wanted(failure, source);
            if (wanted != null) {
                add(wanted, source.getJavaClass(), source.getJavaMethod());
            }
        }
    }

    private synchronized void add(String type, Class<?> testClass, Method test) {
        List<String> tests = missing.computeIfAbsent(testClass, c -> new Missing(type, test, new ArrayList<>()))
                .tests();
        if (!tests.contains(test.getName())) {
            tests.add(test.getName());
        }
    }

    /** The type that nobody supplied for want of the annotation; null if the test failed for another reason. */
    private static @Nullable String wanted(Throwable failure, MethodSource source) {
        Matcher unresolved = Pattern.compile(UNRESOLVED).matcher(String.valueOf(failure.getMessage()));
        boolean parameter = unresolved.matches();
        if (!parameter && !(failure instanceof NullPointerException)) {
            return null;
        }
        try {
            if (isAnnotated(source)) {
                return null;
            }
            return parameter ? unresolved.group(1) : injectedField(source.getJavaClass());
        } catch (RuntimeException | LinkageError notLoaded) {
            return null; // a class of a loader that JUnit's listeners do not reach
        }
    }

    private static @Nullable String injectedField(Class<?> testClass) {
        return ReflectionSupport.findFields(
                        testClass,
                        field -> AnnotationSupport.isAnnotated(field, Injected.class),
                        HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .findFirst()
                .map(field -> field.getType().getSimpleName())
                .orElse(null);
    }

    private static boolean isAnnotated(MethodSource source) {
        if (AnnotationSupport.isAnnotated(source.getJavaMethod(), StateMachineTest.class)) {
            return true;
        }
        for (Optional<Class<?>> at = Optional.of(source.getJavaClass());
                at.isPresent();
                at = at.map(Class::getEnclosingClass)) {
            if (AnnotationSupport.isAnnotated(at, StateMachineTest.class)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        missing.forEach((testClass, what) -> out.get().println("\n" + message(testClass, what)));
        missing.clear();
    }

    private static String message(Class<?> testClass, Missing what) {
        return "No @StateMachineTest on " + Places.simpleName(testClass) + " or around it, so nobody supplies a "
                + what.type() + ".\n\n"
                + new Facts()
                        .wrapped(what.tests().size() == 1 ? "test" : "tests", String.join(", ", what.tests()))
                        .whole("", "-> at " + Places.place(what.first()))
                        .text()
                + "\nPut @StateMachineTest(\"its definition\") on the class or the method.";
    }
}
