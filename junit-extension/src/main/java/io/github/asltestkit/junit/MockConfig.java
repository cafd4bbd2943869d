package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * This test, or each test of this class, gets the mocks of a test case in a mock file of Step Functions Local. What the test
 * mocks itself answers before them. On a method it takes the place of one on the class.
 *
 * <pre>
 * {@literal @}Test
 * {@literal @}MockConfig(value = "MockConfigFile.json", testCase = "RetryPath")
 * void the_queue_is_full_twice(StateMachineHarness harness) { ... }
 * </pre>
 *
 * @see MockConfigTest
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html">Mocked service
 *     integrations in Step Functions Local</a>
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(MockConfigExtension.class)
public @interface MockConfig {
    /** The mock file: a class-path resource, looked for in the package of the test class first, or a file. */
    String value();

    /** The name of the test case in the file. */
    String testCase();

    /**
     * The name of the state machine in the file; where it is empty, the one that has the name of the test's own, or the only
     * one.
     */
    String stateMachine() default "";
}
