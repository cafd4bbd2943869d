package io.github.asltestkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.IntNode;
import io.github.asltestkit.SingleState;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.definition.DefinitionOptions;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** JSON that a test hands in as a tree of either Jackson or as an object, and reads as a type. */
class JsonMappingTest {
    private static final StateMachine CALL = StateMachine.parse("call.asl.json", """
            {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:call"}}}""");
    private static final String JSON = "{\"order\":7,\"price\":129.90,\"tags\":[\"a\",null,true]}";
    private static final tools.jackson.databind.JsonNode JACKSON_3 = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(tools.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readTree(JSON);

    private final StateMachineHarness harness = StateMachineHarness.create(CALL);

    record Holder(tools.jackson.databind.JsonNode it) {}

    @TestFactory
    Stream<DynamicTest> a_tree_of_Jackson_3_is_the_JSON_that_it_is() {
        Map<Object, String> given = Map.of(
                JACKSON_3,
                JSON,
                Map.of("it", JACKSON_3),
                "{\"it\":" + JSON + "}",
                List.of(JACKSON_3),
                "[" + JSON + "]",
                new Holder(JACKSON_3),
                "{\"it\":" + JSON + "}");
        return given.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey().getClass().getSimpleName(), () -> {
                    harness.mock("Call").returns(each.getKey());
                    String expected = each.getValue();

                    assertThat(harness.run(each.getKey()).input()).hasToString(expected);
                    assertThat(harness.start(each.getKey()).output()).hasToString(expected);
                    assertThat(SingleState.of(CALL, "Call")
                                    .withInput(each.getKey())
                                    .withResult(each.getKey())
                                    .run()
                                    .output())
                            .hasToString(expected);
                }));
    }

    @Test
    void a_tree_of_Jackson_3_is_a_substitution_and_a_condition() {
        harness.mock("Call").withParameters(JACKSON_3).returns("\"right\"");

        assertThat(harness.run(JSON).output()).hasToString("\"right\"");
        assertThat(DefinitionOptions.defaults()
                        .withSubstitution("It", JACKSON_3)
                        .substitutions()
                        .get("It"))
                .hasToString(JSON);
    }

    @Test
    void a_call_is_read_as_a_tree_of_Jackson_3() {
        harness.mock("Call")
                .answers(
                        tools.jackson.databind.JsonNode.class,
                        sent -> sent.get("order").intValue() + 1);

        assertThat(harness.run(JSON).output()).isEqualTo(IntNode.valueOf(8));
        harness.mock("Call").returns("{}");
        assertThat(harness.run("{\"it\": {\"order\": 1}}")
                        .calls()
                        .get(0)
                        .parametersAs(Holder.class)
                        .it())
                .hasToString("{\"order\":1}");
    }

    record Dates(Instant at, LocalDate day, Duration within, Optional<String> note) {}

    @Test
    void the_modules_of_the_class_path_write_and_read_dates_and_optional_values() {
        Dates dates = new Dates(
                Instant.parse("2024-01-01T00:00:00.123Z"),
                LocalDate.of(2024, 1, 1),
                Duration.ofMinutes(5),
                Optional.of("x"));
        harness.mock("Call").answers(Dates.class, sent -> sent);

        assertThat(harness.run(dates).output())
                .hasToString(
                        "{\"at\":\"2024-01-01T00:00:00.123Z\",\"day\":\"2024-01-01\",\"within\":\"PT5M\",\"note\":\"x\"}");
        assertThat(harness.calls().first().orElseThrow().parametersAs(Dates.class))
                .isEqualTo(dates);
    }

    record Unwritable(Thread thread) {}

    /** Map.of and Set.of have another order in each JVM, which States.Hash of a definition would show. */
    @Test
    void maps_and_sets_that_have_no_order_are_written_in_one() {
        StateMachineHarness harness = StateMachineHarness.create(StateMachine.parse("pass.asl.json", """
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}"""));
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("z", 1);
        ordered.put("a", List.of(Map.of("y", 1, "x", 2, "w", 3, "v", 4, "u", 5), "second"));

        assertThat(harness.run(Map.of("j", 1, "i", 2, "h", 3, "g", 4, "f", 5, "e", 6, "d", Set.of("r", "q", "p", "o")))
                        .output())
                .hasToString("{\"d\":[\"o\",\"p\",\"q\",\"r\"],\"e\":6,\"f\":5,\"g\":4,\"h\":3,\"i\":2,\"j\":1}");
        assertThat(harness.run(ordered).output())
                .hasToString("{\"z\":1,\"a\":[{\"u\":5,\"v\":4,\"w\":3,\"x\":2,\"y\":1},\"second\"]}");
    }

    @Test
    void what_cannot_be_written_is_named_with_the_way_out() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harness.run(new Object()))
                .withMessageStartingWith("An object of java.lang.Object cannot be written as JSON.\n\n  why: ")
                .withMessageEndingWith(
                        "\n\n  Jackson modules on the class path are used, such as jackson-datatype-jsr310 for java.time. A"
                                + " project that has\n  a mapper of its own sets it once, with a JsonMapping.Provider.");
    }

    // ---- the mapper of a project -------------------------------------------------------------------------------

    record Claim(
            int totalAmount,

            @com.fasterxml.jackson.annotation.JsonAlias("people")
            List<String> parties) {}

    private static Stream<JsonMapping> mappings() {
        return Stream.of(
                JsonMapping.of(new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)),
                Jackson3Mapping.of(JsonMapper.builder()
                        .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
                        .build()));
    }

    @TestFactory
    Stream<DynamicTest> a_mapper_of_a_project_writes_and_reads_as_it_is_set_up() {
        return mappings()
                .map(mapping -> DynamicTest.dynamicTest(mapping.getClass().getSimpleName(), () -> {
                    Claim claim = new Claim(7, List.of("a"));
                    JsonNode written = mapping.write(claim);

                    assertThat(written).hasToString("{\"total_amount\":7,\"parties\":[\"a\"]}");
                    assertThat(mapping.read(written, Claim.class)).isEqualTo(claim);
                }));
    }

    record Both(tools.jackson.databind.JsonNode three, JsonNode two) {}

    @TestFactory
    Stream<DynamicTest> trees_of_both_Jacksons_within_an_object_are_JSON() {
        return mappings()
                .map(mapping -> DynamicTest.dynamicTest(mapping.getClass().getSimpleName(), () -> {
                    JsonNode written = mapping.write(new Both(JACKSON_3, IntNode.valueOf(1)));

                    assertThat(written).hasToString("{\"three\":" + JSON + ",\"two\":1}");
                    assertThat(mapping.read(written, Both.class)).isInstanceOfSatisfying(Both.class, read -> {
                        assertThat(read.three().get("order").intValue()).isEqualTo(7);
                        assertThat(read.two()).isEqualTo(IntNode.valueOf(1));
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_object_that_shares_no_field_with_the_type_is_refused() throws IOException {
        JsonNode envelope = new ObjectMapper().readTree("{\"FunctionName\": \"f\", \"Payload\": {\"totalAmount\": 1}}");
        JsonNode alias = new ObjectMapper().readTree("{\"people\": [], \"total_amount\": 1}");
        return mappings()
                .map(mapping -> DynamicTest.dynamicTest(mapping.getClass().getSimpleName(), () -> {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> mapping.read(envelope, Claim.class))
                            .withMessage(
                                    "they share no field. The JSON has FunctionName, Payload; Claim has total_amount, parties, people");
                    assertThat(mapping.read(alias, Claim.class)).isEqualTo(new Claim(1, List.of()));
                    assertThat(mapping.read(envelope, Map.class)).isInstanceOf(Map.class);
                }));
    }

    /** Named in a file of services, as a project does it. */
    public static final class OurMapping implements JsonMapping.Provider {
        @Override
        public JsonMapping mapping() {
            return mappings().findFirst().orElseThrow();
        }
    }

    /** What runs where that file is on the class path. */
    public static final class WithOurMapping {
        private WithOurMapping() {}

        public static String run() {
            StateMachineHarness harness = StateMachineHarness.create(CALL);
            harness.mock("Call").answers(Claim.class, claim -> claim);
            return String.valueOf(harness.run(new Claim(7, List.of())).output());
        }
    }

    @Test
    void a_project_sets_its_mapping_once_as_a_service(@TempDir Path folder)
            throws IOException, ReflectiveOperationException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(JsonMapping.Provider.class.getName()), OurMapping.class.getName());
        List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader project =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(project);

            assertThat(project.loadClass(WithOurMapping.class.getName())
                            .getMethod("run")
                            .invoke(null))
                    .isEqualTo("{\"total_amount\":7,\"parties\":[]}");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
