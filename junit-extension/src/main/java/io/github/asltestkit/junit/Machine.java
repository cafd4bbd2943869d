package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.StateMachine;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * On a parameter or field of type {@link StateMachine}: supply the machine of this name, the one under test or a
 * {@link FurtherMachine}.
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface Machine {
    /** The machine's name. */
    String value();
}
