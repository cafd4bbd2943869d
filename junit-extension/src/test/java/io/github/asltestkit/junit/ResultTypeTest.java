package io.github.asltestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.history.ExecutionStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What annotations tell of the data: the input of executions, and what functions and tasks return. */
class ResultTypeTest {
    private static final String CHARGE = """
            {
              "StartAt": "ChargeCard",
              "States": {
                "ChargeCard": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "charge-card", "Payload": {"n.$": "$.ordr"}},
                  "ResultSelector": {"r.$": "$.Payload.receipt"},
                  "End": true
                }
              }
            }
            """;

    /** What the function returns. */
    record Receipt(String receiptId) {}

    @IgnoreWarnings("LAMBDA_WITHOUT_RETRY")
    @StateMachineTest(definition = CHARGE, inputSchema = "schemas/order.schema.json")
    static class KnowsTheInput {
        @Test
        void test() {}
    }

    @Test
    void warnings_know_the_input_of_a_schema() {
        assertThat(Runs.reported(Runs.run(KnowsTheInput.class), "warnings"))
                .singleElement()
                .asString()
                .contains(":7:72: FIELD_NEVER_EXISTS: $.ordr is never there")
                .contains("did you mean \"order\"?");
    }

    @IgnoreWarnings("LAMBDA_WITHOUT_RETRY")
    @ResultType(of = "charge-card", value = Receipt.class)
    @StateMachineTest(definition = CHARGE)
    static class KnowsTheResult {
        @Test
        void test() {}
    }

    @Test
    void warnings_know_the_type_of_a_result() {
        assertThat(Runs.reported(Runs.run(KnowsTheResult.class), "warnings"))
                .singleElement()
                .asString()
                .contains("FIELD_NEVER_EXISTS: $.Payload.receipt is never there")
                .contains("did you mean \"receiptId\"?");
    }

    @ResultType(of = "charge-card", value = Receipt.class)
    @IgnoreWarnings("*")
    @StateMachineTest(definition = CHARGE)
    static class ReturnsAnother {
        @Test
        void test(StateMachineHarness harness) {
            harness.mockLambda("charge-card").returns("{\"receipt\": \"r-1\"}");
            harness.run("{\"ordr\": 7}");
        }

        @Test
        @ResultType(of = "charge-card", schema = "schemas/order.schema.json")
        void of_a_method(StateMachineHarness harness) {
            harness.mockLambda("charge-card").returns("{\"receiptId\": \"r-1\"}");
            harness.run("{\"ordr\": 7}");
        }
    }

    @Test
    void a_mock_of_another_type_is_refused_and_the_annotation_of_the_method_counts() {
        assertThat(Runs.failures(Runs.run(ReturnsAnother.class)))
                .extracting(Throwable::getMessage)
                .satisfiesExactlyInAnyOrder(
                        ofClass -> assertThat(ofClass)
                                .contains("/receipt is no field that was declared: did you mean \"receiptId\"?"),
                        ofMethod -> assertThat(ofMethod).contains("/receiptId is no field that was declared"));
    }

    @ResultType(of = "charge-card", value = Receipt.class)
    static class Around {
        @Nested
        @IgnoreWarnings("*")
        @StateMachineTest(definition = CHARGE)
        @ResultType(of = "other", value = Receipt.class)
        class Inner {
            @Test
            void test(StateMachineHarness harness) {
                harness.mockLambda("charge-card").returns("{\"receiptId\": \"r-1\"}");
                assertThat(harness.run("{\"ordr\": 7}").status()).isEqualTo(ExecutionStatus.FAILED);
            }
        }
    }

    @Test
    void types_of_a_class_around_hold_too() {
        Runs.passes(Around.class);
    }

    // ---- mistakes ------------------------------------------------------------------------------------------------

    @StateMachineTest(definition = CHARGE, inputSchema = "schemas/ordr.schema.json")
    static class NoSuchSchema {
        @Test
        void test(StateMachineHarness harness) {}
    }

    @ResultType(of = "charge-card")
    @StateMachineTest(definition = CHARGE)
    static class SaysNothing {
        @Test
        void test(StateMachineHarness harness) {}
    }

    @Test
    void mistakes_are_told_with_their_place() {
        assertThat(Runs.sentenceOf(NoSuchSchema.class))
                .isEqualTo(
                        "@StateMachineTest on ResultTypeTest.NoSuchSchema: there is no JSON Schema"
                                + " \"schemas/ordr.schema.json\", neither as a class-path resource nor in the working directory");
        assertThat(Runs.sentenceOf(SaysNothing.class))
                .isEqualTo("@ResultType on ResultTypeTest.SaysNothing: say of charge-card either a type or a schema:"
                        + " @ResultType(of = \"charge-card\", value = Receipt.class), for instance");
    }
}
