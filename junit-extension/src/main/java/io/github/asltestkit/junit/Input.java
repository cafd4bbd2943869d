package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.StateMachineHarness;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * The input of an execution, as JSON: here, or in a file.
 *
 * <p>On a class or a method, it is what {@link StateMachineHarness#run()} and {@link StateMachineHarness#start()} give; the
 * nearest is taken. On a parameter or a field, it is supplied: to a {@link String} as text, to a {@link JsonNode} as a
 * tree, to any other type as the object that Jackson makes of it.
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.FIELD})
public @interface Input {
    /** The JSON itself. */
    String value() default "";

    /** Where the JSON is, instead of {@link #value()}: a class-path resource or a file, as {@link StateMachineTest#value()}. */
    String resource() default "";
}
