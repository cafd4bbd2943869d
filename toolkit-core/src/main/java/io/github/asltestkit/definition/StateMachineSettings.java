package io.github.asltestkit.definition;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a template says of a state machine beside its definition, name and type. Nothing of it changes how a definition runs.
 *
 * @param tracing whether X-Ray tracing is on
 * @param logging what is logged to CloudWatch Logs; null where the template says nothing
 */
@API(status = MAINTAINED, since = "0.1")
public record StateMachineSettings(
        boolean tracing, @Nullable Logging logging) {

    /**
     * What is logged.
     *
     * @param level {@code ALL}, {@code ERROR}, {@code FATAL} or {@code OFF}; the text of a placeholder where it is not known
     * @param includeExecutionData whether inputs and outputs are logged
     * @param logGroupArns where to
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_LoggingConfiguration.html">
     *     LoggingConfiguration</a>
     */
    public record Logging(String level, boolean includeExecutionData, List<String> logGroupArns) {
        /** Keeps a copy of the ARNs. */
        public Logging {
            logGroupArns = List.copyOf(logGroupArns);
        }
    }

    /** No tracing, and nothing said of logging. */
    public static StateMachineSettings none() {
        return new StateMachineSettings(false, null);
    }
}
