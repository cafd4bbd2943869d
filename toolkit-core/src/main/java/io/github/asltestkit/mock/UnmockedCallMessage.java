package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.message.Placeholder;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.spec.S3Actions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a test is told about a call that no mocked response matches: the nearest one, side by side with the call. */
final class UnmockedCallMessage {

    private UnmockedCallMessage() {}

    static String of(TaskCall call, List<MockedResponse> responses, Map<String, String> states) {
        StringBuilder text = new StringBuilder(CallMessage.verdict("No mocked response matches the call made by "
                        + call.statePath() + " (attempt " + call.attempt() + ").")
                .fact("resource", call.resource().arn())
                .fact("parameters", call.parameters().toString())
                .fact("at", call.place())
                .text());
        if (responses.isEmpty()) {
            return text.append(withoutValue(call))
                    .append("\n  Nothing is mocked. Script an answer before the run, such as\n\n    ")
                    .append(example(call))
                    .append('\n')
                    .append(bucket(call))
                    .toString();
        }
        MockedResponse closest = closest(call, responses, states);
        text.append("\n  closest of ").append(responses.size()).append(": \"").append(closest.name());
        text.append("\"  -> at ").append(closest.site().text()).append("\n\n");
        NearMiss.table(text, "mocked response", closest.conditions(), call);
        String unknown = UnknownState.of(closest, states);
        if (unknown != null) {
            text.append("\n  ").append(unknown).append('\n');
        }
        text.append(withoutValue(call));
        Sent sent = Sent.of(call, closest.conditions());
        boolean elsewhere =
                closest.conditions().stream().anyMatch(condition -> condition.selects() && !condition.matches(sent));
        text.append(
                elsewhere
                        ? "\n  None is about this state or resource. Script an answer, such as\n\n    " + example(call)
                                + "\n"
                        : "\n  Add a mocked response for this call, or loosen the conditions above.\n");
        return text.append(bucket(call)).toString();
    }

    /** A bucket that the harness has answers by itself. */
    private static String bucket(TaskCall call) {
        JsonNode bucket = call.parameters().path("Bucket");
        TaskResource resource = call.resource();
        return S3Actions.areAnswered(resource.service(), resource.api()) && bucket.isTextual()
                ? "\n  Or let the object store of the harness answer: harness.s3().bucket(\"" + bucket.textValue()
                        + "\")\n"
                : "";
    }

    /** What a test is told about a call that its mock wants done for real, where nothing can do it. */
    static String notReal(TaskCall call, MockedResponse response) {
        return "The call made by " + call.statePath() + " (attempt " + call.attempt()
                + ") cannot be done for real. The execution was stopped there.\n\n    resource: "
                + call.resource().arn() + "\n  parameters: "
                + Text.cut(call.parameters().toString(), Text.WIDTH - 14) + "\n          at: " + call.place()
                + "\n\n  \"" + response.name() + "\" runs it for real  -> at "
                + response.site().text()
                + "\n\n  Make the machine known with harness.add(...), give the endpoint a route with harness.http().route(...),"
                + "\n  or script an answer.\n";
    }

    /** The one that has most of what the call has; of several, one for a state that there is not, which may be meant. */
    private static MockedResponse closest(TaskCall call, List<MockedResponse> responses, Map<String, String> states) {
        Comparator<MockedResponse> nearer =
                Comparator.comparingLong(response -> NearMiss.score(response.conditions(), call));
        nearer = nearer.thenComparing(response -> UnknownState.of(response, states) != null);
        List<MockedResponse> nearest = new ArrayList<>(responses);
        nearest.sort(nearer.reversed());
        return nearest.get(0);
    }

    /** A placeholder in the resource: no mock of a function or a service can know what it will be. */
    private static String withoutValue(TaskCall call) {
        String arn = call.resource().arn();
        if (!arn.contains("${")) {
            return "";
        }
        String placeholder = Placeholder.first(arn);
        String name = placeholder.substring(2, placeholder.length() - 1);
        return "\n  " + name + " has no value. Give it one, substitutions = \"" + name
                + "=...\" of @StateMachineTest, or mock the state.\n";
    }

    /** A line to copy, with an answer that suits the call. */
    private static String example(TaskCall call) {
        String answer = switch (call.resource().pattern()) {
            case REQUEST_RESPONSE, ACTIVITY -> "returns(\"{}\")";
            case RUN_A_JOB -> "jobSucceedsAfter(Duration.ofMinutes(5), \"{}\")";
            case WAIT_FOR_TASK_TOKEN -> "callbackSucceedsAfter(Duration.ofMinutes(5), \"{}\")";
        };
        String function = Selectors.functionName(call);
        String mock = function == null || function.contains("${")
                ? "mock(\"" + call.stateName() + "\")"
                : "mockLambda(\"" + function + "\")";
        return "harness." + mock + "." + answer + ";";
    }
}
