package io.github.asltestkit.integration;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the world does with a call: steps at times after the call was scheduled, on the virtual clock. Where the steps do
 * not end the task, it waits: for its token, for the test to end the job, for a timeout, or for ever.
 *
 * @param steps in the order of their times
 */
@API(status = MAINTAINED, since = "0.1")
public record TaskReaction(List<Step> steps) {

    /** Keeps a copy of the steps. */
    public TaskReaction {
        steps = List.copyOf(steps);
    }

    /** One thing that happens to a task. */
    public sealed interface Step {
        /** How long after the call was scheduled, in virtual time; never negative. */
        Duration after();

        /** Whether the task has its outcome then, and nothing more can happen to it. */
        boolean endsTask();

        /**
         * Hands the step to the method of its kind. A new kind of step is a new method, which every visitor must have.
         *
         * @param <R> what the visitor gives
         */
        <R> R accept(Visitor<R> visitor);

        /**
         * One method for each kind of step.
         *
         * @param <R> what it gives
         */
        interface Visitor<R> {
            /** The service accepted the request. */
            R submitted(Submitted step);

            /** The task completes. */
            R succeeded(Succeeded step);

            /** The call, or the job, fails. */
            R failed(Failed step);

            /** A worker takes the task of an Activity. */
            R started(Started step);

            /** The worker sends SendTaskHeartbeat. */
            R heartbeat(Heartbeat step);

            /** The worker sends SendTaskHeartbeat again and again. */
            R heartbeats(Heartbeats step);

            /** The service or function runs into its own time limit. */
            R timedOut(TimedOut step);

            /** The task could not be started. */
            R startFailed(StartFailed step);

            /** The request was refused. */
            R submitFailed(SubmitFailed step);
        }

        /**
         * The service accepted the request: the job is submitted, the callback's message is sent. Task tokens and
         * {@code .sync} jobs go on from here.
         *
         * @param after as {@link Step#after()}
         * @param output the service's response, as TaskSubmitted shows it; not to be changed
         */
        record Submitted(Duration after, JsonNode output) implements Step {
            @Override
            public boolean endsTask() {
                return false;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.submitted(this);
            }
        }

        /**
         * The task completes.
         *
         * @param after as {@link Step#after()}
         * @param output the task's result; not to be changed
         */
        record Succeeded(Duration after, JsonNode output) implements Step {
            @Override
            public boolean endsTask() {
                return true;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.succeeded(this);
            }
        }

        /**
         * The call, or the job, fails.
         *
         * @param after as {@link Step#after()}
         * @param error the error's name, or null
         * @param cause the cause, or null
         */
        record Failed(
                Duration after,
                @Nullable String error,
                @Nullable String cause) implements Step {
            @Override
            public boolean endsTask() {
                return true;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.failed(this);
            }
        }

        /**
         * A worker takes the task of an Activity (GetActivityTask).
         *
         * @param after as {@link Step#after()}
         * @param workerName the worker's name in the history, or null
         */
        record Started(Duration after, @Nullable String workerName) implements Step {
            @Override
            public boolean endsTask() {
                return false;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.started(this);
            }
        }

        /**
         * The worker sends SendTaskHeartbeat.
         *
         * @param after as {@link Step#after()}
         */
        record Heartbeat(Duration after) implements Step {
            @Override
            public boolean endsTask() {
                return false;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.heartbeat(this);
            }
        }

        /**
         * The worker sends SendTaskHeartbeat again and again, as long as the task runs.
         *
         * @param after when it sends the first one, as {@link Step#after()}
         * @param interval how long after one another; positive
         * @param times how many at most
         */
        record Heartbeats(Duration after, Duration interval, int times) implements Step {
            /**
             * Checks the interval.
             *
             * @throws IllegalArgumentException if the interval is shorter than a millisecond
             */
            public Heartbeats {
                if (interval.toMillis() < 1) {
                    throw new IllegalArgumentException(
                            "The interval of heartbeats is at least a millisecond, but was " + interval);
                }
            }

            @Override
            public boolean endsTask() {
                return false;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.heartbeats(this);
            }
        }

        /**
         * The service or function runs into its own time limit, as a Lambda function's timeout does.
         *
         * @param after as {@link Step#after()}
         * @param error the error's name, or null
         * @param cause the cause, or null
         */
        record TimedOut(
                Duration after,
                @Nullable String error,
                @Nullable String cause) implements Step {
            @Override
            public boolean endsTask() {
                return true;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.timedOut(this);
            }
        }

        /**
         * The task could not be started ({@code TaskStartFailed}, {@code LambdaFunctionStartFailed}).
         *
         * @param after as {@link Step#after()}
         * @param error the error's name, or null
         * @param cause the cause, or null
         */
        record StartFailed(
                Duration after,
                @Nullable String error,
                @Nullable String cause) implements Step {
            @Override
            public boolean endsTask() {
                return true;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.startFailed(this);
            }
        }

        /**
         * The request was refused ({@code TaskSubmitFailed}).
         *
         * @param after as {@link Step#after()}
         * @param error the error's name, or null
         * @param cause the cause, or null
         */
        record SubmitFailed(
                Duration after,
                @Nullable String error,
                @Nullable String cause) implements Step {
            @Override
            public boolean endsTask() {
                return true;
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.submitFailed(this);
            }
        }

        /**
         * The service's API refuses the request: {@code TaskFailed} for a Request Response call; {@code TaskSubmitFailed} where
         * a job or a callback was to come of it, since nothing was submitted, as published histories of
         * {@code batch:submitJob.sync} show it.
         *
         * @param pattern of the call
         * @param after as {@link Step#after()}
         * @param error the error's name, or null
         * @param cause the cause, or null
         */
        static Step refusal(
                IntegrationPattern pattern, Duration after, @Nullable String error, @Nullable String cause) {
            return switch (pattern) {
                case REQUEST_RESPONSE, ACTIVITY -> new Failed(after, error, cause);
                case RUN_A_JOB, WAIT_FOR_TASK_TOKEN -> new SubmitFailed(after, error, cause);
            };
        }
    }

    /** Completes at once. */
    public static TaskReaction succeed(JsonNode output) {
        return new TaskReaction(List.of(new Step.Succeeded(Duration.ZERO, output)));
    }

    /** Fails at once. */
    public static TaskReaction fail(@Nullable String error, @Nullable String cause) {
        return new TaskReaction(List.of(new Step.Failed(Duration.ZERO, error, cause)));
    }

    /** Never answers. */
    public static TaskReaction silence() {
        return new TaskReaction(List.of());
    }
}
