package io.github.asltestkit.mock;

import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.integration.UnmockedCallException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The scripted answers to the calls of a harness, and the journal of those calls. */
public final class Mocks implements TaskIntegration {
    private final List<MockedResponse> responses = new ArrayList<>();
    private final List<RecordedCall> journal = new ArrayList<>();
    private final Map<Long, Integer> journalIndex = new HashMap<>();
    private final Map<Long, MockedResponse> answering = new HashMap<>();
    private final @Nullable TaskIntegration otherwise;

    /** Nothing is mocked yet. */
    public Mocks() {
        this.otherwise = null;
    }

    /**
     * Nothing is mocked yet.
     *
     * @param otherwise is asked about calls that no mock answers
     */
    public Mocks(TaskIntegration otherwise) {
        this.otherwise = otherwise;
    }

    /**
     * Mocks the calls of a state.
     *
     * @param state the state's name, which may be nested; or its path, such as {@code ForEachOrder[3]/Charge}
     */
    public Mock mock(String state) {
        return new Mock(
                this,
                state,
                false,
                new CallCondition(
                        "state",
                        state,
                        TaskCall::statePath,
                        call -> call.stateName().equals(state)
                                || call.statePath().equals(state)
                                || withoutIndexes(call.statePath()).equals(state),
                        true));
    }

    private static String withoutIndexes(String statePath) {
        return statePath.replaceAll("\\[\\d+]", "");
    }

    /** Mocks the calls of a resource, by the ARN that the definition gives. */
    public Mock mockResource(String resource) {
        return new Mock(
                this,
                resource,
                false,
                new CallCondition(
                        "resource",
                        resource,
                        call -> call.resource().arn(),
                        call -> call.resource().arn().equals(resource),
                        true));
    }

    /**
     * Mocks a Lambda function, called by its ARN or with {@code lambda:invoke}.
     *
     * @param functionName the function's name, or its ARN
     */
    public Mock mockLambda(String functionName) {
        return new Mock(
                this,
                functionName,
                true,
                new CallCondition(
                        "Lambda function",
                        functionName,
                        call -> String.valueOf(functionName(call)),
                        call -> functionName.equals(functionName(call)) || functionName.equals(invoked(call)),
                        true));
    }

    /**
     * Mocks an action of a service, whatever the integration pattern.
     *
     * @param service the service as the ARN has it: {@code sqs}, {@code aws-sdk:s3}
     * @param action the action as the ARN has it: {@code sendMessage}
     */
    public Mock mockService(String service, String action) {
        return new Mock(
                this,
                service + ":" + action,
                false,
                new CallCondition(
                        "service action",
                        service + ":" + action,
                        call -> call.resource().service() + ":"
                                + call.resource().api(),
                        call -> call.resource().service().equals(service)
                                && call.resource().api().equals(action),
                        true));
    }

    /**
     * Mocks the calls that a predicate accepts.
     *
     * @param description what it asks, for messages
     */
    public Mock mockCalls(String description, Predicate<? super TaskCall> predicate) {
        return new Mock(
                this,
                description,
                false,
                new CallCondition("call", description, call -> "does not match", predicate::test, true));
    }

    /**
     * Mocks the states that a test case of a Step Functions Local mock file mocks, and no others. A state of the test case
     * that is never called is not reported: such files are written once for many runs.
     *
     * @param stateMachine the state machine's name in the file, which need not be its name elsewhere
     * @throws IllegalArgumentException if the file has problems, or no such state machine or test case
     */
    public void mockTestCase(MockConfig config, String stateMachine, String testCase) {
        config.states(stateMachine, testCase)
                .forEach((state, response) -> mock(state)
                        .named(response.name())
                        .lenient()
                        .answers(response.script(config.source(), testCase)));
    }

    private static @Nullable String invoked(TaskCall call) {
        TaskResource resource = call.resource();
        if (resource.kind() == TaskResource.Kind.LAMBDA_FUNCTION) {
            return resource.arn();
        }
        boolean invoke =
                resource.service().equals("lambda") || resource.service().equals("aws-sdk:lambda");
        return invoke && call.parameters().path("FunctionName").isTextual()
                ? call.parameters().path("FunctionName").textValue()
                : null;
    }

