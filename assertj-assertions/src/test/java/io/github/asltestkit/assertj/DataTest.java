package io.github.asltestkit.assertj;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;
import static io.github.asltestkit.assertj.Failing.fails;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Variables, steps of the data flow, paths in branches, and JSON as AssertJ's own users compare. */
class DataTest {
    private static final String MACHINE = """
            {
              "QueryLanguage": "JSONata",
              "StartAt": "Count",
              "States": {
                "Count": {"Type": "Pass", "Assign": {"total": 1}, "Next": "Each"},
                "Each": {
                  "Type": "Map",
                  "Items": "{% [1, 2, 3] %}",
                  "ItemProcessor": {
                    "StartAt": "Double",
                    "States": {
                      "Double": {"Type": "Pass", "Assign": {"twice": "{% $states.input * 2 %}"}, "Next": "Show"},
                      "Show": {"Type": "Pass", "Output": {"id": "{% $uuid() %}", "twice": "{% $twice %}"}, "End": true}
                    }
                  },
                  "Assign": {"total": "{% $sum($states.result.twice) %}"},
                  "Next": "Done"
                },
                "Done": {"Type": "Pass", "End": true}
              }
            }
            """;

    record Item(String id, int twice) {}

    private static Execution run() {
        StateMachineHarness harness = Samples.harness("count.asl.json", MACHINE);
        return harness.run();
    }

    @Test
    void a_variable_is_that_of_the_last_assignment_in_its_scope() {
        assertThat(run()).variable("total").isEqualTo(12).and().hasSucceeded();
        assertThat(run()).state("Count").assigned("total").isEqualTo(1);
        assertThat(run())
                .state("Each")
                .item(2)
                .variable("twice")
                .isEqualTo(6)
                .and()
                .hasSucceeded();
    }

    @Test
    void paths_in_items_are_compared_in_each_way() {
        assertThat(run())
                .state("Each")
                .item(1)
                .tookPath("Double", "Show")
                .tookPathInOrder("Show")
                .tookPathMatching("Double -> .*")
                .state("Show")
                .hasInput(2)
                .returnToExecution()
                .hasSucceeded();
    }

    @Test
    void a_place_in_a_value_that_stands_alone() {
        fails(
                () -> assertThat(JsonNodeFactory.instance.objectNode().put("a", 1))
                        .node("/a")
                        .isEqualTo(2),
                """
                /a of the JSON value is not the JSON expected.

                  expected: 2
                   but was: 1""");
    }

    @Test
    void what_is_no_path_is_the_tests_fault_and_no_failed_assertion() {
        JsonAssert<?> output = assertThat(run()).output();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> output.jsonPath("$.["))
                .withMessage("\"$.[\" is not a JSONPath, such as $.items[0].sku. For a JSON pointer use node(...).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> output.node("0/twice"))
                .withMessage("A JSON pointer starts with a slash: \"/0/twice\", not \"0/twice\". For a JSONPath use"
                        + " jsonPath(...).");
    }

