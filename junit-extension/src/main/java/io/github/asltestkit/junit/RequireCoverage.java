package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class have to cover their definitions: where they cover less than a minimum, the class fails after its
 * last test, and says what was never taken.
 *
 * <p>What counts is what the tests of this class do, those of its {@code @Nested} classes included. It is judged where all
 * of them were run and passed: one test run alone in a development environment, or a test that fails anyway, is told nothing.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(RequireCoverage.All.class)
@ExtendWith(RequireCoverageExtension.class)
public @interface RequireCoverage {

    /** The least percentage, from 0 to 100. */
    double value();

    /**
     * The definition that is meant, by the name under which it is loaded or the end of its path; empty for all that the
     * tests of the class execute, taken together.
     */
    String of() default "";

    /** Several minimums, each of another definition. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @ExtendWith(RequireCoverageExtension.class)
    @interface All {
        /** The minimums. */
        RequireCoverage[] value();
    }
}