    /** The name of the function that a call invokes, out of a name, a partial or a full ARN. */
    private static @Nullable String functionName(TaskCall call) {
        String invoked = invoked(call);
        if (invoked == null) {
            return null;
        }
        int at = invoked.indexOf(":function:");
        String rest = at >= 0 ? invoked.substring(at + ":function:".length()) : invoked;
        int colon = rest.indexOf(':');
        return colon < 0 ? rest : rest.substring(0, colon);
    }

    void register(MockedResponse response) {
        responses.add(response);
    }

    // ---- the port --------------------------------------------------------------------------------------------

    @Override
    public boolean answers(TaskCall call) {
        MockedResponse response = find(call);
        return (response != null && !response.runsForReal()) || (otherwise != null && otherwise.answers(call));
    }

    private @Nullable MockedResponse find(TaskCall call) {
        for (int i = responses.size() - 1; i >= 0; i--) {
            if (responses.get(i).matches(call)) {
                return responses.get(i);
            }
        }
        return null;
    }

    @Override
    public TaskReaction call(TaskCall call) {
        MockedResponse response = find(call);
        if (response == null) {
            if (call.resource().kind() == TaskResource.Kind.ACTIVITY) {
                // An Activity waits for a worker, who may be the test itself.
                return record(call, "", TaskReaction.silence());
            }
            if (otherwise != null && otherwise.answers(call)) {
                return record(call, "", otherwise.call(call));
            }
            throw new UnmockedCallException(UnmockedCallMessage.of(call, responses));
        }
        if (response.runsForReal()) {
            if (otherwise == null || !otherwise.answers(call)) {
                throw new UnmockedCallException(UnmockedCallMessage.notReal(call, response));
            }
            TaskReaction reaction = otherwise.call(call);
            answered(call, reaction);
            return reaction;
        }
        answering.put(call.id(), response);
        return record(call, response.name(), response.react(call));
    }

    @Override
    public void answered(TaskCall call, TaskReaction reaction) {
        MockedResponse response = find(call);
        if (response != null) {
            response.ranForReal();
            answering.put(call.id(), response);
        }
        record(call, response == null ? "" : response.name(), reaction);
    }

    private TaskReaction record(TaskCall call, String mock, TaskReaction reaction) {
        journalIndex.put(call.id(), journal.size());
        journal.add(new RecordedCall(call, mock, reaction, null));
        return reaction;
    }

    @Override
    public CancelOutcome cancel(TaskCall call, AbortReason reason) {
        TaskResource resource = call.resource();
        String api = ServiceCatalogue.load().cancelApi(resource.service(), resource.api());
        if (api == null) {
            return new CancelOutcome(false, "No API cancels a job of " + resource.service() + ":" + resource.api());
        }
        MockedResponse response = answering.get(call.id());
        CancelOutcome outcome = response == null ? new CancelOutcome(true, "") : response.cancelOutcome();
        Integer index = journalIndex.get(call.id());
        if (index != null) {
            journal.set(index, journal.get(index).cancelled(new RecordedCall.Cancel(reason, api, outcome)));
        }
        return outcome;
    }

    // ---- the journal -----------------------------------------------------------------------------------------

    /** All calls so far, in the order in which they were made. */
    public List<RecordedCall> calls() {
        return List.copyOf(journal);
    }

    /** The text of the mocks that were never called and are not lenient; null where there are none. */
    public @Nullable String unusedMocks() {
        List<MockedResponse> unused =
                responses.stream().filter(MockedResponse::isUnused).toList();
        return unused.isEmpty() ? null : UnusedMocksMessage.of(unused, journal);
    }

    /**
     * Checks that every mock was called, but for those that are lenient.
     *
     * @throws AssertionError naming the mocks that were not, and where they were given
     */
    public void verifyAllUsed() {
        String unused = unusedMocks();
        if (unused != null) {
            throw new AssertionError(unused);
        }
    }
}
