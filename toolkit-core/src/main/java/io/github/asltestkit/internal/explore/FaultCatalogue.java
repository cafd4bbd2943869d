package io.github.asltestkit.internal.explore;

import io.github.asltestkit.explore.Fault;
import io.github.asltestkit.explore.Fault.Kind;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.ServiceCatalogue.FailureRule;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.explore.StatePlaces.Place;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can go wrong with a call, by its integration pattern: AWS's own faults, and the errors that the definition names where the
 * call can have them.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception">
 *     Handle transient Lambda service exceptions</a>
 */
final class FaultCatalogue {
    /** Lambda's own errors that come and go, as AWS's page on them names them. */
    private static final List<String> LAMBDA_TRANSIENT = List.of(
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException");

    /** What Lambda reports for a function that ran into its timeout (recorded). */
    static final String FUNCTION_TIMEOUT = "Sandbox.Timedout";

    private static final String SDK_CLIENT = "SdkClientException";

    /** Errors of Step Functions that a call as such can have, if the definition names them. */
    private static final Set<String> STATES_OF_A_CALL = Set.of("States.Permissions");

    private final ServiceCatalogue services = ServiceCatalogue.load();
    private final boolean lostResponses;
    private final boolean duplicates;

    /**
     * The catalogue of one exploration.
     *
     * @param lostResponses whether responses may be lost
     * @param duplicates whether what is done at least once may be done twice
     */
    FaultCatalogue(boolean lostResponses, boolean duplicates) {
        this.lostResponses = lostResponses;
        this.duplicates = duplicates;
    }

    /** What can go wrong with a call, each fault once, always in the same order. */
    List<Fault> of(TaskCall call, Place place, boolean byCode) {
        Set<Fault> faults = new LinkedHashSet<>();
        TaskResource resource = call.resource();
        Set<String> named = place.namedErrors();
        switch (resource.pattern()) {
            case REQUEST_RESPONSE -> {
                if (isLambda(resource)) {
                    function(faults, named);
                } else if (resource.service().equals("http")) {
                    http(faults, named);
                } else {
                    request(faults, call, named, Kind.FAILS);
                }
            }
            case RUN_A_JOB -> {
                request(faults, call, named, Kind.REFUSED);
                job(faults, call);
            }
            case WAIT_FOR_TASK_TOKEN -> {
                if (isLambda(resource)) {
                    functionErrors(faults, named, Kind.REFUSED);
                } else {
                    request(faults, call, named, Kind.REFUSED);
                }
                worker(faults, call, named);
            }
            case ACTIVITY -> worker(faults, call, named);
        }
        if (resource.pattern() != IntegrationPattern.ACTIVITY && named.contains(ErrorNames.DATA_LIMIT_EXCEEDED)) {
            faults.add(new Fault(Kind.RESPONSE_TOO_LARGE, null));
        }
        if (services.failureRule(resource) != null) {
            faults.add(new Fault(Kind.FAILING_RESPONSE, null));
        }
        if (lostResponses && resource.pattern() != IntegrationPattern.ACTIVITY) {
            faults.add(new Fault(Kind.RESPONSE_LOST, lostResponse(resource)));
        }
        if (duplicates && byCode && isLambda(resource)) {
            faults.add(new Fault(Kind.CALLED_TWICE, null));
        }
        return List.copyOf(faults);
    }

    static boolean isLambda(TaskResource resource) {
        return resource.kind() == TaskResource.Kind.LAMBDA_FUNCTION
                || resource.service().equals("lambda");
    }

    // ---- Lambda ----------------------------------------------------------------------------------------------

    private void function(Set<Fault> faults, Set<String> named) {
        functionErrors(faults, named, Kind.FAILS);
        faults.add(new Fault(Kind.FUNCTION_TIMES_OUT, FUNCTION_TIMEOUT));
        faults.add(new Fault(Kind.RESPONSE_TOO_LARGE, null));
    }

    private void functionErrors(Set<Fault> faults, Set<String> named, Kind kind) {
        for (String error : named) {
            if (isAnyonesError(error, "Lambda") && !error.equals(FUNCTION_TIMEOUT)) {
                faults.add(new Fault(kind, error));
            }
        }
        LAMBDA_TRANSIENT.forEach(error -> faults.add(new Fault(kind, error)));
        faults.add(new Fault(kind, "Lambda.TooManyRequestsException"));
        faults.add(new Fault(kind, unnamed(named, List.of("Exception", "Error", "RuntimeError"))));
    }

    /** Whether code of the user's own may fail with a name: it is neither of Step Functions nor of another service. */
    private boolean isAnyonesError(String error, String own) {
        if (STATES_OF_A_CALL.contains(error)) {
            return true;
        }
        String prefix = prefix(error);
        return !error.startsWith("States.") && (prefix.equalsIgnoreCase(own) || !services.isErrorPrefix(prefix));
    }

    private static String prefix(String error) {
        return error.substring(0, Math.max(0, error.indexOf('.')));
    }

    // ---- services --------------------------------------------------------------------------------------------

    private void request(Set<Fault> faults, TaskCall call, Set<String> named, Kind kind) {
        TaskResource resource = call.resource();
        String own = ownPrefix(resource);
        for (String error : named) {
            boolean ofService = prefix(error).equalsIgnoreCase(own);
            if (ofService || STATES_OF_A_CALL.contains(error)) {
                faults.add(new Fault(kind, error));
            }
        }
        faults.add(new Fault(kind, own + "." + services.throttlingError(resource.service())));
        faults.add(new Fault(
                kind,
                unnamed(
                        named,
                        List.of(
                                own + "." + SDK_CLIENT,
                                own + ".InternalServerException",
                                own + ".ServiceUnavailableException"))));
        if (call.timeoutSeconds() != null && resource.pattern() == IntegrationPattern.REQUEST_RESPONSE) {
            faults.add(new Fault(Kind.SILENT, null));
        }
    }

    private String ownPrefix(TaskResource resource) {
        String prefix = services.errorPrefix(resource.service());
        return prefix == null ? "Service" : prefix;
    }

    private static void http(Set<Fault> faults, Set<String> named) {
        for (String error : named) {
            if (error.startsWith(ErrorNames.HTTP) && !error.equals(ErrorNames.HTTP_SOCKET)) {
                faults.add(new Fault(Kind.FAILS, error));
            }
        }
        faults.add(new Fault(Kind.FAILS, ErrorNames.HTTP_STATUS_CODE + "429"));
        faults.add(new Fault(Kind.FAILS, ErrorNames.HTTP_STATUS_CODE + "503"));
        faults.add(new Fault(
                Kind.FAILS,
                unnamed(
                        named,
                        List.of(
                                ErrorNames.HTTP_STATUS_CODE + "400",
                                ErrorNames.HTTP_STATUS_CODE + "409",
                                ErrorNames.HTTP_STATUS_CODE + "418"))));
        // No answer within 60 seconds, which the service makes States.Http.Socket.
        faults.add(new Fault(Kind.SILENT, null));
    }

    private void job(Set<Fault> faults, TaskCall call) {
        faults.add(new Fault(Kind.JOB_FAILS, ErrorNames.TASK_FAILED));
        faults.add(new Fault(Kind.JOB_NEVER_ENDS, null));
        TaskResource resource = call.resource();
        if (services.cancelApi(resource.service(), resource.api()) != null) {
            faults.add(new Fault(Kind.CANCEL_REFUSED, null));
        }
    }

    // ---- workers ---------------------------------------------------------------------------------------------

    private void worker(Set<Fault> faults, TaskCall call, Set<String> named) {
        String own = ownPrefix(call.resource());
        for (String error : named) {
            if (isAnyonesError(error, "") && !prefix(error).equalsIgnoreCase(own)) {
                faults.add(new Fault(Kind.WORKER_FAILS, error));
            }
        }
        faults.add(new Fault(Kind.WORKER_FAILS, unnamed(named, List.of("WorkerFailed", "Error", "Exception"))));
        faults.add(new Fault(Kind.SILENT, null));
        boolean beats = call.heartbeatSeconds() != null;
        if (beats) {
            faults.add(new Fault(Kind.SILENT_AFTER_HEARTBEAT, null));
        }
        if (beats || call.timeoutSeconds() != null) {
            faults.add(new Fault(Kind.LATE, null));
        }
        faults.add(new Fault(Kind.ANSWERED_TWICE, null));
    }

    private String lostResponse(TaskResource resource) {
        if (isLambda(resource)) {
            return "Lambda.ClientExecutionTimeoutException";
        }
        return resource.service().equals("http") ? ErrorNames.HTTP_SOCKET : ownPrefix(resource) + "." + SDK_CLIENT;
    }

    /** The first of some names that no handler names; a longer one if all are named. */
    private static String unnamed(Set<String> named, List<String> candidates) {
        for (String candidate : candidates) {
            if (!named.contains(candidate)) {
                return candidate;
            }
        }
        String name = candidates.get(0);
        while (named.contains(name)) {
            name += "X";
        }
        return name;
    }

    /** The error that a state sees of a fault; null if it sees none, because the call succeeds or waits on. */
    static @Nullable String seen(Fault fault, TaskCall call) {
        return switch (fault.kind()) {
            case RESPONSE_TOO_LARGE -> ErrorNames.DATA_LIMIT_EXCEEDED;
            case FAILING_RESPONSE -> {
                FailureRule rule = ServiceCatalogue.load().failureRule(call.resource());
                yield rule == null ? null : rule.error();
            }
            case SILENT, SILENT_AFTER_HEARTBEAT, LATE, JOB_NEVER_ENDS -> {
                if (call.resource().service().equals("http")) {
                    yield ErrorNames.HTTP_SOCKET;
                }
                yield call.timeoutSeconds() == null && call.heartbeatSeconds() == null ? null : ErrorNames.TIMEOUT;
            }
            default -> fault.error();
        };
    }

    /** Whether it is a heartbeat that the state misses. */
    static boolean missesHeartbeat(Fault fault, TaskCall call) {
        Long timeout = call.timeoutSeconds();
        Long heartbeat = call.heartbeatSeconds();
        return switch (fault.kind()) {
            case SILENT, SILENT_AFTER_HEARTBEAT, LATE -> heartbeat != null && (timeout == null || heartbeat < timeout);
            default -> false;
        };
    }
}
