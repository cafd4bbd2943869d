package io.github.asltestkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Warnings about definitions that are not wanted: of the tests of {@link DefinitionTests} that this class makes. Errors
 * cannot be ignored.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface IgnoreWarnings {

    /** The codes, such as {@code CHOICE_WITHOUT_DEFAULT}; {@code *} for all. */
    String[] value();
}
