package io.github.asltestkit.internal.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskResource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The events of a task: {@code Task...} of a service, {@code LambdaFunction...} and {@code Activity...} of an ARN. */
sealed interface TaskEvents {

    /** An event to be written. */
    record Event(HistoryEventType type, EventDetails details) {}

    /** Which event a failure becomes. */
    interface OfFailure {
        Event of(@Nullable String error, @Nullable String cause);
    }

    /** @param parameters the call's parameters as the history shows them */
    Event scheduled(TaskCall call, JsonNode parameters);

    Event started(@Nullable String workerName);

    Event submitted(JsonNode output);

    Event succeeded(JsonNode output);

    Event failed(@Nullable String error, @Nullable String cause);

    Event timedOut(@Nullable String error, @Nullable String cause);

    Event startFailed(@Nullable String error, @Nullable String cause);

    Event submitFailed(@Nullable String error, @Nullable String cause);

    /** What AWS calls the task where a result is too large. */
    String taskName();

    static TaskEvents of(TaskResource resource, String region) {
        return switch (resource.kind()) {
            case LAMBDA_FUNCTION -> new OfArn(resource, true);
            case ACTIVITY -> new OfArn(resource, false);
            default -> new OfService(resource, region);
        };
    }

    /** A service integration. */
    record OfService(TaskResource resource, String region) implements TaskEvents {

        @Override
        public Event scheduled(TaskCall call, JsonNode parameters) {
            boolean plain =
                    call.timeoutSeconds() == null && call.heartbeatSeconds() == null && call.credentials() == null;
            EventDetails details = plain
                    ? EventDetails.of(
                            "resourceType",
                            resource.service(),
                            "resource",
                            resource.action(),
                            "region",
                            region,
                            "parameters",
                            parameters)
                    : EventDetails.of(
                            "resourceType",
                            resource.service(),
                            "resource",
                            resource.action(),
                            "region",
                            region,
                            "parameters",
                            parameters,
                            "timeoutInSeconds",
                            call.timeoutSeconds(),
                            "heartbeatInSeconds",
                            call.heartbeatSeconds(),
                            "taskCredentials",
                            credentials(call));
            return new Event(HistoryEventType.TASK_SCHEDULED, details);
        }

        private static @Nullable EventDetails credentials(TaskCall call) {
            JsonNode credentials = call.credentials();
            if (credentials == null) {
                return null;
            }
            Object[] fields = new Object[credentials.size() * 2];
            int i = 0;
            for (var field : credentials.properties()) {
                String name = field.getKey();
                fields[i++] = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                fields[i++] = field.getValue().isTextual() ? field.getValue().textValue() : field.getValue();
            }
            return EventDetails.of(fields);
        }

        @Override
        public Event started(@Nullable String workerName) {
            return new Event(
                    HistoryEventType.TASK_STARTED,
                    EventDetails.of("resourceType", resource.service(), "resource", resource.action()));
        }

        @Override
        public Event submitted(JsonNode output) {
            return event(
                    HistoryEventType.TASK_SUBMITTED, "output", output, "outputDetails", HistoryWriter.NOT_TRUNCATED);
        }

        @Override
        public Event succeeded(JsonNode output) {
            return event(
                    HistoryEventType.TASK_SUCCEEDED, "output", output, "outputDetails", HistoryWriter.NOT_TRUNCATED);
        }

        @Override
        public Event failed(@Nullable String error, @Nullable String cause) {
            return event(HistoryEventType.TASK_FAILED, "error", error, "cause", cause);
        }

        @Override
        public Event timedOut(@Nullable String error, @Nullable String cause) {
            return event(HistoryEventType.TASK_TIMED_OUT, "error", error, "cause", cause);
        }

        @Override
        public Event startFailed(@Nullable String error, @Nullable String cause) {
            return event(HistoryEventType.TASK_START_FAILED, "error", error, "cause", cause);
        }

        @Override
        public Event submitFailed(@Nullable String error, @Nullable String cause) {
            return event(HistoryEventType.TASK_SUBMIT_FAILED, "error", error, "cause", cause);
        }

        @Override
        public String taskName() {
            return resource.service();
        }

        private Event event(
                HistoryEventType type,
                String first,
                @Nullable Object firstValue,
                String second,
                @Nullable Object secondValue) {
            return new Event(
                    type,
                    EventDetails.of(
                            "resourceType",
                            resource.service(),
                            "resource",
                            resource.action(),
                            first,
                            firstValue,
                            second,
                            secondValue));
        }
    }

    /** A Lambda function or an Activity, named by its ARN. */
    record OfArn(TaskResource resource, boolean lambda) implements TaskEvents {

        @Override
        public Event scheduled(TaskCall call, JsonNode parameters) {
            JsonNode credentials = call.credentials();
            return new Event(
                    lambda ? HistoryEventType.LAMBDA_FUNCTION_SCHEDULED : HistoryEventType.ACTIVITY_SCHEDULED,
                    EventDetails.of(
                            "resource",
                            resource.arn(),
                            "input",
                            parameters,
                            "inputDetails",
                            HistoryWriter.NOT_TRUNCATED,
                            "timeoutInSeconds",
                            call.timeoutSeconds(),
                            "heartbeatInSeconds",
                            lambda ? null : call.heartbeatSeconds(),
                            "taskCredentials",
                            lambda && credentials != null ? OfService.credentials(call) : null));
        }

        @Override
        public Event started(@Nullable String workerName) {
            return lambda
                    ? new Event(HistoryEventType.LAMBDA_FUNCTION_STARTED, EventDetails.NONE)
                    : new Event(HistoryEventType.ACTIVITY_STARTED, EventDetails.of("workerName", workerName));
        }

        @Override
        public Event submitted(JsonNode output) {
            throw new IllegalStateException(
                    "A Lambda function or an Activity is not submitted: mock " + resource.arn() + " with an answer");
        }

        @Override
        public Event succeeded(JsonNode output) {
            return new Event(
                    lambda ? HistoryEventType.LAMBDA_FUNCTION_SUCCEEDED : HistoryEventType.ACTIVITY_SUCCEEDED,
                    HistoryWriter.output(output));
        }

        @Override
        public Event failed(@Nullable String error, @Nullable String cause) {
            return event(
                    lambda ? HistoryEventType.LAMBDA_FUNCTION_FAILED : HistoryEventType.ACTIVITY_FAILED, error, cause);
        }

        @Override
        public Event timedOut(@Nullable String error, @Nullable String cause) {
            return event(
                    lambda ? HistoryEventType.LAMBDA_FUNCTION_TIMED_OUT : HistoryEventType.ACTIVITY_TIMED_OUT,
                    error,
                    cause);
        }

        @Override
        public Event startFailed(@Nullable String error, @Nullable String cause) {
            return event(
                    lambda ? HistoryEventType.LAMBDA_FUNCTION_START_FAILED : HistoryEventType.ACTIVITY_SCHEDULE_FAILED,
                    error,
                    cause);
        }

        @Override
        public Event submitFailed(@Nullable String error, @Nullable String cause) {
            return event(
                    lambda
                            ? HistoryEventType.LAMBDA_FUNCTION_SCHEDULE_FAILED
                            : HistoryEventType.ACTIVITY_SCHEDULE_FAILED,
                    error,
                    cause);
        }

        @Override
        public String taskName() {
            return resource.arn();
        }

        private static Event event(HistoryEventType type, @Nullable String error, @Nullable String cause) {
            return new Event(type, EventDetails.of("error", error, "cause", cause));
        }
    }
}
