package io.github.asltestkit.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.internal.model.ApiModels;
import io.github.asltestkit.internal.parse.DefinitionParser;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFlowTest {
    private static final String SQS = "'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage', ";

    static Definition parse(String text) {
        return Objects.requireNonNull(
                DefinitionParser.parse("test.asl.json", text.replace('\'', '"')).definition());
    }

    /** The states A, B and so on, each given by its fields; D is the end of a branch or item. */
    private static List<String> flaws(String... states) {
        StringBuilder text = new StringBuilder("{'StartAt': 'A', 'States': {");
        char name = 'A';
        for (String state : states) {
            text.append(name > 'A' ? ", " : "")
                    .append('\'')
                    .append(name++)
                    .append("': {")
                    .append(state)
                    .append('}');
        }
        DataFlow flow = DataFlow.of(parse(text.append("}}").toString()), new ServiceResults(ServiceCatalogue.load()));
        return flow.flaws().stream()
                .filter(flaw -> !(flaw instanceof Flaw.PerhapsThere))
                .map(DataFlowTest::text)
                .toList();
    }

    private static String text(Flaw flaw) {
        if (flaw instanceof Flaw.NeverThere never) {
            return (never.everywhere() ? "" : "perhaps ") + never.read().path() + " at "
                    + never.read().pointer().replaceAll(".*States/", "") + " as "
                    + never.read().at() + " is "
                    + Shapes.words(never.read().there()) + " by "
                    + never.way().states().stream().map(State::name).collect(Collectors.joining());
        }
        if (flaw instanceof Flaw.Unreachable unreachable) {
            return unreachable.pointer().replaceAll(".*States/", "") + " is never reached because of "
                    + unreachable.because().replaceAll(".*States/", "");
        }
        if (flaw instanceof Flaw.PerhapsThere perhaps) {
            return "sometimes no " + perhaps.read().path();
        }
        DeadComparison comparison = ((Flaw.NeverTrue) flaw).comparison();
        return comparison.path() + " is "
                + (comparison.there() == null ? "never there" : Shapes.words(comparison.there())) + " for "
                + comparison.operator();
    }

    @Test
    void what_a_pass_writes_is_known_exactly() {
        assertThat(flaws(
                        "'Type': 'Pass', 'Result': {'a': {'b': 1}}, 'Next': 'B'",
                        "'Type': 'Pass', 'Parameters': {'ok.$': '$.a.b', 'no.$': '$.a.c'}, 'End': true"))
                .containsExactly("$.a.c at B/Parameters/no.$ as $.a is {\"b\"} by AB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Type': 'Pass', 'InputPath': '$.no', 'End': true",
                "'Type': 'Pass', 'OutputPath': '$.no', 'End': true",
                "'Type': 'Pass', 'Assign': {'x.$': '$.no'}, 'End': true",
                "'Type': 'Pass', 'Parameters': {'x': [{'y.$': 'States.ArrayLength(States.Array($.no))'}]}, 'End': true",
                "'Type': 'Succeed', 'InputPath': '$.no'",
                "'Type': 'Fail', 'ErrorPath': '$.no'",
                "'Type': 'Fail', 'CausePath': '$.no'",
                "'Type': 'Wait', 'SecondsPath': '$.no', 'End': true",
                "'Type': 'Wait', 'TimestampPath': '$.no', 'End': true",
                SQS + "'TimeoutSecondsPath': '$.no', 'End': true",
                SQS + "'Parameters': {'MessageBody.$': '$.no'}, 'End': true",
                SQS + "'Credentials': {'RoleArn.$': '$.no'}, 'End': true",
                "'Type': 'Choice', 'Choices': [{'Variable': '$.no', 'IsNull': true, 'Next': 'C'}], 'Default': 'C'",
                "'Type': 'Choice', 'Choices': [{'Variable': '$.there', 'NumericEqualsPath': '$.no', 'Next': 'C'}], 'Default': 'C'",
                "'Type': 'Map', 'ItemsPath': '$.no', 'End': true, 'ItemProcessor': {'StartAt': 'D', 'States': {'D': {'Type': 'Succeed'}}}",
                "'Type': 'Map', 'ItemsPath': '$.list', 'ItemSelector': {'x.$': '$.no'}, 'End': true, 'ItemProcessor': {'StartAt': 'D', 'States': {'D': {'Type': 'Succeed'}}}",
                "'Type': 'Map', 'ItemsPath': '$.list', 'MaxConcurrencyPath': '$.no', 'End': true, 'ItemProcessor': {'StartAt': 'D', 'States': {'D': {'Type': 'Succeed'}}}",
                "'Type': 'Parallel', 'Parameters': {'x.$': '$.no'}, 'End': true, 'Branches': [{'StartAt': 'D', 'States': {'D': {'Type': 'Succeed'}}}]",
                "'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'D', 'States': {'D': {'Type': 'Pass', 'InputPath': '$.no', 'End': true}}}]",
            })
    void each_field_that_has_to_find_something_is_looked_at(String state) {
        assertThat(flaws(
                        "'Type': 'Pass', 'Result': {'there': 1, 'list': [{'id': 7}]}, 'Next': 'B'",
                        state,
                        "'Type': 'Succeed'"))
                .singleElement()
                .asString()
                .startsWith("$.no at ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // An index behind the end gives null, an indefinite path an empty array.
                "'Type': 'Pass', 'Parameters': {'x.$': '$.list[5]', 'y.$': '$..no', 'z.$': '$.list[*].no'}, 'End': true",
                "'Type': 'Choice', 'Choices': [{'Or': [{'Variable': '$.no', 'IsPresent': false}, {'Variable': '$.no', 'NumericEquals': 1}], 'Next': 'C'}], 'Default': 'C'",
                "'Type': 'Pass', 'InputPath': '$$.Execution.Input.anything', 'End': true",
                SQS
                        + "'ResultSelector': {'id.$': '$.MessageId', 'meta.$': '$.SdkHttpMetadata.HttpStatusCode'}, 'End': true",
                "'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f', 'ResultSelector': {'x.$': '$.no'}, 'End': true",
            })
    void what_may_find_something_or_fails_nothing_is_not_told_of(String state) {
        assertThat(flaws(
                        "'Type': 'Pass', 'Result': {'there': 1, 'list': [{'id': 7}]}, 'Next': 'B'",
                        state,
                        "'Type': 'Succeed'"))
                .isEmpty();
    }

    @Test
    void a_result_path_adds_to_the_input_whatever_it_is() {
        assertThat(flaws(
                        "'Type': 'Pass', 'Result': {'recipt': 1}, 'ResultPath': '$.charge', 'Next': 'B'",
                        "'Type': 'Pass', 'Parameters': {'a.$': '$.order', 'b.$': '$.charge.receipt'}, 'End': true"))
                .containsExactly("$.charge.receipt at B/Parameters/b.$ as $.charge is {\"recipt\"} by AB");
    }

    @Test
    void a_response_of_a_service_has_the_fields_of_its_api() {
        assertThat(flaws(
                        SQS + "'ResultPath': '$.sent', 'Next': 'B'",
                        "'Type': 'Pass', 'InputPath': '$.sent.Id', 'End': true"))
                .singleElement()
                .asString()
                .startsWith("$.sent.Id at B/InputPath as $.sent is {\"MD5OfMessageBody\"");
    }

    @Test
    void a_response_of_the_aws_sdk_has_the_fields_of_its_model() {
        Definition definition = parse("{'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'Resource':"
                + " 'arn:aws:states:::aws-sdk:s3:listObjectsV2', 'Next': 'B'}, 'B': {'Type': 'Pass', 'Parameters':"
                + " {'key.$': '$.Contents[0].Key', 'no.$': '$.Contents[0].Name'}, 'End': true}}}");
        ApiModels models = ApiModels.ofSdk(DataFlowTest.class.getClassLoader());

        assertThat(DataFlow.of(definition, new ServiceResults(ServiceCatalogue.load(), () -> models))
                        .flaws())
                .filteredOn(Flaw.NeverThere.class::isInstance)
                .singleElement()
                .satisfies(flaw ->
                        assertThat(((Flaw.NeverThere) flaw).read().path()).isEqualTo("$.Contents[0].Name"));
    }

    @Test
    void a_job_that_is_given_its_token_may_end_with_any_result() {
        String job = "'Type': 'Task', 'Resource': 'arn:aws:states:::states:startExecution.sync:2', 'Parameters':"
                + " {'StateMachineArn': 'm', 'Input': {%s}}, 'Next': 'B'";
        String reads = "'Type': 'Pass', 'InputPath': '$.answer', 'End': true";

        assertThat(flaws(job.formatted("'a': 1"), reads)).hasSize(1);
        assertThat(flaws(job.formatted("'token.$': '$$.Task.Token'"), reads)).isEmpty();
    }

    @Test
    void a_catcher_hands_on_the_error_and_nothing_else() {
        assertThat(flaws(
                        SQS + "'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'B'}], 'Next': 'C'",
                        "'Type': 'Pass', 'Parameters': {'cause.$': '$.Cause', 'order.$': '$.order'}, 'End': true",
                        "'Type': 'Succeed'"))
                .containsExactly("$.order at B/Parameters/order.$ as $ is {\"Error\", \"Cause\"} by AB");
    }

    @Test
    void what_is_missing_on_one_way_only_is_told_with_the_way() {
        assertThat(flaws(
                        SQS
                                + "'ResultPath': '$.sent', 'Catch': [{'ErrorEquals': ['States.ALL'], 'ResultPath': '$.error', 'Next': 'B'}], 'Next': 'B'",
                        "'Type': 'Pass', 'InputPath': '$.input.x', 'End': true"))
                .isEmpty();
        assertThat(flaws(
                        "'Type': 'Pass', 'Result': {'x': 1}, 'Next': 'B'",
                        SQS
                                + "'ResultPath': '$.sent', 'Catch': [{'ErrorEquals': ['States.ALL'], 'ResultPath': '$.error', 'Next': 'C'}], 'Next': 'C'",
                        "'Type': 'Pass', 'InputPath': '$.sent.MessageId', 'End': true"))
                .containsExactly("perhaps $.sent.MessageId at C/InputPath as $ is {\"x\", \"error\"} by ABC");
    }

    @Test
    void behind_a_choice_the_ways_are_not_told_apart() {
        assertThat(flaws(
                        "'Type': 'Pass', 'Result': {'x': 1}, 'Next': 'B'",
                        SQS
                                + "'ResultPath': '$.sent', 'Catch': [{'ErrorEquals': ['States.ALL'], 'ResultPath': '$.error', 'Next': 'C'}], 'Next': 'C'",
                        "'Type': 'Choice', 'Choices': [{'Variable': '$.error', 'IsPresent': true, 'Next': 'E'}], 'Default': 'D'",
                        "'Type': 'Pass', 'InputPath': '$.sent.MessageId', 'End': true",
                        "'Type': 'Pass', 'InputPath': '$.error.Cause', 'End': true"))
                .isEmpty();
    }

    @Test
    void an_expression_that_gives_nothing_fails_the_state() {
        assertThat(jsonata("'Output': '{% $states.input.receipt %}'"))
                .containsExactly("$states.input.receipt of $states.input");
        assertThat(jsonata("'Output': {'a': ['{% $uppercase($states.input.order.nmae) %}']}"))
                .containsExactly("$states.input.order.nmae of $states.input.order");
        assertThat(
                        jsonata(
                                "'Assign': {'x': '{% $states.input.items[0].id + 1 %}', 'y': '{% $states.input.items.name %}'}"))
                .containsExactly("$states.input.items.name of $states.input.items");
        assertThat(jsonata("'Output': '{% $merge([$states.input.order, {\\\"b\\\": 1}]).c %}'"))
                .containsExactly("(...).c of (...)");
    }

    @Test
    void an_expression_that_makes_something_of_nothing_fails_nothing() {
        assertThat(jsonata("'Output': '{% $states.input.receipt ? $states.input.receipt : 0 %}'"))
                .isEmpty();
        assertThat(jsonata("'Output': '{% $exists($states.input.receipt) %}'")).isEmpty();
        assertThat(jsonata("'Output': '{% {\\\"a\\\": $states.input.receipt} %}'"))
                .isEmpty();
        assertThat(jsonata("'Output': '{% [$states.input.receipt] %}'")).isEmpty();
        assertThat(jsonata("'Output': '{% $states.input.receipt & 1 %}'")).isEmpty();
        assertThat(jsonata("'Output': '{% $count($states.input.receipt) %}'")).isEmpty();
        assertThat(jsonata("'Output': '{% $states.input.receipt = 1 %}'")).isEmpty();
        assertThat(jsonata("'Output': '{% $states.input.items[nmae = 1] %}'")).isEmpty();
    }

    /** What is told of a Pass state in JSONata whose input is known. */
    private static List<String> jsonata(String field) {
        DataFlow flow = DataFlow.of(
                parse("{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Output':"
                        + " {'order': {'name': 'n'}, 'items': [{'id': 1}, {'id': 2}]}, 'Next': 'B'}, 'B': {'Type': 'Pass', "
                        + field + ", 'End': true}}}"),
                Knowledge.NONE);
        return flow.flaws().stream()
                .filter(Flaw.NeverThere.class::isInstance)
                .map(flaw -> ((Flaw.NeverThere) flaw).read())
                .map(read -> read.path() + " of " + read.at())
                .toList();
    }

    @Test
    void a_loop_comes_to_rest() {
        assertThat(flaws(
                        "'Type': 'Pass', 'Result': {'count': 0}, 'Next': 'B'",
                        "'Type': 'Pass', 'Parameters': {'count.$': 'States.MathAdd($.count, 1)', 'before.$': '$', 'list.$': 'States.Array($)'}, 'Next': 'C'",
                        "'Type': 'Choice', 'Choices': [{'Variable': '$.count', 'NumericLessThan': 5, 'Next': 'B'}], 'Default': 'D'",
                        "'Type': 'Pass', 'InputPath': '$.counter', 'End': true"))
                .containsExactly("$.counter at D/InputPath as $ is {\"count\", \"before\", \"list\"} by ABCD");
    }

    @Test
    void branches_and_iterations_give_arrays_of_what_they_end_with() {
        assertThat(flaws(
                        "'Type': 'Parallel', 'Next': 'B', 'Branches': [{'StartAt': 'D', 'States': {'D': {'Type': 'Pass', 'Result': {'left': 1}, 'End': true}}}, {'StartAt': 'E', 'States': {'E': {'Type': 'Pass', 'Result': 'right', 'End': true}}}]",
                        "'Type': 'Pass', 'Parameters': {'ok.$': '$[0].left', 'no.$': '$[1].left', 'none.$': '$[2].left'}, 'Next': 'C'",
                        "'Type': 'Succeed'"))
                .containsExactly(
                        "$[1].left at B/Parameters/no.$ as $[1] is a string by AB",
                        "$[2].left at B/Parameters/none.$ as $ is an array by AB");
        assertThat(flaws(
                        "'Type': 'Pass', 'Result': {'list': [{'id': 1}, {'id': 2}]}, 'Next': 'B'",
                        "'Type': 'Map', 'ItemsPath': '$.list', 'Next': 'C', 'ItemProcessor': {'StartAt': 'D', 'States': {'D': {'Type': 'Pass', 'Parameters': {'key.$': '$.id', 'of.$': '$$.Map.Item.Value.id'}, 'End': true}}}",
                        "'Type': 'Pass', 'Parameters': {'ok.$': '$[0].key', 'no.$': '$[0].id'}, 'End': true"))
                .containsExactly("$[0].id at C/Parameters/no.$ as $[0] is {\"key\", \"of\"} by ABC");
    }

    @Test
    void variables_are_known_within_what_follows() {
        assertThat(
                        flaws(
                                "'Type': 'Pass', 'Assign': {'order': {'id': 1}}, 'Next': 'B'",
                                "'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'D', 'States': {'D': {'Type': 'Pass', 'Parameters': {'ok.$': '$order.id', 'no.$': '$order.nr'}, 'End': true}}}]"))
                .containsExactly("$order.nr at D/Parameters/no.$ as $order is {\"id\"} by ABD");
    }

    @Test
    void a_question_whether_something_is_there_that_never_is_guards_what_follows() {
        assertThat(flaws(
                        "'Type': 'Pass', 'Result': {'there': 1}, 'Next': 'B'",
                        "'Type': 'Choice', 'Choices': [{'And': [{'Variable': '$.no', 'IsPresent': true}, {'Variable': '$.no', 'NumericEquals': 1}], 'Next': 'C'}], 'Default': 'C'",
                        "'Type': 'Succeed'"))
                .containsExactly("$.no is never there for IsPresent");
    }

    @Test
    void a_condition_that_a_variable_nobody_assigns_decides_closes_the_ways_behind_it() {
        String behind = "'Type': 'Pass', 'QueryLanguage': 'JSONata', 'Output': '{% $calls %}', 'End': true";
        for (String condition : List.of(
                "$exists($calls) and $count($calls) > 0 ? false : true",
                "$not($exists($calls))",
                "$not($boolean($exists($calls) and $states.input.more))",
                "$not($exists($calls)) or $states.input.more")) {
            String choice = "'Type': 'Choice', 'QueryLanguage': 'JSONata', 'Choices': [{'Condition': '{% " + condition
                    + " %}', 'Next': 'C'}], 'Default': 'D'";
            DataFlow flow = DataFlow.of(
                    parse("{'StartAt': 'B', 'States': {'B': {" + choice + "}, 'C': {'Type': 'Succeed'}, 'D': {" + behind
                            + "}}}"),
                    Knowledge.NONE);
            assertThat(flow.flaws()).as(condition).noneMatch(Flaw.NeverThere.class::isInstance);
        }
        assertThat(DataFlow.of(parse("{'StartAt': 'D', 'States': {'D': {" + behind + "}}}"), Knowledge.NONE)
                        .flaws())
                .anyMatch(Flaw.NeverThere.class::isInstance);
    }

    @Test
    void a_comparison_with_another_type_is_never_true() {
        assertThat(flaws(
                        "'Type': 'Pass', 'Result': {'count': 3}, 'Next': 'B'",
                        "'Type': 'Choice', 'Choices': [{'Variable': '$.count', 'StringEquals': '3', 'Next': 'C'}], 'Default': 'C'",
                        "'Type': 'Succeed'"))
                .containsExactly("$.count is a number for StringEquals");
    }
}
