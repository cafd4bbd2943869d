package io.github.asltestkit.proof;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.proof.TestStateException.Kind;
import io.github.asltestkit.proof.awssdk.AwsTestState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AWS does not answer, or not always: what is said then, and that nothing is lost. */
class BadWeatherTest {
    private static final TestStateService OWN = new OwnTestState(HarnessOptions.defaults());

    @TempDir
    private Path folder;

    private final List<Duration> waits = new ArrayList<>();
    private final List<String> announced = new ArrayList<>();

    @Test
    void refused_credentials_are_said_to_be_the_reason() {
        String message = stopped(new Answers(3, denied()));

        assertThat(message).isEqualTo("""
                AWS does not let these credentials call TestState.

                  AccessDeniedException: User: arn:aws:iam::999999999999:user/ada is not authorized to perform: states:TestState

                  3 of 12 stays are proven now, and kept in (folder). Use credentials that allow states:TestState, such as with -Daws.profile=sandbox.""");
        assertThat(files()).isEqualTo(3);
    }

    @Test
    void what_was_proven_before_is_not_asked_again() {
        stopped(new Answers(3, denied()));
        AtomicInteger asked = new AtomicInteger();

        ProofResult result = prover(request -> {
                    asked.incrementAndGet();
                    return OWN.testState(request);
                })
                .prove(proofs(), Shop.busy(), announced::add);

        assertThat(result.isProven()).isTrue();
        assertThat(asked).hasValue(9);
        assertThat(announced).containsExactly("12 stays to prove, 0 known", "9 stays to prove, 3 known");
    }

    @Test
    void requests_are_a_second_apart() {
        prover(OWN).prove(proofs(), Shop.busy(), announced::add);

        assertThat(waits).hasSize(11).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void an_account_with_a_larger_quota_is_asked_faster() {
        prover(OWN).withRequestsPerSecond(10).prove(proofs(), Shop.busy(), announced::add);

        assertThat(waits).hasSize(11).containsOnly(Duration.ofMillis(100));
    }

    @Test
    void throttled_requests_are_made_again_ever_more_slowly() {
        AtomicInteger asked = new AtomicInteger();
        ProofResult result = prover(request -> {
                    int number = asked.incrementAndGet();
                    if (number > 1 && number < 5) {
                        throw throttled();
                    }
                    return OWN.testState(request);
                })
                .prove(proofs(), Shop.busy(), announced::add);

        assertThat(result.isProven()).isTrue();
        assertThat(waits.subList(0, 5))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(1));
    }

    @Test
    void throttling_without_end_is_given_up() {
        String message = stopped(new Answers(2, throttled()));

        assertThat(message).isEqualTo("""
                AWS throttles TestState, even 32 s after the request before.

                  ThrottlingException: Rate exceeded

                  2 of 12 stays are proven now, and kept in (folder). Run the tests again when nobody else uses the account's quota: they ask only what is not kept.""");
        assertThat(waits).endsWith(Duration.ofSeconds(16), Duration.ofSeconds(32));
        assertThat(files()).isEqualTo(2);
    }

    @Test
    void a_network_that_breaks_off_is_said_to_be_the_reason() {
        String message = stopped(new Answers(
                1, new TestStateException(Kind.UNREACHABLE, "Unable to execute HTTP request: Connection reset", null)));

        assertThat(message).isEqualTo("""
                AWS could not be reached.

                  Unable to execute HTTP request: Connection reset

                  1 of 12 stays is proven now, and kept in (folder). Run the tests again when the network is back: they ask only what is not kept.""");
    }

