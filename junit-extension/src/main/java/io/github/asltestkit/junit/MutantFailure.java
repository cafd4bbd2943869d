package io.github.asltestkit.junit;

import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.mutation.MutantStatus;
import io.github.asltestkit.mutation.TestVerdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the failure of a test says of the mutant that the test was run with. Failures are told apart by the names of their
 * classes: a framework may have loaded the test, and the toolkit for it, with a class loader of its own.
 */
final class MutantFailure {
    private static final String TOOLKIT = "io.github.asltestkit.";
    private static final String INSIDE = TOOLKIT + "internal.";

    private static final String STEP_LIMIT = INSIDE + "execution.StepLimitException";
    private static final String TIMEOUT = "java.util.concurrent.TimeoutException";

    /** The toolkit's step limit, and JUnit's timeout. */
    private static final Set<String> ENDLESS = Set.of(STEP_LIMIT, TIMEOUT);

    private static final int LONGEST = 200;

    /** What nobody throws on purpose. */
    private static final Set<String> ACCIDENTS = Set.of(
            "java.lang.NullPointerException",
            "java.lang.ClassCastException",
            "java.lang.ArithmeticException",
            "java.lang.ArrayStoreException",
            "java.lang.NegativeArraySizeException",
            "java.lang.UnsupportedOperationException",
            "java.lang.IndexOutOfBoundsException",
            "java.lang.ArrayIndexOutOfBoundsException",
            "java.lang.StringIndexOutOfBoundsException",
            "java.lang.NumberFormatException",
            "java.lang.StackOverflowError",
            "java.lang.OutOfMemoryError",
            "java.util.ConcurrentModificationException",
            "java.util.NoSuchElementException");

    /** Libraries that the toolkit calls. */
    private static final List<String> OF_LIBRARIES =
            List.of("com.fasterxml.jackson.", "com.dashjoin.", "com.jayway.", "org.yaml.");

    /** Who throws what its caller is to blame for. */
    private static final List<String> CALLED = Stream.concat(
                    Stream.of("java.", "javax.", "jdk.", "sun."), OF_LIBRARIES.stream())
            .toList();

    private MutantFailure() {}

    static TestVerdict verdict(Throwable failure) {
        return new TestVerdict(status(failure), reason(failure));
    }

    private static MutantStatus status(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (ENDLESS.contains(at.getClass().getName())) {
                return MutantStatus.TIMEOUT;
            }
        }
        return isOurs(failure) ? MutantStatus.TOOLKIT_ERROR : MutantStatus.KILLED;
    }

    /**
     * Whether the toolkit, or a library that it called, failed by accident. What a test hands to a public method may make that
     * method fail, which is the test's own mistake.
     */
    private static boolean isOurs(Throwable failure) {
        String name = failure.getClass().getName();
        boolean accident = ACCIDENTS.contains(name) || OF_LIBRARIES.stream().anyMatch(name::startsWith);
        boolean assumption = name.equals("java.lang.IllegalStateException");
        boolean first = true;
        for (StackTraceElement frame : failure.getStackTrace()) {
            String thrower = frame.getClassName();
            if (CALLED.stream().anyMatch(thrower::startsWith)) {
                continue;
            }
            if (!thrower.startsWith(TOOLKIT) || isTest(thrower)) {
                return false;
            }
            if (thrower.startsWith(INSIDE)) {
                return accident || (assumption && first);
            }
            first = false;
        }
        return false;
    }

    /** Tests of the toolkit itself, and its samples, share its packages. */
    private static boolean isTest(String name) {
        return name.contains("Test") || name.startsWith(TOOLKIT + "samples.");
    }

    private static String reason(Throwable failure) {
        if (failure.getClass().getName().equals(TIMEOUT)) {
            return "the test did not end in time"; // JUnit's words say how long, which differs from run to run
        }
        String message = String.valueOf(failure.getMessage()).strip();
        String first = message.lines().findFirst().orElse("").strip();
        String text = failure instanceof AssertionError && failure.getMessage() != null
                ? first
                : failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + first);
        return Text.cut(text, LONGEST);
    }
}
