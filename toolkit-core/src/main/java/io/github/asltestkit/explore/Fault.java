package io.github.asltestkit.explore;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.internal.spec.Quotas;
import java.util.Arrays;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can go wrong with a call at AWS.
 *
 * @param kind what goes wrong
 * @param error the name of the error that the state sees, or the number of items that fail; null if the kind has neither
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Fault(Kind kind, @Nullable String error) {

    /**
     * Checks that a kind has its error.
     *
     * @throws IllegalArgumentException if the error is missing, or the kind has none
     */
    public Fault {
        if (kind.hasError() != (error != null)) {
            throw new IllegalArgumentException(
                    "\"" + kind.code() + "\" " + (kind.hasError() ? "needs the name of an error" : "has no error"));
        }
    }

    /** What goes wrong. */
    public enum Kind {
        /** The call fails at once, and had no effect. */
        FAILS(true, "fails with"),
        /** The request for a job or a callback is refused: nothing was submitted. */
        REFUSED(true, "is refused with"),
        /** The job is submitted, and fails when it would have succeeded. */
        JOB_FAILS(true, "runs a job that fails with"),
        /** The job is submitted, and runs until somebody cancels it. */
        JOB_NEVER_ENDS(false, "runs a job that never ends"),
        /** The attempt to cancel the job is refused: the job runs on. */
        CANCEL_REFUSED(false, "runs a job that cannot be cancelled"),
        /** The worker returns the token with SendTaskFailure. */
        WORKER_FAILS(true, "gets SendTaskFailure with"),
        /** Nobody answers. */
        SILENT(false, "is never answered"),
        /** The worker sends one heartbeat, and then falls silent. */
        SILENT_AFTER_HEARTBEAT(false, "gets one heartbeat and no answer"),
        /** The worker answers one second after the deadline: its work is done, and the state does not know. */
        LATE(false, "is answered one second late"),
        /** The worker answers twice, the second time one second after the first. */
        ANSWERED_TWICE(false, "is answered twice"),
        /** The Lambda function runs into its timeout, 900 seconds at most. */
        FUNCTION_TIMES_OUT(true, "runs into the function's timeout with"),
        /** The call succeeds with a response of more than 262,144 bytes, which the state cannot take. */
        RESPONSE_TOO_LARGE(false, "returns more than " + Quotas.PAYLOAD_BYTES + " bytes"),
        /** The API answers, and its response says that it failed, as EventBridge's FailedEntryCount does. */
        FAILING_RESPONSE(false, "returns a response that tells of a failure"),
        /** The call had its effect, but its response is lost: the state sees an error. */
        RESPONSE_LOST(true, "has its effect, and its response is lost with"),
        /** The Lambda function is called twice for one call. */
        CALLED_TWICE(false, "calls its function twice"),
        /** The Express execution, which AWS runs at least once, runs twice. */
        EXECUTED_TWICE(false, "is executed twice"),
        /** So many items of a Map fail, the first ones, as its tolerance allows, or one more. The number stands for the error. */
        ITEMS_FAIL(true, "has failed items:");

        private final boolean hasError;
        private final String words;

        Kind(boolean hasError, String words) {
            this.hasError = hasError;
            this.words = words;
        }

        /** Whether a fault of this kind names an error. */
        public boolean hasError() {
            return hasError;
        }

        /** Its word in the text of a plan, such as {@code job-fails}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no fault \"" + code + "\""));
        }
    }

    /** What happens to the call, as the end of a sentence: {@code fails with Bank.Busy}. */
    public String description() {
        return error == null ? kind.words : kind.words + " " + error;
    }

    /** Its words in the text of a plan, such as {@code fails Bank.Busy}. */
    @Override
    public String toString() {
        return error == null ? kind.code() : kind.code() + " " + Choice.escaped(error);
    }
}
