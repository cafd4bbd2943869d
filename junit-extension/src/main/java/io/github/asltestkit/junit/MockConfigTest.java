package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * This method of a {@link StateMachineTest} is a test for each test case in a mock file of Step Functions Local: with a
 * harness of its own, which has the test case's mocks. It may take the {@link MockTestCase} as a parameter.
 *
 * <pre>
 * {@literal @}MockConfigTest("MockConfigFile.json")
 * void every_test_case_ends_well(StateMachineHarness harness, MockTestCase testCase) {
 *     assertThat(harness.run(INPUT)).hasSucceeded();
 * }
 * </pre>
 *
 * @see MockConfig
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD})
@TestTemplate
@ExtendWith(MockConfigInvocations.class)
public @interface MockConfigTest {
    /** The mock file: a class-path resource, looked for in the package of the test class first, or a file. */
    String value();

    /**
     * The name of the state machine in the file; where it is empty, the one that has the name of the test's own, or the only
     * one.
     */
    String stateMachine() default "";

    /** The names of the test cases to run; all of them where it is empty. */
    String[] testCases() default {};
}
