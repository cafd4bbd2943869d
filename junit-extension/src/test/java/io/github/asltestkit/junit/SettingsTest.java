package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.Execution;
import io.github.asltestkit.HarnessOptions;
import io.github.asltestkit.StateMachine;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.StateMachineType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class SettingsTest {
    private static final String TEXT = """
            {"StartAt": "Greet", "States": {"Greet": {"Type": "Pass", "Result": "${Greeting}", "End": true}}}""";

    private static final String NO_DEFAULT = """
            {
              "StartAt": "Paid?",
              "States": {
                "Paid?": {
                  "Type": "Choice",
                  "Choices": [{"Variable": "$.paid", "BooleanEquals": true, "Next": "Done"}]
                },
                "Done": {"Type": "Succeed"}
              }
            }
            """;

    // ---- attributes ----------------------------------------------------------------------------------------------

    @Test
    void the_attributes_reach_the_harness() {
        Runs.passes(Attributes.class);
    }

    @StateMachineTest(value = "pass.asl.json", name = "checkout-prod")
    static class Named {
        @Test
        void the_name_is_that_of_the_machine_and_its_arn(StateMachineHarness harness) {
            assertThat(harness.stateMachine().name()).isEqualTo("checkout-prod");
            assertThat(harness.stateMachineArn()).endsWith(":stateMachine:checkout-prod");
            assertThat(harness.run().arn()).contains(":execution:checkout-prod:");
        }
    }

    @StateMachineTest(value = "pass.asl.json", name = "check out?")
    static class BadlyNamed {
        @Test
        void never_runs(StateMachineHarness harness) {}
    }

    @Test
    void the_machine_has_the_name_of_the_annotation() {
        Runs.passes(Named.class);
        assertThat(Runs.sentenceOf(BadlyNamed.class))
                .startsWith("@StateMachineTest on SettingsTest.BadlyNamed: InvalidName:");
    }

    @StateMachineTest(
            value = "pass.asl.json",
            type = StateMachineType.EXPRESS,
            startInstant = "2024-02-29T12:00:00Z",
            seed = 7,
            account = "000000000042",
            region = "cn-north-1")
    static class Attributes {
        @Test
        void start_type_account_and_region(StateMachineHarness harness) {
            assertThat(harness.clock().instant()).isEqualTo(Instant.parse("2024-02-29T12:00:00Z"));
            assertThat(harness.stateMachine().type()).isEqualTo(StateMachineType.EXPRESS);
            assertThat(harness.run().arn()).startsWith("arn:aws-cn:states:cn-north-1:000000000042:express:pass:");
        }

        @Test
        void a_name_of_seed_7(StateMachineHarness harness) {
            assertThat(harness.run().name()).isEqualTo(nameOf(7));
        }

        @Test
        @StateMachineTest(value = "pass.asl.json", seed = 8)
        void a_name_of_seed_8(StateMachineHarness harness) {
            assertThat(harness.run().name()).isEqualTo(nameOf(8)).isNotEqualTo(nameOf(7));
        }

        private static String nameOf(long seed) {
            StateMachine machine = StateMachine.load("io/github/asltestkit/junit/pass.asl.json");
            return StateMachineHarness.create(machine, HarnessOptions.defaults().withSeed(seed))
                    .run()
                    .name();
        }
    }

    @Test
    void the_definition_may_stand_in_the_annotation_and_its_placeholders_get_values() {
        Runs.passes(InTheAnnotation.class);
    }

    @StateMachineTest(definition = TEXT, substitutions = "Greeting = hello")
    static class InTheAnnotation {
        @Test
        void text(StateMachineHarness harness) {
            assertThat(harness.run().output()).hasToString("\"hello\"");
            assertThat(harness.stateMachine().name()).isEqualTo("SettingsTest-InTheAnnotation");
        }

        @Test
        @StateMachineTest(definition = TEXT, substitutions = "Greeting={\"to\": [1, 2]}")
        void json(StateMachineHarness harness) {
            assertThat(harness.run().output()).hasToString("{\"to\":[1,2]}");
        }

        @Test
        @StateMachineTest(definition = TEXT, substitutionFiles = "greeting.properties")
        void of_a_file(StateMachineHarness harness) {
            assertThat(harness.run().output()).hasToString("\"from the file\"");
        }

        @Test
        @StateMachineTest(
                definition = TEXT,
                substitutionFiles = "greeting.properties",
                substitutions = "Greeting=nearer than the file")
        void of_both(StateMachineHarness harness) {
            assertThat(harness.run().output()).hasToString("\"nearer than the file\"");
        }
    }

    @Test
    void a_template_names_the_machine_by_logical_id_and_gives_its_type() {
        Runs.passes(Template.class);
    }

    @StateMachineTest(value = "template.yaml", logicalId = "Fast")
    static class Template {
        @Test
        void its_type(StateMachineHarness harness) {
            assertThat(harness.stateMachine().type()).isEqualTo(StateMachineType.EXPRESS);
            assertThat(harness.run().output()).hasToString("\"fast\"");
        }

        @Test
        @StateMachineTest(value = "template.yaml", logicalId = "Fast", type = StateMachineType.STANDARD)
        void another_type(StateMachine machine) {
            assertThat(machine.type()).isEqualTo(StateMachineType.STANDARD);
        }

        @Test
        @StateMachineTest(value = "template.yaml", logicalId = "Slow")
        void another_machine(StateMachineHarness harness) {
            assertThat(harness.stateMachine().type()).isEqualTo(StateMachineType.STANDARD);
            assertThat(harness.run().output()).hasToString("\"slow\"");
        }
    }

    // ---- an annotation of one's own ------------------------------------------------------------------------------

    @Retention(RetentionPolicy.RUNTIME)
    @StateMachineTest(value = "pass.asl.json", account = "111122223333", strictness = Strictness.LENIENT)
    @Input("{\"order\": 7}")
    @interface GreetingTest {}

    @Test
    void an_annotation_that_has_it_is_one() {
        Runs.passes(Composed.class);
    }

    @GreetingTest
    static class Composed {
        @Test
        void test(StateMachineHarness harness) {
            harness.mock("Nobody").returns("{}");
            Execution execution = harness.run();
            assertThat(execution.arn()).contains(":111122223333:");
            assertThat(execution.input()).hasToString("{\"order\":7}");
        }

        @Nested
        class Inner {
            @Test
            void test(StateMachineHarness harness) {
                assertThat(harness.run().arn()).contains(":111122223333:");
            }
        }
    }

    // ---- configuration parameters --------------------------------------------------------------------------------

    private static final Map<String, String> CONFIGURED = Map.of(
            "asl.testkit.type", "express",
            "asl.testkit.startInstant", "2030-01-01T00:00:00Z",
            "asl.testkit.seed", "99",
            "asl.testkit.account", "999999999999",
            "asl.testkit.region", "us-gov-west-1",
            "asl.testkit.strictness", "lenient",
            "asl.testkit.substitutionFiles", "greeting.properties");

    @Test
    void configuration_parameters_say_what_the_annotation_leaves_open() {
        Runs.passes(Silent.class, CONFIGURED);
    }

    @StateMachineTest(definition = TEXT)
    static class Silent {
        @Test
        void test(StateMachineHarness harness) {
            harness.mock("Nobody").returns("{}");
            assertThat(harness.clock().instant()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
            assertThat(harness.run().arn()).startsWith("arn:aws-us-gov:states:us-gov-west-1:999999999999:express:");
            assertThat(harness.run().output()).hasToString("\"from the file\"");
        }
    }

    @Test
    void the_annotation_goes_before_configuration_parameters() {
        Runs.passes(Attributes.class, CONFIGURED);
    }

    @Test
    void a_configuration_parameter_that_cannot_be_is_refused_by_its_name() {
        assertThat(Runs.sentenceOf(Plain.class, Map.of("asl.testkit.startInstant", "tomorrow")))
                .isEqualTo("Configuration parameter asl.testkit.startInstant \"tomorrow\" is not an instant:"
                        + " write one such as 2024-01-01T00:00:00Z");
        assertThat(Runs.sentenceOf(Plain.class, Map.of("asl.testkit.seed", "x")))
                .isEqualTo("Configuration parameter asl.testkit.seed \"x\" is not a whole number");
        assertThat(Runs.sentenceOf(Plain.class, Map.of("asl.testkit.type", "FAST")))
                .isEqualTo("Configuration parameter asl.testkit.type \"FAST\" is not one of [STANDARD, EXPRESS]");
        assertThat(Runs.sentenceOf(Plain.class, Map.of("asl.testkit.strictness", "very")))
                .isEqualTo(
                        "Configuration parameter asl.testkit.strictness \"very\" is not one of [STRICT, WARN, LENIENT]");
        assertThat(Runs.sentenceOf(Plain.class, Map.of("asl.testkit.account", "12")))
                .isEqualTo("Configuration parameter asl.testkit.account \"12\" is not an account:"
                        + " write twelve digits, such as 123456789012");
    }

    @StateMachineTest("pass.asl.json")
    static class Plain {
        @Test
        void test() {}
    }

    // ---- misuse --------------------------------------------------------------------------------------------------

    @Test
    void attributes_that_cannot_be_are_refused_with_the_way_out() {
        assertThat(Runs.sentenceOf(Blank.class))
                .isEqualTo("@StateMachineTest on SettingsTest.Blank: names no definition:"
                        + " write the name of a class-path resource or of a file");
        assertThat(Runs.sentenceOf(Two.class))
                .isEqualTo("@StateMachineTest on SettingsTest.Two: has two definitions, \"pass.asl.json\" and a text:"
                        + " remove one");
        assertThat(Runs.sentenceOf(BadStart.class))
                .isEqualTo("@StateMachineTest on SettingsTest.BadStart.test: startInstant \"yesterday\""
                        + " is not an instant: write one such as 2024-01-01T00:00:00Z");
        assertThat(Runs.sentenceOf(BadAccount.class))
                .isEqualTo("@StateMachineTest on SettingsTest.BadAccount: account \"acme\" is not an account:"
                        + " write twelve digits, such as 123456789012");
        assertThat(Runs.sentenceOf(BadRegion.class))
                .isEqualTo("@StateMachineTest on SettingsTest.BadRegion: region \"Frankfurt\" is not a region:"
                        + " write one such as eu-central-1");
        assertThat(Runs.sentenceOf(TwoTypes.class))
                .isEqualTo("@StateMachineTest on SettingsTest.TwoTypes: type is given more than once:"
                        + " [STANDARD, EXPRESS]");
        assertThat(Runs.sentenceOf(TwoSeeds.class))
                .isEqualTo("@StateMachineTest on SettingsTest.TwoSeeds: seed is given more than once: [1, 2]");
        assertThat(Runs.sentenceOf(NamelessSubstitution.class))
                .isEqualTo("@StateMachineTest on SettingsTest.NamelessSubstitution: substitution \"hello\""
                        + " has no name: write Name=value");
        assertThat(Runs.sentenceOf(NoSuchFile.class))
                .isEqualTo("@StateMachineTest on SettingsTest.NoSuchFile: there is no file of substitutions"
                        + " \"no-such.properties\", neither as a class-path resource nor in the working directory");
    }

    @StateMachineTest(" ")
    static class Blank {
        @Test
        void test() {}
    }

    @StateMachineTest(value = "pass.asl.json", definition = TEXT)
    static class Two {
        @Test
        void test() {}
    }

    static class BadStart {
        @Test
        @StateMachineTest(value = "pass.asl.json", startInstant = "yesterday")
        void test() {}
    }

    @StateMachineTest(value = "pass.asl.json", account = "acme")
    static class BadAccount {
        @Test
        void test() {}
    }

    @StateMachineTest(value = "pass.asl.json", region = "Frankfurt")
    static class BadRegion {
        @Test
        void test() {}
    }

    @StateMachineTest(
            value = "pass.asl.json",
            type = {StateMachineType.STANDARD, StateMachineType.EXPRESS})
    static class TwoTypes {
        @Test
        void test() {}
    }

    @StateMachineTest(
            value = "pass.asl.json",
            seed = {1, 2})
    static class TwoSeeds {
        @Test
        void test() {}
    }

    @StateMachineTest(definition = TEXT, substitutions = "hello")
    static class NamelessSubstitution {
        @Test
        void test() {}
    }

    @StateMachineTest(definition = TEXT, substitutionFiles = "no-such.properties")
    static class NoSuchFile {
        @Test
        void test() {}
    }

    @Test
    void a_logical_id_that_is_not_there_is_refused_with_those_that_are() {
        assertThat(Runs.failureOf(NoSuchId.class)).contains("Fats", "Fast", "Slow");
    }

    @StateMachineTest(value = "template.yaml", logicalId = "Fats")
    static class NoSuchId {
        @Test
        void test() {}
    }

    @Test
    void an_express_workflow_that_asks_for_too_much_is_refused_with_the_place() {
        assertThat(Runs.failureOf(TooMuch.class)).contains("is not a valid Express workflow", "callback.asl.json:");
    }

    @StateMachineTest(value = "callback.asl.json", type = StateMachineType.EXPRESS)
    static class TooMuch {
        @Test
        void test() {}
    }

    // ---- warnings ------------------------------------------------------------------------------------------------

    @Test
    void warnings_about_the_definition_are_an_entry_of_the_report_once() {
        EngineExecutionResults results = Runs.run(Warned.class);

        assertThat(Runs.failures(results)).isEmpty();
        assertThat(Runs.reported(results, "warnings")).singleElement().isEqualTo("""

                WARNING SettingsTest.Warned:4:14: CHOICE_WITHOUT_DEFAULT: If no rule of 'Paid?' matches, the execution fails with
                      States.Runtime (add a Default)
                 |     "Paid?": {
                 | .............^
                   at /States/Paid?
                """);
    }

    @StateMachineTest(definition = NO_DEFAULT)
    static class Warned {
        @Test
        void one() {}

        @Test
        void other() {}
    }

    @Test
    void warnings_that_are_not_wanted_are_not_told() {
        assertThat(Runs.reported(Runs.run(NotWanted.class), "warnings")).isEmpty();
        assertThat(Runs.reported(
                        Runs.run(Warned.class, Map.of("asl.testkit.ignoreWarnings", "X, CHOICE_WITHOUT_DEFAULT")),
                        "warnings"))
                .isEmpty();
    }

    @IgnoreWarnings("CHOICE_WITHOUT_DEFAULT")
    static class NotWanted {
        @Nested
        @StateMachineTest(definition = NO_DEFAULT)
        class Inner {
            @Test
            void test() {}
        }
    }
}
