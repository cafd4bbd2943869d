package io.github.asltestkit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.HarnessOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An AWS that does one thing otherwise than the toolkit, asked by the AWS SDK over HTTP: each such thing is found and named. */
class PlantedDeviationsTest {
    private static final HarnessOptions OPTIONS = HarnessOptions.defaults();

    @TempDir
    private Path folder;

    /** A deviation of the answer for one state, and the place at which it is to be found. */
    private record Planted(String what, String state, int attempt, String pointer, Consumer<ObjectNode> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Planted planted(String what, String state, String pointer, Consumer<ObjectNode> change) {
        return new Planted(what, state, 0, pointer, change);
    }

    static Stream<Planted> deviations() {
        return Stream.of(
                planted("another next state", "Charge", "/nextState", put("nextState", "Done", "Ship")),
                planted("another rule of a Choice", "Large?", "/nextState", put("nextState", "Approve", "Charge")),
                planted("no next state", "Total", "/nextState", answer -> answer.remove("nextState")),
                planted("another status", "Done", "/status", put("status", "FAILED", null)),
                planted(
                        "an error that is not retried",
                        "Charge",
                        "/status",
                        put("status", "FAILED", "RETRIABLE", "status")),
                planted(
                        "an error that is not caught",
                        "Charge",
                        "/status",
                        put("status", "FAILED", "CAUGHT_ERROR", "status")),
                planted("one field of the output", "Total", "/output/total", payload("output", "total", "15")),
                planted("one field more in the output", "Total", "/output/more", payload("output", "more", "1")),
                planted("a field of the output less", "Done", "/output/order", without("output", "order")),
                planted("a number as text", "Total", "/output/total", payload("output", "total", "\"14\"")),
                planted(
                        "the order of an array",
                        "Prices",
                        "/output/items/0/sku",
                        text(
                                "output",
                                "\"items\":[{\"sku\":\"apple\"},{\"sku\":\"pear\"}]",
                                "\"items\":[{\"sku\":\"pear\"},{\"sku\":\"apple\"}]")),
                planted("another error", "Refused", "/error", put("error", "Order.Denied", null)),
                planted("a word of a cause", "Refused", "/cause", put("cause", "The bank refuses.", null)),
                planted("no cause", "Refused", "/cause", answer -> answer.remove("cause")),
                planted(
                        "a retry's wait",
                        "Charge",
                        "/inspectionData/errorDetails/retryBackoffIntervalSeconds",
                        detail("retryBackoffIntervalSeconds", 7)),
                planted(
                        "another Retrier",
                        "Charge",
                        "/inspectionData/errorDetails/retryIndex",
                        detail("retryIndex", 1)),
                planted(
                        "another Catcher",
                        "Charge",
                        "/inspectionData/errorDetails/catchIndex",
                        detail("catchIndex", 0)),
                planted(
                        "a field of the parameters",
                        "Charge",
                        "/inspectionData/afterParameters/Payload/amount",
                        data("afterParameters", "\"amount\":14", "\"amount\":15")),
                planted(
                        "a field of JSONata arguments",
                        "Pack",
                        "/inspectionData/afterArguments/Payload",
                        data("afterArguments", "o-1", "o-2")),
                planted("the result", "Pack", "/inspectionData/result/Payload/parcel", data("result", "p-1", "p-2")),
                planted(
                        "the selected result",
                        "Ship",
                        "/inspectionData/afterResultSelector/parcel/parcel",
                        data("afterResultSelector", "p-1", "p-2")),
                planted(
                        "the result in its place",
                        "Charge",
                        "/inspectionData/afterResultPath/charge/receipt",
                        data("afterResultPath", "r-1", "r-2")),
                planted("a variable", "Total", "/inspectionData/variables/total", data("variables", "14", "15")),
                planted(
                        "the input of an item",
                        "Prices",
                        "/inspectionData/afterItemSelector/1/sku",
                        data("afterItemSelector", "pear", "pea")),
                planted(
                        "how many run at once",
                        "Prices",
                        "/inspectionData/maxConcurrency",
                        answer -> ((ObjectNode) answer.path("inspectionData")).put("maxConcurrency", 3)),
                planted(
                        "a step that is not shown",
                        "Large?",
                        "/inspectionData/afterInputPath",
                        answer -> ((ObjectNode) answer.path("inspectionData")).remove("afterInputPath")));
    }

    private static Consumer<ObjectNode> put(String field, String value, String onlyFor) {
        return put(field, value, onlyFor, field);
    }

    private static Consumer<ObjectNode> put(String field, String value, String onlyFor, String of) {
        return answer -> {
            if (onlyFor == null || answer.path(of).asText().equals(onlyFor)) {
                answer.put(field, value);
            }
        };
    }

    private static Consumer<ObjectNode> payload(String of, String field, String value) {
        return answer -> {
            ObjectNode payload =
                    (ObjectNode) TestStateServer.json(answer.path(of).asText());
            payload.set(field, TestStateServer.json(value));
            answer.put(of, payload.toString());
        };
    }

    private static Consumer<ObjectNode> without(String of, String field) {
        return answer -> {
            ObjectNode payload =
                    (ObjectNode) TestStateServer.json(answer.path(of).asText());
            payload.remove(field);
            answer.put(of, payload.toString());
        };
    }

    private static Consumer<ObjectNode> text(String of, String was, String becomes) {
        return answer -> answer.put(of, answer.path(of).asText().replace(was, becomes));
    }

    private static Consumer<ObjectNode> data(String of, String was, String becomes) {
        return answer -> {
            if (answer.path("inspectionData").has(of)) {
                text(of, was, becomes).accept((ObjectNode) answer.path("inspectionData"));
            }
        };
    }

    private static Consumer<ObjectNode> detail(String of, int value) {
        return answer -> {
            JsonNode details = answer.path("inspectionData").path("errorDetails");
            if (details.has(of)) {
                ((ObjectNode) details).put(of, value);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("deviations")
    void a_planted_deviation_is_found_and_named(Planted planted) throws IOException {
        List<String> changed = new ArrayList<>();
        TestStateService own = new OwnTestState(OPTIONS);
        TestStateService deviating = request -> {
            JsonNode answer = own.testState(request);
            ObjectNode other = answer.deepCopy();
            if (request.path("stateName").asText().equals(planted.state())) {
                planted.change().accept(other);
            }
            if (!other.equals(answer)) {
                changed.add(request.toString());
            }
            return other;
        };
        try (TestStateServer server = new TestStateServer(deviating, answer -> answer);
                var aws = server.client()) {
            List<Stay> all = Shop.all();
            prove(
                    own,
                    all.stream()
                            .filter(stay -> !stay.path().endsWith(planted.state()))
                            .toList());
            ProofResult result = prove(aws, all);

            assertThat(changed).as("the deviation was planted").isNotEmpty();
            assertThat(result.missing()).isEmpty();
            assertThat(result.deviations()).isNotEmpty().allSatisfy(deviation -> {
                assertThat(deviation.stay().path()).endsWith(planted.state());
                assertThat(deviation.differences())
                        .extracting(ProofResult.Difference::pointer)
                        .contains(planted.pointer())
                        .allMatch(pointer -> pointer.startsWith(parent(planted.pointer())));
            });
            assertThat(result.message()).contains(planted.state()).contains(planted.pointer());
        }
    }

    @Test
    void there_are_twenty_of_them_and_more() {
        assertThat(deviations()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void an_aws_that_does_what_the_toolkit_does_differs_in_nothing() throws IOException {
        try (TestStateServer server = new TestStateServer(new OwnTestState(OPTIONS), answer -> answer);
                var aws = server.client()) {
            List<Stay> stays = Shop.all();
            ProofResult result = prove(aws, stays);

            assertThat(result.message()).isEmpty();
            assertThat(result.unprovable()).isEmpty();
            assertThat(result.agreed()).isEqualTo(stays.size());
            assertThat(server.requests())
                    .hasSize((int) stays.stream().map(Stay::key).distinct().count());
        }
    }

    /** Two elements of an array that are exchanged differ both. */
    private static String parent(String pointer) {
        return pointer.startsWith("/output/items/") ? "/output/items/" : pointer;
    }

    private ProofResult prove(TestStateService aws, List<Stay> stays) {
        return new Prover(aws, wait -> {})
                .prove(ProofFolder.at(folder).withRequestsIn(folder.resolve("requests")), stays, count -> {});
    }
}
