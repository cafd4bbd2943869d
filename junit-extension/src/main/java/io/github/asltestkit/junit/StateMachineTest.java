package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import io.github.asltestkit.mock.FieldValidation;
import io.github.asltestkit.time.VirtualClock;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class, or this test, are tests of a state machine.
 *
 * <p>Each test, and each invocation of a {@code @ParameterizedTest} or {@code @RepeatedTest}, has a harness of its own, with
 * its own virtual clock and its own mocks; the tests of one {@code @TestFactory} method share one, or ask a supplier for one
 * each. Test methods,
 * {@code @BeforeEach} and {@code @AfterEach} methods and, from JUnit 5.12 on, the constructor of a class with an instance
 * for each test may take as parameters:
 *
 * <ul>
 *   <li>{@link StateMachineHarness}, to script calls and to start executions;
 *   <li>{@code Supplier<StateMachineHarness>}, for a test that needs several: each call gives another harness like the first,
 *       with a clock and mocks of its own, whose executions are reported and covered as those of the first are;
 *   <li>{@link VirtualClock}, the harness's clock;
 *   <li>{@link StateMachine}, which {@code @BeforeAll} methods and any constructor may take as well: it never changes; with
 *       {@link Machine}, a further machine by its name;
 *   <li>what {@link Injected} or {@link Input} mark. Fields are supplied where one of these three annotations stands on them.
 * </ul>
 *
 * <p>A definition that cannot be run fails every test of the class with the text of all its problems; warnings about it are an
 * entry of the report, but for those that {@link IgnoreWarnings} names. A test that fails
 * leaves the timeline of its executions in its report, and the timeline and the history as files beside it. After a test
 * that has passed, a mock that was never called fails it, unless {@link #strictness()} says otherwise.
 *
 * <p>{@code @Nested} classes and subclasses inherit the annotation; one on a method or on a nested class overrides
 * the one around it. You can put it on an annotation of your own, which then is a {@code @StateMachineTest} too.
 *
 * <p>What an attribute leaves open may be said for all tests by a configuration parameter of the JUnit platform (in
 * {@code junit-platform.properties}, say): {@code asl.testkit.type}, {@code asl.testkit.startInstant}, {@code asl.testkit.seed},
 * {@code asl.testkit.account}, {@code asl.testkit.region}, {@code asl.testkit.strictness}, and
 * {@code asl.testkit.substitutionFiles} with names between commas.
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(StateMachineExtension.class)
public @interface StateMachineTest {

    /**
     * Where the definition is: a class-path resource in the package of the test class or of a class that it extends, or else
     * one named from the root of the class path, or else a file, relative to the working directory. Amazon States Language in
     * JSON or YAML, or a template (SAM, CloudFormation, CDK, Serverless Framework, Terraform) that holds it.
     */
    String value() default "";

    /** The definition itself, instead of {@link #value()}. */
    String definition() default "";

    /**
     * The name of the state machine, which its ARN and {@code $$.StateMachine.Name} have. Empty for the one that the template
     * gives, or else the name of the file: {@code order} of {@code order.asl.json}.
     */
    String name() default "";

    /** Which state machine, where a template holds several: its logical id. Empty where there is only one. */
    String logicalId() default "";

    /**
     * The values of placeholders such as {@code ${TableName}}, of template parameters and of attributes
     * ({@code MyFunction.Arn}), each as {@code Name=value}. A value that is JSON is that JSON; any other is text.
     */
    String[] substitutions() default {};

    /**
     * Properties files with values of placeholders, found as {@link #value()} is. A later file overrides an earlier one, and
     * {@link #substitutions()} overrides all files.
     */
    String[] substitutionFiles() default {};

    /**
     * The JSON Schema of an execution's input: the name of a resource or a file, found as {@link #value()} is. Warnings about the
     * definition then know which fields there are. An object has no other fields than its {@code properties} if its
     * {@code additionalProperties} is {@code false}. What tasks return, {@link ResultType} says.
     */
    @API(status = EXPERIMENTAL, since = "0.1")
    String inputSchema() default "";

    /**
     * The type of the state machine, which decides about quotas and integration patterns; at most one. With none, it is what
     * a template says, else STANDARD.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Workflow types</a>
     */
    StateMachineType[] type() default {};

    /**
     * The instant at which the virtual clock starts, such as {@code 2024-02-29T12:00:00Z}; kept to the millisecond. Empty for
     * {@code 2024-01-01T00:00:00Z}.
     */
    String startInstant() default "";

    /**
     * The seed of all ids, task tokens, retry jitter and random values: the same seed gives the same history. At most one;
     * with none, it is 1.
     */
    long[] seed() default {};

    /**
     * How mocked responses, and the requests that they answer, are held against the API models of the AWS SDK for Java 2, where
     * it is on the class path; a mock may say it for itself.
     */
    FieldValidation fieldValidation() default FieldValidation.STRICT;

    /** The account that executions run in: twelve digits. Empty for {@code 123456789012}. */
    String account() default "";

    /**
     * The region that executions run in, which decides about the partition of ARNs too. Empty for the region that the
     * Serverless Framework's file names, or else {@code us-east-1}.
     */
    String region() default "";

    /** What a mock means that the test never called; at most one. With none, it is {@link Strictness#STRICT}. */
    Strictness[] strictness() default {};
}
