package io.github.asltestkit.mock;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.integration.UnmockedCallException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The scripted answers to the calls of a harness, and the journal of those calls. A mock may be given at any time, for the calls
 * that come after it.
 */
@API(status = MAINTAINED, since = "0.1")
public final class Mocks implements TaskIntegration {
    private final List<MockedResponse> responses = new ArrayList<>(4);
    private final List<Mock> unfinished = new ArrayList<>(2);
    private final Map<Long, RecordedCall> journal = new LinkedHashMap<>(4);

    /** The calls of each execution by its ARN; null until one is forgotten. */
    private @Nullable Map<String, List<Long>> callsOf;

    private final Map<Long, MockedResponse> answering = new HashMap<>(4);
    private final @Nullable TaskIntegration otherwise;
    private final FieldChecks checks;
    private Supplier<Map<String, String>> states = Map::of;
    private Runnable beforeMocking = () -> {};

    /** Nothing is mocked yet, and no fields are validated. */
    public Mocks() {
        this(null, ServiceModels.onClassPath(), FieldValidation.NONE);
    }

    /**
     * Nothing is mocked yet.
     *
     * @param otherwise is asked about calls that no mock answers; null for nobody
     * @param models what requests and responses are held against
     * @param validation how, where a mock does not say it itself
     */
    public Mocks(@Nullable TaskIntegration otherwise, ServiceModels models, FieldValidation validation) {
        this(otherwise, new FieldChecks(models, validation));
    }

    private Mocks(@Nullable TaskIntegration otherwise, FieldChecks checks) {
        this.otherwise = otherwise;
        this.checks = checks;
    }

    /**
     * Says what results are declared to be, so that a mock that returns something else is refused; a harness says it as its
     * options do.
     *
     * @param schemas JSON Schemas by the name of a Lambda function, whose payload they describe, or of a state
     */
    public void declareResults(Map<String, JsonNode> schemas) {
        checks.declare(new DeclaredResults(schemas));
    }

    /**
     * Says which states there are, so that a message can tell a mock for a state that does not exist, or that makes no call; a
     * harness says it of its machines.
     *
     * @param types gives the types of all states, nested ones too, by their names, such as {@code Task}, when a message is made
     */
    public void stateTypes(Supplier<Map<String, String>> types) {
        states = types;
    }

    /**
     * Says what to check before a mock is given; a harness refuses mocks after its test.
     *
     * @param check throws if there is no use in a mock any more
     */
    public void checkBeforeMocking(Runnable check) {
        beforeMocking = check;
    }

    private Mock begun(boolean lambda, CallCondition whose) {
        beforeMocking.run();
        return new Mock(this, lambda, whose);
    }

    /**
     * Mocks the calls of a state.
     *
     * @param state the state's name, which may be nested; or its path, with or without the indexes of branches and items,
     *     such as {@code ForEachOrder[3]/Charge} or {@code ForEachOrder/Charge}
     */
    public Mock mock(String state) {
        return begun(false, Selectors.state(state));
    }

    /** Mocks the calls of a resource, by the ARN that the definition gives. */
    public Mock mockResource(String resource) {
        return begun(false, Selectors.resource(resource));
    }

    /**
     * Mocks a Lambda function, called by its ARN or with {@code lambda:invoke}.
     *
     * @param functionName the function's name, or its ARN
     */
    public Mock mockLambda(String functionName) {
        return begun(true, Selectors.lambda(functionName));
    }

    /**
     * Mocks an action of a service, whatever the integration pattern.
     *
     * @param service the service as the ARN has it: {@code sqs}, {@code aws-sdk:s3}
     * @param action the action as the ARN has it: {@code sendMessage}
     */
    public Mock mockService(String service, String action) {
        return begun(false, Selectors.service(service, action));
    }

    /**
     * Mocks the calls that a predicate accepts.
     *
     * @param description what it asks, for messages
     * @param predicate is asked as often as need be, and must change nothing
     */
    public Mock mockCalls(String description, Predicate<? super TaskCall> predicate) {
        return begun(false, Selectors.calls(description, predicate));
    }

    /**
     * Mocks the states that a test case of a Step Functions Local mock file mocks, and no others. A state of the test case
     * that is never called is not reported, and no fields are validated: such files are written once for many runs, and are
     * taken as they are.
     *
     * @param stateMachine the state machine's name in the file, which need not be its name elsewhere
     * @param testCase the test case's name in the file
     * @throws IllegalArgumentException if the file has problems, or no such state machine or test case
     */
    public void mockTestCase(MockConfigFile file, String stateMachine, String testCase) {
        file.states(stateMachine, testCase)
                .forEach((state, response) -> mock(state)
                        .named(response.name())
                        .lenient()
                        .withFieldValidation(FieldValidation.NONE)
                        .answers(response.script(file.source(), testCase)));
    }

