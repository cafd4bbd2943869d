package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Tests that are proven on AWS; an endpoint of a harness is in AWS's place. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ProvenOnAwsTest {
    private static final String FOLDER = "target/proofs-of-size";
    private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.region");
    private static final StateMachineHarness AWS = StateMachineHarness.create(StateMachine.parse(
            "any.asl.json", "{\"StartAt\": \"Any\", \"States\": {\"Any\": {\"Type\": \"Succeed\"}}}"));

    @ProvenOnAws(FOLDER)
    @StateMachineTest("/size.asl.json")
    static class Sizes {
        @Test
        void large(StateMachineHarness harness) {
            harness.run("{\"n\": 11}");
        }

        @Nested
        class Others {
            @Test
            void small(StateMachineHarness harness) {
                harness.run("{\"n\": 1}");
            }

            @TestFactory
            Stream<DynamicTest> several(StateMachineHarness harness) {
                return Stream.of(2, 3)
                        .map(n -> DynamicTest.dynamicTest("n is " + n, () -> harness.run("{\"n\": " + n + "}")));
            }
        }
    }

    @ProvenOnAws(FOLDER)
    @StateMachineTest("/size.asl.json")
    static class Fails {
        @Test
        void large(StateMachineHarness harness) {
            harness.run("{\"n\": 11}");
            throw new IllegalStateException("on purpose");
        }
    }

    @ProvenOnAws(FOLDER)
    static class WithoutMachine {
        @Test
        void nothing() {}
    }

    @ProvenOnAws(" ")
    @StateMachineTest("/size.asl.json")
    static class WithoutFolder {
        @Test
        void large(StateMachineHarness harness) {
            harness.run("{\"n\": 11}");
        }
    }

    @BeforeAll
    static void credentials() {
        CREDENTIALS.forEach(name -> System.setProperty(name, "us-east-1"));
    }

    @AfterAll
    static void close() {
        CREDENTIALS.forEach(System::clearProperty);
        AWS.close();
    }

    @BeforeEach
    void empty() throws IOException {
        if (Files.exists(Path.of(FOLDER))) {
            try (Stream<Path> files = Files.walk(Path.of(FOLDER))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Map<String, String> proving() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("asl.testkit.prove", "true");
        parameters.put("asl.testkit.prove.endpoint", AWS.endpoint().uri().toString());
        parameters.put("asl.testkit.prove.requestsPerSecond", "1000");
        return parameters;
    }

    private static List<Path> proofs() throws IOException {
        if (!Files.exists(Path.of(FOLDER))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(FOLDER))) {
            return files.sorted().toList();
        }
    }

    @Test
    void a_test_whose_stays_are_not_in_the_folder_fails_and_says_how_to_ask() throws IOException {
        EngineExecutionResults results = Runs.run(Sizes.class);

        assertThat(Runs.failures(results))
                .hasSize(4)
                .allMatch(failure -> String.valueOf(failure.getMessage())
                        .endsWith("mvn test -Dasl.testkit.prove=true -Daws.profile=sandbox"));
        assertThat(proofs()).isEmpty();
    }

    @Test
    void aws_is_asked_once_about_each_stay_and_never_again() throws IOException {
        Runs.passes(Sizes.class, proving());
        List<Path> proofs = proofs();

        assertThat(proofs)
                .hasSize(8)
                .allMatch(file -> file.getFileName().toString().matches("[0-9a-f]{20}\\.json"));

        Runs.passes(Sizes.class);
        assertThat(proofs()).isEqualTo(proofs);
    }

    @Test
    void a_proof_holds_the_request_and_the_answer_with_sorted_keys() throws IOException {
        Runs.passes(Sizes.class, proving());

        List<String> texts = proofs().stream().map(ProvenOnAwsTest::read).toList();
        assertThat(texts).anySatisfy(text -> assertThat(text).isEqualTo("""
                {
                  "answer": {
                    "inspectionData": {
                      "afterInputPath": {
                        "n": 11
                      },
                      "input": {
                        "n": 11
                      }
                    },
                    "nextState": "Large",
                    "output": {
                      "n": 11
                    },
                    "status": "SUCCEEDED"
                  },
                  "request": {
                    "definition": {
                      "StartAt": "Size?",
                      "States": {
                        "Large": {
                          "Type": "Succeed"
                        },
                        "Size?": {
                          "Choices": [
                            {
                              "Next": "Large",
                              "NumericGreaterThan": 10,
                              "Variable": "$.n"
                            }
                          ],
                          "Default": "Small",
                          "Type": "Choice"
                        },
                        "Small": {
                          "Type": "Succeed"
                        }
                      }
                    },
                    "input": {
                      "n": 11
                    },
                    "inspectionLevel": "DEBUG",
                    "stateName": "Size?"
                  }
                }
                """));
    }

    @Test
    void a_test_that_differs_from_the_proof_fails() throws IOException {
        Runs.passes(Sizes.class, proving());
        for (Path file : proofs()) {
            Files.writeString(file, read(file).replace("\"nextState\": \"Large\"", "\"nextState\": \"Small\""));
        }

        assertThat(Runs.failureOf(Sizes.class))
                .startsWith("AWS does not do what the toolkit did in the state Size?.\n")
                .contains("\"Large\"     | \"Small\"   <<<<< at /nextState")
                .contains("ask: aws stepfunctions test-state --cli-input-json file://");
    }

    @Test
    void a_test_that_fails_is_not_asked_about() throws IOException {
        assertThat(Runs.failureOf(Fails.class, proving())).isEqualTo("on purpose");
        assertThat(proofs()).isEmpty();
    }

    @Test
    void a_budget_that_is_too_small_fails_the_class_before_anything_is_asked() throws IOException {
        Map<String, String> parameters = proving();
        parameters.put("asl.testkit.prove.maxRequests", "7");

        assertThat(Runs.failureOf(Sizes.class, parameters))
                .startsWith("8 stays to prove, but at most 7 requests are allowed. AWS was not asked.");
        assertThat(proofs()).isEmpty();
    }

    @Test
    void tests_with_a_mutant_are_not_held_against_proofs() {
        EngineExecutionResults results = Runs.run(Fails.class, Map.of("asl.testkit.mutation.rerun", "true"));

        assertThat(Runs.failures(results))
                .singleElement()
                .satisfies(it -> assertThat(it).hasMessage("on purpose"));
        Runs.passes(Sizes.class, Map.of("asl.testkit.mutation.rerun", "true"));
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThat(Runs.sentenceOf(WithoutMachine.class))
                .isEqualTo(
                        "@ProvenOnAws on ProvenOnAwsTest.WithoutMachine: there is no @StateMachineTest whose tests could be"
                                + " proven. Add it.");
        assertThat(Runs.sentenceOf(WithoutFolder.class))
                .isEqualTo("@ProvenOnAws on ProvenOnAwsTest.WithoutFolder: \" \" is not a folder: write one such as"
                        + " \"proofs/order\"");
        assertThat(Runs.sentenceOf(Sizes.class, Map.of("asl.testkit.prove.maxRequests", "many")))
                .isEqualTo(
                        "Configuration parameter asl.testkit.prove.maxRequests \"many\" is not a whole number from 1 on");
        assertThat(Runs.sentenceOf(Sizes.class, Map.of("asl.testkit.prove.endpoint", "somewhere")))
                .isEqualTo(
                        "Configuration parameter asl.testkit.prove.endpoint \"somewhere\" is not an address: write one such"
                                + " as https://vpce-1.states.us-east-1.vpce.amazonaws.com");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
