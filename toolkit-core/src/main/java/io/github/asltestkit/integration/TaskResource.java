package io.github.asltestkit.integration;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A Task's {@code Resource}, taken apart.
 *
 * @param arn as written, after substitutions
 * @param kind what sort of resource it is
 * @param service the {@code resourceType} of history events: {@code lambda}, {@code sqs}, {@code aws-sdk:s3}; empty for a
 *     plain Lambda ARN, an Activity or an unknown resource
 * @param action the {@code resource} of history events: {@code invoke}, {@code sendMessage.waitForTaskToken},
 *     {@code startExecution.sync:2}; the ARN itself for a Lambda or an Activity
 * @param pattern the integration pattern
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html">Integrating services</a>
 */
@API(status = MAINTAINED, since = "0.1")
public record TaskResource(String arn, Kind kind, String service, String action, IntegrationPattern pattern) {
    /** {@code arn:partition:service:region:account:} and the rest. */
    private static final int PARTS = 6;

    /** What sort of resource it is. */
    public enum Kind {
        /** {@code arn:aws:lambda:...:function:...}: events are LambdaFunction... */
        LAMBDA_FUNCTION,
        /** {@code arn:aws:states:...:activity:...}: events are Activity... */
        ACTIVITY,
        /** {@code arn:aws:states:::service:action}: events are Task... */
        SERVICE
    }

    /** The API action without the pattern's suffix, {@code sendMessage}; of a Lambda function or an Activity, the ARN. */
    public String api() {
        int dot = action.indexOf('.');
        return kind == Kind.SERVICE && dot >= 0 ? action.substring(0, dot) : action;
    }

    /** The function name of a plain Lambda ARN; null of any other resource. */
    public @Nullable String functionName() {
        if (kind != Kind.LAMBDA_FUNCTION) {
            return null;
        }
        int at = arn.indexOf(":function:");
        String rest = at < 0 ? arn : arn.substring(at + ":function:".length());
        int colon = rest.indexOf(':');
        return colon < 0 ? rest : rest.substring(0, colon);
    }

    /**
     * Takes a {@code Resource} apart, in any partition; whatever is neither a service integration nor an Activity is
     * taken for a Lambda function, as AWS does with its ARN.
     */
    public static TaskResource parse(String arn) {
        int[] ends = new int[PARTS - 1];
        boolean states = split(arn, ends) && arn.startsWith("arn:") && arn.startsWith(":states:", ends[1]);
        if (states && arn.startsWith("activity:", ends[4] + 1)) {
            return new TaskResource(arn, Kind.ACTIVITY, "", arn, IntegrationPattern.ACTIVITY);
        }
        boolean noRegionAndAccount = ends[4] == ends[2] + 2;
        if (states && noRegionAndAccount) {
            String rest = arn.substring(ends[4] + 1);
            int colon = rest.startsWith("aws-sdk:") ? rest.indexOf(':', "aws-sdk:".length()) : rest.indexOf(':');
            if (colon > 0) {
                String action = rest.substring(colon + 1);
                return new TaskResource(arn, Kind.SERVICE, rest.substring(0, colon), action, pattern(action));
            }
        }
        return new TaskResource(arn, Kind.LAMBDA_FUNCTION, "", arn, IntegrationPattern.REQUEST_RESPONSE);
    }

    /**
     * Where the parts of an ARN end: at colons, but not at those of a placeholder such as {@code ${AWS::Partition}}.
     *
     * @return whether there are as many parts as an ARN has
     */
    private static boolean split(String arn, int[] ends) {
        int found = 0;
        int lastEnd = arn.lastIndexOf('}');
        boolean inPlaceholder = false;
        for (int i = 0; i < arn.length() && found < ends.length; i++) {
            char c = arn.charAt(i);
            if (c == '{' || c == '}') {
                inPlaceholder = c == '{' && i < lastEnd;
            } else if (c == ':' && !inPlaceholder) {
                ends[found++] = i;
            }
        }
        return found == ends.length;
    }

    private static IntegrationPattern pattern(String action) {
        if (action.endsWith(".waitForTaskToken")) {
            return IntegrationPattern.WAIT_FOR_TASK_TOKEN;
        }
        return action.endsWith(".sync") || action.contains(".sync:")
                ? IntegrationPattern.RUN_A_JOB
                : IntegrationPattern.REQUEST_RESPONSE;
    }
}
