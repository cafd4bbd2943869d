package io.github.asltestkit.junit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.Replay;
import io.github.asltestkit.replay.Recording;
import io.github.asltestkit.replay.ReplayResult;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * This method of a {@link StateMachineTest} is a test for each recorded execution in a folder: the execution is run again on
 * the definition of today, and the test fails where it departs from what was recorded. The method itself may be empty; it
 * runs after a replay that did not depart, and may take the {@link Recording} and the {@link ReplayResult}.
 *
 * <pre>{@code
 * @ReplayTest("recordings/order")
 * void production_goes_on_as_it_did() {}
 * }</pre>
 *
 * <p>A recording is what {@code aws stepfunctions get-execution-history --output json} printed.
 *
 * @see Replay
 */
@API(status = EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD})
@TestTemplate
@ExtendWith(ReplayInvocations.class)
public @interface ReplayTest {
    /**
     * A folder of recordings, or one recording: on the class path, looked for in the package of the test class first, or
     * in the file system, relative to the working directory.
     */
    String value();

    /**
     * Places in parameters and outputs that may differ: a path such as {@code $..traceId}, or a state's name and a path,
     * such as {@code Charge $.Payload.requestedAt}.
     */
    String[] ignoring() default {};

    /** States that have another name today: {@code Approve -> AskForApproval}. */
    String[] renamed() default {};
}
