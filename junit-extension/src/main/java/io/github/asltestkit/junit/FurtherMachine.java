package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.StateMachineType;
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
 * Another state machine that the harness of each test knows, so that executions can start it by its name or ARN
 * ({@code states:startExecution}, with and without {@code .sync}). Stands beside {@link StateMachineTest} on a class or a
 * method, once for each machine; those of the classes around and above count too, and of two with one name the nearest is taken.
 *
 * @see Machine
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-nested-workflows.html">Nested workflows</a>
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(FurtherMachine.Machines.class)
@ExtendWith(StateMachineExtension.class)
public @interface FurtherMachine {

    /** Where the definition is, as {@link StateMachineTest#value()}. */
    String value() default "";

    /** The definition itself, instead of {@link #value()}. */
    String definition() default "";

    /** The machine's name: letters, digits, {@code -} and {@code _}. Empty for the one made from its source's name. */
    String name() default "";

    /** As {@link StateMachineTest#logicalId()}. */
    String logicalId() default "";

    /** As {@link StateMachineTest#substitutions()}. */
    String[] substitutions() default {};

    /** As {@link StateMachineTest#substitutionFiles()}. */
    String[] substitutionFiles() default {};

    /** As {@link StateMachineTest#type()}, but for the configuration parameter, which is about machines under test. */
    StateMachineType[] type() default {};

    /** Several of them. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(StateMachineExtension.class)
    @interface Machines {
        /** The machines. */
        FurtherMachine[] value();
    }
}
