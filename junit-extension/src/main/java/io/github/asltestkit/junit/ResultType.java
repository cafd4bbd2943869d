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

/**
 * What a Lambda function or the task of a state returns, for the tests of this class, or for this test:
 * {@code @ResultType(of = "charge-card", value = Receipt.class)}. A mock that returns something else is refused at the call,
 * and warnings about the definition that {@link StateMachineTest} names on the same class or method, or within it, know which
 * fields there are. May be repeated; of two for the same name, that on the method or the inner class counts.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Repeatable(ResultType.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ResultType {

    /** The name of a Lambda function, whose payload it is; or of a state, whose task's result it is. */
    String of();

    /** A record or a bean, as the JSON mapping of the project writes it. */
    Class<?> value() default Void.class;

    /**
     * Instead of {@link #value()}, a JSON Schema: the name of a resource or a file, found as {@link StateMachineTest#value()} is.
     */
    String schema() default "";

    /** Several of them. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface List {
        /** One for each result. */
        ResultType[] value();
    }
}
