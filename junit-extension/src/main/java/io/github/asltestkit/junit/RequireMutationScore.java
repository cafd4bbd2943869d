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
 * The tests of this class have to notice mistakes in their definitions: after its last test the class makes small mistakes in
 * them on purpose, one at a time, and runs the tests again that reach the mistake. If fewer of these mutants than a minimum
 * make a test fail, the class fails, and says which ones nobody noticed.
 *
 * <p>What counts is what the tests of this class notice, those of its {@code @Nested} classes included. It is judged if all of
 * them were run and passed. The launcher of the JUnit platform has to be on the class path of the tests, as it is with
 * Maven, Gradle and development environments.
 *
 * @see IgnoreMutants
 */
@API(status = EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(RequireMutationScore.All.class)
@ExtendWith(MutationExtension.class)
public @interface RequireMutationScore {

    /** The least percentage, from 0 to 100. */
    double value();

    /**
     * The definition that is meant, by the name under which it is loaded or the end of its path; empty for all that the
     * extension loads for the class, taken together.
     */
    String of() default "";

    /** Several minimums, each of another definition. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @ExtendWith(MutationExtension.class)
    @interface All {
        /** The minimums. */
        RequireMutationScore[] value();
    }
}
