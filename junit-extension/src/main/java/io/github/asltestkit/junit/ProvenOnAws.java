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
 * What the toolkit does in the tests of this {@link StateMachineTest} is proven on AWS: for every stay in a state that a passing test
 * produced, a folder has the answer of AWS's TestState to the same input, variables and mocked answer, and both agree. A test fails
 * if they differ, or if the folder has no answer yet.
 *
 * <pre>{@code
 * @StateMachineTest("order.asl.json")
 * @ProvenOnAws("proofs/order")
 * class OrderTest {}
 * }</pre>
 *
 * <p>Tests read the folder, and need no account. With {@code -Dasl.testkit.prove=true} AWS is asked, after the last test of the class,
 * about what the folder does not have yet; that needs the AWS SDK for Java 2 ({@code software.amazon.awssdk:sfn}) and credentials
 * that allow {@code states:TestState}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ProvenOnAwsExtension.class)
public @interface ProvenOnAws {
    /** The folder of the answers, relative to the working directory, which Maven and Gradle set to the module's folder. */
    String value();
}
