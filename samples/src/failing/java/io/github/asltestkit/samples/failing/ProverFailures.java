package io.github.asltestkit.samples.failing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.Stays;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.proof.ProofFolder;
import io.github.asltestkit.proof.Prover;
import io.github.asltestkit.proof.Stay;
import io.github.asltestkit.proof.TestStateException;
import io.github.asltestkit.proof.TestStateException.Kind;
import io.github.asltestkit.proof.TestStateService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AWS is asked, and does not answer, or not always. */
@StateMachineTest("order.asl.json")
class ProverFailures {
    private static final Path FOLDER = Path.of("target/proofs/failing");

    @BeforeEach
    void empty() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> files = Files.walk(FOLDER)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Stay> stays(StateMachineHarness harness) {
        harness.mockLambda("charge-card").fails("Bank.Busy", "try later").thenReturns("{\"receipt\": \"r-1\"}");
        harness.mock("ShipOrder").returns("{\"MessageId\": \"m-1\"}");
        return Stays.of(harness.run("{\"order\": 7, \"total\": 129.90}"));
    }

    /** The toolkit's own answers to so many requests, and then a failure. */
    private static TestStateService answers(StateMachineHarness harness, int first, TestStateException then) {
        return new TestStateService() {
            private int asked;

            @Override
            public JsonNode testState(JsonNode request) {
                if (asked++ < first) {
                    return harness.api().call("TestState", request);
                }
                throw then;
            }
        };
    }

    private static void prove(TestStateService service, StateMachineHarness harness) {
        new Prover(service, pause -> {}).prove(ProofFolder.at(FOLDER), stays(harness), count -> {}).verify();
    }

    @Test
    void refused_credentials(StateMachineHarness harness) {
        prove(
                answers(
                        harness,
                        2,
                        new TestStateException(
                                Kind.DENIED,
                                "AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/dev/ada is not authorized to"
                                        + " perform: states:TestState because no identity-based policy allows the action",
                                null)),
                harness);
    }

    @Test
    void throttling(StateMachineHarness harness) {
        prove(answers(harness, 1, new TestStateException(Kind.THROTTLED, "ThrottlingException: Rate exceeded", null)), harness);
    }

    @Test
    void a_network_that_broke_off(StateMachineHarness harness) {
        prove(
                answers(
                        harness,
                        4,
                        new TestStateException(
                                Kind.UNREACHABLE,
                                "Unable to execute HTTP request: Connection reset (SDK Attempt Count: 3)",
                                null)),
                harness);
    }

    @Test
    void a_folder_that_cannot_be_written(StateMachineHarness harness) throws IOException {
        Files.createDirectories(FOLDER.getParent());
        Files.writeString(FOLDER, "a file");

        prove(answers(harness, 9, new TestStateException(Kind.UNREACHABLE, "not asked", null)), harness);
    }

    @Test
    void more_requests_than_allowed(StateMachineHarness harness) {
        new Prover(answers(harness, 9, new TestStateException(Kind.UNREACHABLE, "not asked", null)), pause -> {})
                .withMaxRequests(3)
                .prove(ProofFolder.at(FOLDER), stays(harness), count -> {});
    }

    @Test
    void a_mock_that_aws_refuses(StateMachineHarness harness) {
        prove(
                request -> {
                    if (request.path("stateName").asText().equals("ShipOrder")) {
                        throw new TestStateException(
                                Kind.REFUSED,
                                "ValidationException: Mock result schema validation error: Field 'MessageId' must be a string",
                                null);
                    }
                    return harness.api().call("TestState", request);
                },
                harness);
    }
}
