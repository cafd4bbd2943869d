package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.spec.ErrorNames;
import io.github.asltestkit.mock.Mock;
import io.github.asltestkit.mock.MockedResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a test says it: which method of a mock, with what. The search calls it, and the writer of Java writes it down, so
 * that a test does what the search saw.
 *
 * @param method the method of the mock
 * @param json what is returned; null of what fails or is silent
 * @param error the error's name; null of what does not fail
 * @param cause the cause; null of what does not fail
 */
record Script(
        Method method,
        @Nullable JsonNode json,
        @Nullable String error,
        @Nullable String cause) {

    /** A method of a mock. */
    enum Method {
        RETURNS("returns", false),
        FAILS("fails", false),
        NEVER_ANSWERS("neverAnswers", false),
        JOB_FAILS("jobFailsAfter", true),
        JOB_NEVER_ENDS("jobNeverEnds", false),
        ACCEPTS("accepts", false),
        CALLBACK_SUCCEEDS("callbackSucceedsAfter", true),
        CALLBACK_FAILS("callbackFailsAfter", true);

        private final String java;
        private final boolean delayed;

        Method(String java, boolean delayed) {
            this.java = java;
            this.delayed = delayed;
        }

        /** Its name; behind another answer, as {@code then} has it. */
        String java(boolean first) {
            return first ? java : "then" + Character.toUpperCase(java.charAt(0)) + java.substring(1);
        }

        boolean isDelayed() {
            return delayed;
        }
    }

    static Script of(Answer answer, TaskResource resource) {
        IntegrationPattern pattern = resource.pattern();
        Method method = switch (answer.kind()) {
            case RETURNS ->
                pattern == IntegrationPattern.WAIT_FOR_TASK_TOKEN ? Method.CALLBACK_SUCCEEDS : Method.RETURNS;
            case FAILS -> failing(pattern, String.valueOf(answer.error()));
            case SILENT ->
                switch (pattern) {
                    case RUN_A_JOB -> Method.JOB_NEVER_ENDS;
                    case WAIT_FOR_TASK_TOKEN -> Method.ACCEPTS;
                    case REQUEST_RESPONSE, ACTIVITY -> Method.NEVER_ANSWERS;
                };
        };
        return switch (answer.kind()) {
            case RETURNS -> new Script(method, answer.output(), null, null);
            case FAILS -> new Script(method, null, answer.error(), answer.cause());
            case SILENT -> new Script(method, null, null, null);
        };
    }

    private static Method failing(IntegrationPattern pattern, String error) {
        if (pattern == IntegrationPattern.RUN_A_JOB && error.equals(ErrorNames.TASK_FAILED)) {
            return Method.JOB_FAILS;
        }
        return pattern == IntegrationPattern.WAIT_FOR_TASK_TOKEN ? Method.CALLBACK_FAILS : Method.FAILS;
    }

    /** Scripts the calls of a mock. */
    static void apply(Mock mock, List<Answer> answers, TaskResource resource) {
        MockedResponse response = null;
        for (Answer answer : answers) {
            Script script = of(answer, resource);
            response = response == null ? script.first(mock) : script.then(response);
        }
    }

    private MockedResponse first(Mock mock) {
        return switch (method) {
            case RETURNS -> mock.returns(json);
            case FAILS -> mock.fails(error, cause);
            case NEVER_ANSWERS -> mock.neverAnswers();
            case JOB_FAILS -> mock.jobFailsAfter(Duration.ZERO, error, cause);
            case JOB_NEVER_ENDS -> mock.jobNeverEnds();
            case ACCEPTS -> mock.accepts();
            case CALLBACK_SUCCEEDS -> mock.callbackSucceedsAfter(Duration.ZERO, json);
            case CALLBACK_FAILS -> mock.callbackFailsAfter(Duration.ZERO, error, cause);
        };
    }

    private MockedResponse then(MockedResponse before) {
        return switch (method) {
            case RETURNS -> before.thenReturns(json);
            case FAILS -> before.thenFails(error, cause);
            case NEVER_ANSWERS -> before.thenNeverAnswers();
            case JOB_FAILS -> before.thenJobFailsAfter(Duration.ZERO, error, cause);
            case JOB_NEVER_ENDS -> before.thenJobNeverEnds();
            case ACCEPTS -> before.thenAccepts();
            case CALLBACK_SUCCEEDS -> before.thenCallbackSucceedsAfter(Duration.ZERO, json);
            case CALLBACK_FAILS -> before.thenCallbackFailsAfter(Duration.ZERO, error, cause);
        };
    }
}
