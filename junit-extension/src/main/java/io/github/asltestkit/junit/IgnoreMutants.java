package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Mutants that the tests of this class need not notice, because they make no difference or because nobody minds: they are not
 * run, and do not count in a score. Does nothing while no test is run with mutants.
 *
 * @see RequireMutationScore
 */
@API(status = EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(MutationExtension.class)
public @interface IgnoreMutants {

    /**
     * The ids of mutants, such as {@code ShipOrder: drop field QueueUrl}, as the console and the report name them; a
     * {@code *} matches any characters. If none of the mutants of the class's definitions has such a name, the class fails.
     */
    String[] value();
}
