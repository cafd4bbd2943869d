package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.internal.message.DidYouMean;
import io.github.asltestkit.internal.model.ApiShape.Structure;
import io.github.asltestkit.internal.model.FieldCheck;
import io.github.asltestkit.internal.model.FieldCheck.Problem;
import io.github.asltestkit.internal.model.ResponseCheck;
import io.github.asltestkit.mock.ServiceModels.Shapes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds a call and its mocked response against the API model of the service, where one is there. */
final class FieldChecks {
    private final ServiceModels models;
    private final FieldValidation usual;
    private DeclaredResults declared = new DeclaredResults(Map.of());

    FieldChecks(ServiceModels models, FieldValidation usual) {
        this.models = models;
        this.usual = usual;
    }

    /** What is declared of results, beside what the models say. */
    void declare(DeclaredResults results) {
        declared = results;
    }

    /** How a mocked response is checked. */
    FieldValidation level(MockedResponse mock) {
        return mock.validation() == null ? usual : mock.validation();
    }

    /** @throws MockException where the request or the response is not one of the API, or a result not what was declared */
    void check(TaskCall call, MockedResponse mock, TaskReaction reaction) {
        if (mock.validation() != FieldValidation.NONE) {
            declared.check(call, mock, reaction);
        }
        FieldValidation level = level(mock);
        if (level == FieldValidation.NONE) {
            return;
        }
        Shapes shapes = models.of(call.resource());
        Structure request = shapes.request();
        if (request != null) {
            Problem problem = FieldCheck.request(request, call.parameters(), level == FieldValidation.STRICT);
            if (problem != null) {
                throw new MockException(request(call, problem, level, mock));
            }
        }
        JsonNode response = response(call, reaction);
        Structure shape = shapes.response();
        if (shape != null && response != null) {
            check(call, mock, level, shape, response);
        }
    }

    private static void check(
            TaskCall call, MockedResponse mock, FieldValidation level, Structure shape, JsonNode response) {
        if (!response.isObject()) {
            throw new MockException(
                    response(call, "The mocked response must be an object", null, response, level, mock));
        }
        Problem unknown = FieldCheck.response(shape, response);
        if (unknown != null) {
            throw new MockException(response(call, api(call) + " does not have", unknown, response, level, mock));
        }
        String problem = new ResponseCheck(level == FieldValidation.STRICT).problem(shape, response);
        if (problem != null) {
            throw new MockException(response(call, problem, null, response, level, mock));
        }
    }

    /** The API's own response, if the mock gives it; what a job or a worker gives later is not the API's. */
    private static @Nullable JsonNode response(TaskCall call, TaskReaction reaction) {
        boolean direct = call.resource().pattern() == IntegrationPattern.REQUEST_RESPONSE;
        for (Step step : reaction.steps()) {
            if (direct && step instanceof Step.Succeeded done) {
                return done.output();
            }
            if (step instanceof Step.Submitted submitted && !submitted.output().isEmpty()) {
                return submitted.output();
            }
        }
        return null;
    }

    // ---- messages --------------------------------------------------------------------------------------------

    private static String request(TaskCall call, Problem problem, FieldValidation level, MockedResponse mock) {
        String what = switch (problem.kind()) {
            case UNKNOWN -> "sends a field that " + api(call) + " does not have";
            case MISSING -> "lacks a field that " + api(call) + " asks for";
            case SHAPE -> "sends a field to " + api(call) + " with a value of another shape";
        };
        String field = problem.kind() == FieldCheck.Kind.SHAPE
                ? problem.pointer() + " is " + value(call.parameters(), problem.pointer())
                        + ", which its API model has as an array or an object"
                : field(problem);
        return CallMessage.verdict(
                        "The call made by " + call.statePath() + " (attempt " + call.attempt() + ") " + what + ".")
                .fact("field", field)
                .fact("parameters", call.parameters().toString())
                .fact("at", call.place())
                .fact("checked", checked(level))
                .mocked(mock)
                .advice(
                        "Correct the definition. Or take the calls unchecked: withFieldValidation(FieldValidation.NONE), of the"
                                + " mock or of HarnessOptions.")
                .text();
    }

    private static String response(
            TaskCall call,
            String why,
            @Nullable Problem unknown,
            JsonNode response,
            FieldValidation level,
            MockedResponse mock) {
        CallMessage message = CallMessage.verdict("The mocked response to the call made by " + call.statePath()
                + " (attempt " + call.attempt() + ") "
                + (unknown == null ? "is not a response of " + api(call) + "." : "has a field that " + why + "."));
        message = unknown == null ? message.fact("problem", why) : message.fact("field", field(unknown));
        return message.fact("response", response.toString())
                .fact("at", call.place())
                .fact("checked", checked(level))
                .mocked(mock)
                .advice(
                        "Correct the mocked response. Or take it unchecked: withFieldValidation(FieldValidation.NONE), of the"
                                + " mock or of HarnessOptions.")
                .text();
    }

    private static String field(Problem problem) {
        String hint =
                problem.kind() == FieldCheck.Kind.UNKNOWN ? DidYouMean.hint(problem.field(), problem.known()) : null;
        return problem.pointer() + (hint == null ? "" : " (" + hint + ")");
    }

    private static String value(JsonNode parameters, String pointer) {
        return parameters.at(pointer).toString();
    }

    private static String checked(FieldValidation level) {
        return level + ", against the AWS SDK on the class path";
    }

    private static String api(TaskCall call) {
        return call.resource().service() + ":" + call.resource().api();
    }
}
