package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Warnings about definitions that are not wanted: about those that {@link StateMachineTest} and {@link FurtherMachine} name on
 * this class or method or within it, and of the tests of {@link DefinitionLint} that this class makes. Errors cannot be
 * ignored.
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface IgnoreWarnings {

    /** The codes, such as {@code CHOICE_WITHOUT_DEFAULT}; {@code *} for all. */
    String[] value();
}