    /**
     * A copy for a run of its own: the same mocks, from their first answers on, and an empty journal. A mock that the copy calls
     * counts as used here too.
     *
     * @param other is asked about calls that no mock answers; null for nobody
     * @throws MockException if a mock is unfinished, or its answer is code that may hold state of its own, which a copy would
     *     share
     */
    public Mocks copy(@Nullable TaskIntegration other) {
        if (!unfinished.isEmpty()) {
            throw new MockException(UnfinishedMockMessage.of(unfinished, null));
        }
        List<MockedResponse> stateful =
                responses.stream().filter(MockedResponse::mayHoldState).toList();
        if (!stateful.isEmpty()) {
            throw new MockException(StatefulMockMessage.of(stateful));
        }
        Mocks copy = new Mocks(other, checks);
        responses.forEach(response -> copy.responses.add(response.copy()));
        return copy;
    }

    /** A call went wrong before the mock that would have answered it: the mock counts as used, and keeps its answer. */
    public void missed(TaskCall call) {
        MockedResponse response = find(call);
        if (response != null) {
            response.noteUse();
        }
    }

    /**
     * Whose answer to a call depends on the calls before it: the name of a mock with several answers or with code that answers.
     *
     * @return null if the call gets the same answer whenever it comes
     */
    public @Nullable String varyingAnswers(TaskCall call) {
        MockedResponse response = find(call);
        return response == null || !response.varies() ? null : response.name();
    }

    /** Whether the test's own code would answer a call, rather than a fixed answer. */
    public boolean answersByCode(TaskCall call) {
        MockedResponse response = find(call);
        return response != null && response.isComputed();
    }

    void begin(Mock mock) {
        unfinished.add(mock);
    }

    void finish(Mock mock, MockedResponse response) {
        unfinished.remove(mock);
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
        if (!unfinished.isEmpty()) {
            throw new MockException(UnfinishedMockMessage.of(unfinished, call));
        }
        MockedResponse response = find(call);
        if (response == null) {
            if (call.resource().kind() == TaskResource.Kind.ACTIVITY) {
                // An Activity waits for a worker, who may be the test itself.
                return record(call, null, TaskReaction.silence());
            }
            if (otherwise != null && otherwise.answers(call)) {
                return record(call, null, otherwise.call(call));
            }
            throw new UnmockedCallException(UnmockedCallMessage.of(call, responses, states.get()));
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
        TaskReaction reaction = response.react(call);
        checks.check(call, response, reaction);
        return record(call, response, reaction);
    }

    @Override
    public void answered(TaskCall call, TaskReaction reaction) {
        MockedResponse response = find(call);
        if (response != null) {
            response.ranForReal();
            answering.put(call.id(), response);
        }
        record(call, response, reaction);
    }

    private TaskReaction record(TaskCall call, @Nullable MockedResponse mock, TaskReaction reaction) {
        journal.put(
                call.id(),
                new RecordedCall(
                        call,
                        mock == null ? "" : mock.name(),
                        reaction,
                        mock == null ? null : checks.level(mock),
                        null));
        if (callsOf != null) {
            index(call, callsOf);
        }
        return reaction;
    }

    private static void index(TaskCall call, Map<String, List<Long>> callsOf) {
        callsOf.computeIfAbsent(call.executionArn(), arn -> new ArrayList<>(1)).add(call.id());
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
        journal.computeIfPresent(
                call.id(), (id, recorded) -> recorded.cancelled(new RecordedCall.Cancel(reason, api, outcome)));
        return outcome;
    }

    @Override
    public void forget(String executionArn) {
        Map<String, List<Long>> known = callsOf;
        if (known == null) {
            known = new HashMap<>();
            for (RecordedCall recorded : journal.values()) {
                index(recorded.call(), known);
            }
            callsOf = known;
        }
        List<Long> calls = known.remove(executionArn);
        if (calls != null) {
            calls.forEach(journal::remove);
            calls.forEach(answering::remove);
        }
        if (otherwise != null) {
            otherwise.forget(executionArn);
        }
    }

    // ---- the journal -----------------------------------------------------------------------------------------

    /**
     * All calls so far, in the order in which they were made, but for those of child executions of a Map Run that are not
     * kept.
     */
    public List<RecordedCall> calls() {
        return List.copyOf(journal.values());
    }

    /**
     * The calls so far, to be asked about.
     *
     * @param start the instant that its times are counted from
     */
    public CallJournal journal(Instant start) {
        return new CallJournal(calls(), start, List.of());
    }

    /**
     * The text of the mocks that were never called and are not lenient, and of those that have no answer; null where there
     * are none.
     */
    public @Nullable String unusedMocks() {
        if (!unfinished.isEmpty()) {
            return UnfinishedMockMessage.of(unfinished, null);
        }
        List<MockedResponse> unused =
                responses.stream().filter(MockedResponse::isUnused).toList();
        return unused.isEmpty() ? null : UnusedMocksMessage.of(unused, calls(), answering, states.get(), responses);
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
