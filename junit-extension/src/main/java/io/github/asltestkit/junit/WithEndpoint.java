package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.endpoint.StepFunctionsEndpoint;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each test of this class, or this test, has its harness served as an AWS endpoint: {@link StateMachineHarness#endpoint()} is
 * started before the test and stopped after it. Stands beside {@link StateMachineTest}, on a class or on a method. Methods
 * may take a {@link StepFunctionsEndpoint} as a parameter.
 *
 * <p>A request that ran into a call that nobody mocked fails the test, also where the client kept silent about it.
 *
 * <p>A client that is made before the test follows the endpoint of the running test: {@link
 * StateMachineTestSupport#runningEndpoint()}.
 *
 * @see StepFunctionsEndpoint
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(EndpointExtension.class)
public @interface WithEndpoint {}
