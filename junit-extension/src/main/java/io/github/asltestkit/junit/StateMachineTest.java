package io.github.asltestkit.junit;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.mock.FieldValidation;
import io.github.asltestkit.time.VirtualClock;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class, or this test, are tests of a state machine.
 *
 * <p>Each test has a harness of its own, with its own virtual clock and its own mocks. Test methods and {@code @BeforeEach}
 * and {@code @AfterEach} methods may take, as parameters:
 *
 * <ul>
 *   <li>{@link StateMachineHarness}, to script calls and to start executions;
 *   <li>{@link VirtualClock}, the harness's clock;
 *   <li>{@link StateMachine}, which constructors and {@code @BeforeAll} methods may take as well: it never changes.
 * </ul>
 *
 * <p>A definition that cannot be run fails every test of the class with the text of all its problems. After a test that
 * has passed, a mock that was never called fails it, unless {@link #unusedMocks()} says otherwise.
 *
 * <p>{@code @Nested} classes and subclasses take over the annotation; one on a method or on a nested class goes before
 * the one around it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(StateMachineExtension.class)
public @interface StateMachineTest {

    /**
     * The definition: a class-path resource in the package of the test class, or else one named from the root of the
     * class path, or else a file, relative to the working directory.
     */
    String value();

    /** The type of the state machine, which decides about quotas and integration patterns. */
    StateMachineType type() default StateMachineType.STANDARD;

    /**
     * The instant at which the virtual clock starts, such as {@code 2024-02-29T12:00:00Z}; empty for
     * {@code 2024-01-01T00:00:00Z}.
     */
    String startInstant() default "";

    /** The seed of all ids, task tokens and random values: the same seed gives the same history. */
    long seed() default 1;

    /**
     * How mocked responses, and the requests that they answer, are held against the API models of the AWS SDK for Java 2, where
     * it is on the class path; a mock may say it for itself.
     */
    FieldValidation fieldValidation() default FieldValidation.STRICT;

    /** What a mock that the test never called means. */
    UnusedMocks unusedMocks() default UnusedMocks.FAIL;

    /** What a mock that the test never called means. */
    enum UnusedMocks {
        /** The test fails, and says which and where it was scripted. */
        FAIL,
        /** Nothing. */
        ALLOW
    }
}
