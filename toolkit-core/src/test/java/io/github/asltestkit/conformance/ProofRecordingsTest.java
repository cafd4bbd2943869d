package io.github.asltestkit.conformance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.SingleStateApi;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.proof.ProofFolder;
import io.github.asltestkit.proof.ProofResult;
import io.github.asltestkit.proof.Prover;
import io.github.asltestkit.proof.Stay;
import io.github.asltestkit.proof.awssdk.AwsTestState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What AWS's TestState answered, served by WireMock to the AWS SDK: a proof finds the known divergences, and no others. */
class ProofRecordingsTest {
    private static final WireMockServer AWS =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        AWS.start();
    }

    @AfterAll
    static void stop() {
        AWS.stop();
    }

    @Test
    void the_recorded_answers_differ_exactly_where_it_is_known() throws IOException {
        Map<String, String> deviations = new TreeMap<>();
        int proven = 0;
        int refused = 0;
        List<ConformanceCase> cases = cases();
        for (ConformanceCase one : cases) {
            JsonNode recorded = CaseNormalizer.canonical(one.tree().path("recordedContent"))
                    .path(one.tree().path("recordedKey").asText());
            if (isRefusedByClient(recorded)) {
                continue;
            }
            String refusal = ServiceCaseRunner.refusal(recorded);
            String deviation = refusal == null ? answered(one, recorded) : refused(one, refusal);
            if (deviation.isEmpty()) {
                proven += refusal == null ? 1 : 0;
                refused += refusal == null ? 0 : 1;
            } else {
                deviations.put(one.id(), deviation);
            }
        }
        System.out.println("proof of the recordings: " + proven + " answers and " + refused + " refusals agree, "
                + deviations.size() + " differ");
        assertThat(deviations.keySet()).as(deviations::toString).isEqualTo(known(cases));
        assertThat(proven).isGreaterThan(50);
        assertThat(refused).isGreaterThan(20);
    }

    /** What a proof finds in an answer; empty if nothing. */
    private String answered(ConformanceCase one, JsonNode recorded) {
        JsonNode own =
                new CaseNormalizer(one).answer(api(one).testState(one.tree().path("request")));
        ObjectNode served = recorded.deepCopy();
        served.remove("ResponseMetadata");
        JsonNode filled = filled(new RecordingMatcher(), served, own);
        return prove(one, own, aResponse().withBody(texts(filled).toString())).message();
    }

    /** What a proof finds where AWS refused the request, and the toolkit did so too, or did not. */
    private String refused(ConformanceCase one, String refusal) {
        String own;
        try {
            own = "answered " + api(one).testState(one.tree().path("request"));
        } catch (StepFunctionsException refused) {
            own = refused.code() + ": " + refused.detail();
        }
        String[] said = refusal.split(": ", 2);
        String body = ConformanceCase.JSON
                .createObjectNode()
                .put("__type", said[0])
                .put("message", said[1])
                .toString();
        ProofResult result = prove(
                one,
                JsonNodeFactory.instance.objectNode(),
                aResponse().withStatus(400).withBody(body));
        String found = String.valueOf(result.deviations().get(0).refusal());
        boolean same = new RecordingMatcher()
                .difference(
                        "Message",
                        JsonNodeFactory.instance.textNode(found),
                        new CaseNormalizer(one).answer(JsonNodeFactory.instance.textNode(own)))
                .isEmpty();
        return same ? "" : found + " but the toolkit: " + own;
    }

    private ProofResult prove(ConformanceCase one, JsonNode own, ResponseDefinitionBuilder response) {
        ObjectNode request = one.tree().path("request").deepCopy();
        Stay stay = Stay.of(request, own);
        ObjectNode sent = stay.request();
        sent.remove("revealSecrets");
        AWS.resetAll();
        AWS.stubFor(post(anyUrl()).withRequestBody(equalToJson(sent.toString())).willReturn(response));
        ProofFolder proofs = ProofFolder.at(
                        folder.resolve(Integer.toHexString(one.id().hashCode())))
                .withRequestsIn(folder.resolve("requests"));
        try (AwsTestState aws = client()) {
            return new Prover(aws, wait -> {}).prove(proofs, List.of(stay), count -> {});
        }
    }

    private static AwsTestState client() {
        return new AwsTestState(SfnClient.builder()
                .endpointOverride(URI.create(AWS.baseUrl()))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(options ->
                        options.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
                .build());
    }

    private static SingleStateApi api(ConformanceCase one) {
        return new SingleStateApi(HarnessOptions.defaults().withAccount("111111111111"), new RecordedWorld(one));
    }

    // ---- the recordings -------------------------------------------------------------------------------------

    /** The recorded value; where a placeholder of it stands for what the toolkit answers, that. */
    private static JsonNode filled(RecordingMatcher matcher, JsonNode recorded, JsonNode own) {
        if (recorded.isObject() && own.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            recorded.properties().forEach(field -> {
                JsonNode other = own.path(field.getKey());
                boolean any = RecordingMatcher.isWildcard(field.getKey()) && !other.isMissingNode();
                filled.set(field.getKey(), any ? other : filled(matcher, field.getValue(), other));
            });
            return filled;
        }
        if (recorded.isArray() && own.isArray() && recorded.size() == own.size()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < recorded.size(); i++) {
                filled.add(filled(matcher, recorded.get(i), own.get(i)));
            }
            return filled;
        }
        boolean leaf = recorded.isTextual() && !own.isMissingNode();
        return leaf && matcher.difference("value", recorded, own).isEmpty() ? own : recorded;
    }

    /** An answer as the service sends it: payloads as text. */
    private static ObjectNode texts(JsonNode answer) {
        ObjectNode texts = answer.deepCopy();
        for (String field : List.of("output", "cause")) {
            if (texts.path(field).isContainerNode()) {
                texts.put(field, texts.path(field).toString());
            }
        }
        if (texts.path("inspectionData") instanceof ObjectNode data) {
            Set<String> payloads = new TreeSet<>();
            data.fieldNames().forEachRemaining(payloads::add);
            payloads.removeAll(Set.of("errorDetails", "request", "response"));
            payloads.stream()
                    .filter(field -> data.path(field).isContainerNode())
                    .forEach(field -> data.put(field, data.path(field).toString()));
        }
        return texts;
    }

    private static boolean isRefusedByClient(JsonNode recorded) {
        return (recorded.isTextual()
                        ? recorded.asText()
                        : recorded.path("exception_value").asText())
                .startsWith("Parameter validation failed");
    }

    private static Set<String> known(List<ConformanceCase> cases) throws IOException {
        Set<String> known = new TreeSet<>();
        ConformanceCase.JSON
                .readTree(CaseFolder.module()
                        .resolve("src/test/conformance/divergences.json")
                        .toFile())
                .fieldNames()
                .forEachRemaining(known::add);
        known.retainAll(cases.stream().map(ConformanceCase::id).toList());
        return known;
    }

    private static List<ConformanceCase> cases() {
        Path recordings = CaseFolder.find();
        assumeTrue(Files.isDirectory(recordings), () -> "There are no recordings at " + recordings);
        return ConformanceCase.readAll(recordings).stream()
                .filter(one -> one.kind().equals("test-state"))
                .toList();
    }
}