    @Test
    void a_folder_that_cannot_be_written_is_noticed_before_anything_is_asked() throws IOException {
        Path file = Files.writeString(folder.resolve("proofs"), "no folder");
        AtomicInteger asked = new AtomicInteger();

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> prover(request -> {
                            asked.incrementAndGet();
                            return OWN.testState(request);
                        })
                        .prove(ProofFolder.at(file), Shop.busy(), announced::add))
                .withMessage("The folder of proofs " + file + " cannot be written: FileAlreadyExists (" + file + ").\n"
                        + "AWS was not asked.");
        assertThat(asked).hasValue(0);
    }

    @Test
    void an_answer_that_cannot_be_kept_stops_the_proof_and_says_what_was_kept() throws IOException {
        List<Stay> stays = Shop.busy();
        // A folder stands where the file of the third stay is to be.
        Path taken = proofs().file(stays.get(2));
        AtomicInteger asked = new AtomicInteger();

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> prover(request -> {
                            if (asked.incrementAndGet() == 2) {
                                blocked(taken);
                            }
                            return OWN.testState(request);
                        })
                        .prove(proofs(), stays, announced::add))
                .withMessageContaining("could not be kept in " + folder)
                .withMessageContaining("are proven now, and kept in " + folder)
                .withMessageContaining("they ask only what is not kept");
        assertThat(files()).isPositive();
    }

    private static void blocked(Path file) {
        try {
            Files.createDirectories(file.resolve("below"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void a_budget_that_is_too_small_is_noticed_before_anything_is_asked() {
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> prover(OWN).withMaxRequests(11).prove(proofs(), Shop.busy(), announced::add))
                .withMessage("""
                        12 stays to prove, but at most 11 requests are allowed. AWS was not asked.

                          Allow more with -Dasl.testkit.prove.maxRequests=12: it takes about a second for each. Or prove a part of the tests at
                          a time.""");
        assertThat(announced).containsExactly("12 stays to prove, 0 known");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_budget_is_spent_by_all_proofs_together() {
        Prover prover = prover(OWN).withMaxRequests(15);
        prover.prove(proofs(), Shop.busy(), announced::add);

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> prover.prove(proofs(), Shop.refused(), announced::add))
                .withMessageContaining("but at most 15 requests are allowed, of which 12 are spent.");
    }

    @Test
    void a_prover_that_may_not_ask_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> prover(OWN).withMaxRequests(0));
        assertThatIllegalArgumentException().isThrownBy(() -> prover(OWN).withRequestsPerSecond(0));
    }

    @Test
    void a_request_that_aws_refuses_is_a_deviation_and_the_others_are_proven() {
        ProofResult result = prover(request -> {
                    if (request.path("stateName").asText().equals("Charge")) {
                        throw new TestStateException(
                                Kind.REFUSED,
                                "ValidationException: Mock result schema validation error: Field 'Payload' must be a string",
                                null);
                    }
                    return OWN.testState(request);
                })
                .prove(proofs(), Shop.busy(), announced::add);

        assertThat(result.deviations()).hasSize(3).allMatch(it -> it.refusal() != null);
        assertThat(result.agreed()).isEqualTo(9);
        assertThat(result.message())
                .contains(
                        "AWS says: ValidationException: Mock result schema validation error: Field 'Payload' must be a");
    }

    // ---- as the AWS SDK says it -----------------------------------------------------------------------------

    @Test
    void the_sdk_tells_the_kinds_of_failures_apart() {
        assertThat(
                        kind(
                                aResponse()
                                        .withStatus(400)
                                        .withBody(
                                                "{\"__type\":\"UnrecognizedClientException\",\"message\":\"The security token is invalid\"}")))
                .isEqualTo("DENIED UnrecognizedClientException: The security token is invalid");
        assertThat(kind(aResponse()
                        .withStatus(400)
                        .withBody("{\"__type\":\"AccessDeniedException\",\"Message\":\"not authorized\"}")))
                .isEqualTo("DENIED AccessDeniedException: not authorized");
        assertThat(kind(aResponse()
                        .withStatus(400)
                        .withBody("{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}")))
                .isEqualTo("THROTTLED ThrottlingException: Rate exceeded");
        assertThat(kind(aResponse()
                        .withStatus(400)
                        .withBody(
                                "{\"__type\":\"ValidationException\",\"message\":\"State not found in definition\"}")))
                .isEqualTo("REFUSED ValidationException: State not found in definition");
        assertThat(kind(aResponse().withStatus(503).withBody("{}"))).startsWith("UNREACHABLE HTTP 503");
        assertThat(kind(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))).startsWith("UNREACHABLE ");
        assertThat(kind(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK))).startsWith("UNREACHABLE ");
    }

    private static String kind(ResponseDefinitionBuilder response) {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        try (AwsTestState aws = TestStateServer.client(URI.create(server.baseUrl()))) {
            server.stubFor(post(anyUrl()).willReturn(response));
            JsonNode answer = aws.testState(Shop.busy().get(0).request());
            return "answered " + answer;
        } catch (TestStateException failed) {
            return failed.kind() + " " + failed.getMessage();
        } finally {
            server.stop();
        }
    }

    @Test
    void without_credentials_the_client_is_said_to_be_the_reason() {
        TestStateException failed = new TestStateException(Kind.UNCONFIGURED, "Unable to load credentials", null);

        assertThat(stopped(new Answers(0, failed)))
                .startsWith("AWS was not asked: the AWS SDK found no region or no credentials.")
                .contains("Nothing was proven yet. Name both, such as with -Daws.profile=sandbox");
    }

    // ---- helpers --------------------------------------------------------------------------------------------

    /** Answers so many requests, and then fails. */
    private static final class Answers implements TestStateService {
        private final int first;
        private final TestStateException then;
        private int asked;

        Answers(int first, TestStateException then) {
            this.first = first;
            this.then = then;
        }

        @Override
        public JsonNode testState(JsonNode request) {
            if (asked++ < first) {
                return OWN.testState(request);
            }
            throw then;
        }
    }

    private static TestStateException denied() {
        return new TestStateException(
                Kind.DENIED,
                "AccessDeniedException: User: arn:aws:iam::999999999999:user/ada is not authorized to perform: states:TestState",
                null);
    }

    private static TestStateException throttled() {
        return new TestStateException(Kind.THROTTLED, "ThrottlingException: Rate exceeded", null);
    }

    private Prover prover(TestStateService service) {
        return new Prover(service, waits::add);
    }

    private ProofFolder proofs() {
        return ProofFolder.at(folder).withRequestsIn(folder.resolve("requests"));
    }

    private String stopped(TestStateService service) {
        try {
            prover(service).prove(proofs(), Shop.busy(), announced::add);
        } catch (ProofException stopped) {
            return unwrapped(String.valueOf(stopped.getMessage()).replace(folder.toString(), "(folder)"));
        }
        throw new AssertionError("it was not stopped");
    }

    /** The folder's length decides where lines break. */
    private static String unwrapped(String message) {
        return message.replaceAll("(?<=\\S)\\n  (?=\\S)", " ");
    }

    private long files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .count();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