    @Test
    void json_is_compared_in_the_ways_of_assertj() {
        assertThat(run())
                .output()
                .ignoring("/*/id")
                .isEqualTo("[{\"twice\": 2}, {\"twice\": 4}, {\"twice\": 6}]")
                .ignoringArrayOrder()
                .isEqualTo("[{\"twice\": 6}, {\"twice\": 4}, {\"twice\": 2, \"id\": 7}]")
                .containsExactlyInAnyOrder("{\"twice\": 6}", "{\"twice\": 2}", "{\"twice\": 4}")
                .isNotEqualTo("[]");
        assertThat(run()).output().contains("[{\"twice\": 2}, {\"twice\": 4.0}, {}]");
        assertThat(run()).output().node("/0").contains("{\"twice\": 2}");
        assertThat(run()).output().jsonPath("$[*].twice").containsExactly(2, 4, 6);
        assertThat(run()).output().node("/1/twice").asNumber().isGreaterThan(BigDecimal.ONE);
        assertThat(run()).output().node("/1/id").asText().hasSize(36);
        assertThat(run())
                .output()
                .elements()
                .hasSize(3)
                .extracting(item -> item.path("twice").asInt())
                .contains(4);
        assertThat(run())
                .output()
                .node("/2")
                .convertedTo(Item.class)
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new Item("", 6));
        assertThat(Samples.succeeded()).output().node("/charged").asBoolean().isTrue();
        assertThat(run().output()).hasSize(3).node("/0/twice").isEqualTo(2);
    }

    @Test
    void each_expected_element_finds_its_own_however_they_overlap() {
        JsonNode two = json("[{\"a\": 1, \"b\": 2}, {\"a\": 1}]");
        assertThat(two).ignoringArrayOrder().contains("[{\"a\": 1}, {\"a\": 1, \"b\": 2}]");
        assertThat(two).ignoringArrayOrder().isNotEqualTo("[{\"a\": 1}, {\"a\": 1}]");
    }

    private static JsonNode json(String text) {
        return StateMachineHarness.create(io.github.asltestkit.StateMachine.parse(
                        "any.asl.json", "{\"StartAt\": \"Go\", \"States\": {\"Go\": {\"Type\": \"Succeed\"}}}"))
                .run(text)
                .input();
    }

    @Test
    void a_requirement_of_ones_own_is_told_with_the_description() {
        assertThat(run())
                .output()
                .as("the doubled items")
                .satisfies(items -> assertThat(items.size()).isEqualTo(3));
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        assertThat(run()).as("order 7").state("Each").item(0).tookPath("Show"))
                .hasMessageStartingWith("[order 7] Each[0] of the execution of count.asl.json took a different path");
    }

    @Test
    void a_variable_that_no_state_assigned() {
        fails(() -> assertThat(run()).variable("totl"), """
                Execution of count.asl.json has no variable totl: no state assigned it.

                  assigned: total
                      hint: did you mean "total"?

                  why: Done was the last state and succeeded
                   at: count.asl.json:19:13  /States/Done""");
        fails(() -> assertThat(run()).state("Each").item(0).variable("total"), """
                Each[0] of the execution of count.asl.json has no variable total: no state assigned it.

                  assigned: twice

                  why: Each[0]/Show was the last state
                   at: count.asl.json:13:19  /States/Each/ItemProcessor/States/Show""");
    }

    @Test
    void a_variable_with_another_value() {
        fails(() -> assertThat(run()).variable("total").isEqualTo(11), """
                Variable total of the execution of count.asl.json is not the JSON expected.

                  expected: 11
                   but was: 12

                  why: Count assigned 1, then Each assigned 12
                   at: count.asl.json:16:17  /States/Each/Assign""");
    }

    @Test
    void a_path_in_an_item_that_matches_no_pattern() {
        fails(() -> assertThat(run()).state("Each").item(0).tookPathMatching("Show.*"), """
                Each[0] of the execution of count.asl.json took a path that does not match the pattern.

                  expected pattern: Show.*
                       actual path: Double -> Show

                  why: Each[0]/Show was the last state
                   at: count.asl.json:13:19  /States/Each/ItemProcessor/States/Show""");
        fails(() -> assertThat(run()).state("Each").item(0).tookPathInOrder("Show", "Double"), """
                Each[0] of the execution of count.asl.json did not enter the expected states in that order.

                  expected in order: Show -> Double
                                             ^ Double was not entered after Show
                        actual path: Double -> Show

                  why: Each[0]/Show was the last state
                   at: count.asl.json:13:19  /States/Each/ItemProcessor/States/Show""");
        fails(() -> assertThat(run()).state("Each").item(0).state("Shew"), """
                State Shew was expected to be entered in Each[0], but it was not.

                  path: Double -> Show
                  hint: did you mean "Show"?

                  why: Each[0]/Show was the last state
                   at: count.asl.json:13:19  /States/Each/ItemProcessor/States/Show""");
        fails(() -> assertThat(run()).state("Each").item(0).hasFailed(), """
                Each[0] did not end as expected.

                  expected: FAILED
                   but was: SUCCEEDED
                      path: Double -> Show

                  at: count.asl.json:13:19  /States/Each/ItemProcessor/States/Show""");
        fails(() -> assertThat(run()).state("Each").hasBranches(2), """
                Each did not start the expected number of branches or iterations.

                  expected: 2
                   but was: 3

                  item 0: SUCCEEDED, Double -> Show
                  item 1: SUCCEEDED, Double -> Show
                  item 2: SUCCEEDED, Double -> Show

                  at: count.asl.json:6:13  /States/Each""");
    }

    @Test
    void json_that_differs_though_much_is_ignored() {
        fails(() -> assertThat(run()).output().ignoring("/*/id").isEqualTo("[{\"twice\": 2}, {\"twice\": 4}]"), """
                Output of the execution of count.asl.json is not the JSON expected, first at /2.

                  expected: (nothing)
                   but was: {"id":"37ebf0be-dee4-4212-8141-dc731141434e","twice":6}

                  expected JSON: [{"twice":2},{"twice":4}]
                    actual JSON: [{"id":"d431cfb9-3cba-4d39-af24-91fad5a07ceb","twice":2},{"id":"93fc6ff9-af1e-4ac5-9100-10becc23cea...
                        ignored: /*/id

                  why: Done was the last state and succeeded
                   at: count.asl.json:19:13  /States/Done""");
        fails(() -> assertThat(run()).state("Each").assigned("total").isNotEqualTo(12), """
                Variable total assigned by Each was expected to be different JSON, but it is this.

                  but was: 12

                  at: count.asl.json:6:13  /States/Each""");
        fails(() -> assertThat(run()).state("Each").assigned("total").asText(), """
                Variable total assigned by Each does not have the expected JSON type.

                  expected: string
                   but was: number: 12

                  at: count.asl.json:6:13  /States/Each""");
        fails(() -> assertThat(run()).output().jsonPath("$[*].twice").containsExactlyInAnyOrder(6, 4, 3), """
                $[*].twice of the output of the execution of count.asl.json is not the array expected, in any order, first at /2.

                  expected: an element 3
                   but was: no element left that equals it

                  expected JSON: [6,4,3]
                    actual JSON: [2,4,6]

                  why: Done was the last state and succeeded
                   at: count.asl.json:19:13  /States/Done""");
        fails(() -> assertThat(Samples.succeeded()).output().contains("{\"sum\": 13}"), """
                Output of the execution of order.asl.json is not JSON that contains what is expected, first at /sum.

                  expected: 13
                   but was: 12.0

                  expected JSON: {"sum":13}
                    actual JSON: {"charged":true,"sum":12.0}

                  why: NotifyCustomer was the last state and succeeded
                   at: order.asl.json:17:23  /States/NotifyCustomer""");
    }

    @Test
    void a_step_that_was_not_taken() {
        fails(() -> assertThat(run()).state("Count").inspected("afterParameters"), """
                Count took no step afterParameters.

                  steps: input, afterArguments, result

                  at: count.asl.json:5:14  /States/Count""");
    }

    @Test
    void text_that_is_JSON_is_read_as_JSON_and_other_text_is_the_string() {
        assertThat(json("5000")).isEqualTo("5000").isEqualTo(5000).isNotEqualTo("\"5000\"");
        assertThat(json("\"5000\"")).isEqualTo("\"5000\"").isNotEqualTo("5000").isNotEqualTo(5000);
        assertThat(json("true")).isEqualTo(true).isEqualTo("true").isNotEqualTo("\"true\"");
        assertThat(json("\"true\"")).isNotEqualTo("true").isEqualTo("\"true\"");
        assertThat(json("\"null\"")).isNotEqualTo("null").isNotEqualTo(null);
        assertThat(json("null")).isEqualTo("null").isJsonNull();
        assertThat(json("\"a\"")).isEqualTo("a").isEqualTo("\"a\"");
        assertThat(json("[\"a\", \"1\", 1]")).containsExactly("a", "\"1\"", 1);
    }

    @Test
    void a_tree_of_Jackson_3_is_compared_as_JSON() {
        tools.jackson.databind.JsonNode seven = tools.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("order", 7);

        assertThat(json("{\"order\": 7}")).isEqualTo(seven).contains(seven);
        assertThat(json("{\"order\": 99}")).isNotEqualTo(seven);
        assertThat(json("[{\"order\": 7}]")).containsExactly(seven).isEqualTo(java.util.List.of(seven));
    }

    @Test
    void a_value_is_converted_only_to_a_type_that_shares_a_field() {
        JsonNode other = json("{\"no\": 1}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(other).convertedTo(Item.class))
                .withMessage("This cannot be read as Item: they share no field. The JSON has no; Item has id, twice");
    }

    @Test
    void null_is_converted_to_no_type() {
        JsonNode nothing = json("null");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(nothing).convertedTo(Item.class))
                .withMessage("This cannot be read as Item: it is null");
    }
}
