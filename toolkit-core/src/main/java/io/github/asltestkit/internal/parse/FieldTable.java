package io.github.asltestkit.internal.parse;

import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.StateType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields each state type has, in each query language.
 *
 * @see <a href="https://states-language.net/spec.html">Amazon States Language</a>, tables of state fields
 */
final class FieldTable {
    private static final List<String> ALL = List.of("Type", "Comment", "QueryLanguage");
    private static final List<String> ENDING = List.of("Next", "End");
    private static final List<String> ERRORS = List.of("Retry", "Catch");

    private static final Map<StateType, List<String>> BOTH = Map.of(
            StateType.PASS, List.of("Assign", "Next", "End"),
            StateType.TASK,
                    List.of(
                            "Assign",
                            "Next",
                            "End",
                            "Retry",
                            "Catch",
                            "Resource",
                            "TimeoutSeconds",
                            "HeartbeatSeconds",
                            "Credentials"),
            StateType.CHOICE, List.of("Assign", "Choices", "Default"),
            StateType.WAIT, List.of("Assign", "Next", "End", "Seconds", "Timestamp"),
            StateType.SUCCEED, List.of(),
            StateType.FAIL, List.of("Error", "Cause"),
            StateType.PARALLEL, List.of("Assign", "Next", "End", "Retry", "Catch", "Branches"),
            StateType.MAP,
                    List.of(
                            "Assign",
                            "Next",
                            "End",
                            "Retry",
                            "Catch",
                            "ItemProcessor",
                            "Iterator",
                            "ItemReader",
                            "ItemSelector",
                            "ItemBatcher",
                            "ResultWriter",
                            "MaxConcurrency",
                            "ToleratedFailurePercentage",
                            "ToleratedFailureCount",
                            "Label"));

    private static final Map<StateType, List<String>> JSONPATH = Map.of(
            StateType.PASS, List.of("InputPath", "OutputPath", "ResultPath", "Parameters", "Result"),
            StateType.TASK,
                    List.of(
                            "InputPath",
                            "OutputPath",
                            "ResultPath",
                            "Parameters",
                            "ResultSelector",
                            "TimeoutSecondsPath",
                            "HeartbeatSecondsPath"),
            StateType.CHOICE, List.of("InputPath", "OutputPath"),
            StateType.WAIT, List.of("InputPath", "OutputPath", "SecondsPath", "TimestampPath"),
            StateType.SUCCEED, List.of("InputPath", "OutputPath"),
            StateType.FAIL, List.of("ErrorPath", "CausePath"),
            StateType.PARALLEL, List.of("InputPath", "OutputPath", "ResultPath", "Parameters", "ResultSelector"),
            StateType.MAP,
                    List.of(
                            "InputPath",
                            "OutputPath",
                            "ResultPath",
                            "Parameters",
                            "ResultSelector",
                            "ItemsPath",
                            "MaxConcurrencyPath",
                            "ToleratedFailurePercentagePath",
                            "ToleratedFailureCountPath"));

    private static final Map<StateType, List<String>> JSONATA = Map.of(
            StateType.PASS, List.of("Output"),
            StateType.TASK, List.of("Arguments", "Output"),
            StateType.CHOICE, List.of("Output"),
            StateType.WAIT, List.of("Output"),
            StateType.SUCCEED, List.of("Output"),
            StateType.FAIL, List.of(),
            StateType.PARALLEL, List.of("Arguments", "Output"),
            StateType.MAP, List.of("Items", "Output"));

    private FieldTable() {}

    /** The fields that a state of a type may have. */
    static Set<String> of(StateType type, QueryLanguage language) {
        Set<String> fields = new LinkedHashSet<>(ALL);
        fields.addAll(BOTH.getOrDefault(type, List.of()));
        fields.addAll((language == QueryLanguage.JSONATA ? JSONATA : JSONPATH).getOrDefault(type, List.of()));
        return fields;
    }

    /** Whether some state type has this field in the other query language only. */
    static boolean isOfOtherLanguage(String field, StateType type, QueryLanguage language) {
        return (language == QueryLanguage.JSONATA ? JSONPATH : JSONATA)
                .getOrDefault(type, List.of())
                .contains(field);
    }

    /** Every field of every state type. */
    static Set<String> all() {
        Set<String> fields = new TreeSet<>(ALL);
        fields.addAll(ENDING);
        fields.addAll(ERRORS);
        for (Map<StateType, List<String>> table : List.of(BOTH, JSONPATH, JSONATA)) {
            table.values().forEach(fields::addAll);
        }
        return fields;
    }
}
