package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.ItemProcessor;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateFields;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.definition.Transition;
import io.github.asltestkit.internal.spec.Quotas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads states. */
final class StateReader {
    private static final int MAX_NAME = 80;
    private static final List<String> TYPES =
            List.of("Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map");
    private static final Set<String> BRANCH_FIELDS = Set.of("StartAt", "States", "Comment");
    private static final Set<String> PROCESSOR_FIELDS = Set.of("ProcessorConfig", "StartAt", "States", "Comment");

    private final MachineReader machine;
    private final Problems problems;
    private final QueryLanguage machineLanguage;

    StateReader(MachineReader machine, Problems problems, QueryLanguage machineLanguage) {
        this.machine = machine;
        this.problems = problems;
        this.machineLanguage = machineLanguage;
    }

    @Nullable
    State read(String name, JsonNode json, String pointer) {
        if (name.length() > MAX_NAME) {
            problems.ofState(Problems.STATE_NAME, "State name is longer than " + MAX_NAME + " characters", pointer);
        }
        if (!json.isObject()) {
            problems.schema("Expected value of type [OBJECT]", pointer);
            return null;
        }
        Fields fields = new Fields(json, pointer, problems);
        StateType type = type(fields);
        if (type == null) {
            return null;
        }
        QueryLanguage language = machine.queryLanguage(fields, machineLanguage);
        if (machineLanguage == QueryLanguage.JSONATA && language == QueryLanguage.JSONPATH) {
            problems.inObject(
                    "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
                    fields.pointer("QueryLanguage"),
                    pointer,
                    null);
        } else {
            fieldsOf(fields, type, language);
        }
        StateFields shared = shared(fields, language);
        return switch (type) {
            case PASS -> new State.Pass(name, shared, pointer, transition(fields), fields.any("Result"));
            case TASK -> task(name, fields, shared);
            case CHOICE ->
                new State.ChoiceState(
                        name,
                        shared,
                        pointer,
                        new ChoiceReader(problems, language).choices(fields),
                        fields.text("Default"));
            case WAIT -> waiting(name, fields, shared);
            case SUCCEED -> new State.Succeed(name, shared, pointer);
            case FAIL -> fail(name, fields, shared);
            case PARALLEL -> parallel(name, fields, shared);
            case MAP -> map(name, fields, shared);
        };
    }

    private @Nullable StateType type(Fields fields) {
        fields.requireDeciding("Type");
        String text = fields.text("Type");
        if (text == null) {
            return null;
        }
        for (StateType type : StateType.values()) {
            if (type.aslName().equals(text)) {
                return type;
            }
        }
        if (text.contains("${")) {
            problems.unresolved(text, fields.pointer("Type"), "the type of a state");
            return null;
        }
        problems.error(
                Problems.SCHEMA,
                "The field 'Type' should have one of these values: [" + String.join(", ", TYPES) + "]",
                fields.pointer("Type"),
                problems.hint(text, TYPES));
        return null;
    }

    private static void fieldsOf(Fields fields, StateType type, QueryLanguage language) {
        Set<String> known = FieldTable.of(type, language);
        fields.json().fieldNames().forEachRemaining(name -> {
            if (FieldTable.isOfOtherLanguage(name, type, language)) {
                fields.ofOtherLanguage(name, language);
            } else if (!known.contains(name)) {
                fields.unsupported(name, known);
            }
        });
    }

    private static StateFields shared(Fields fields, QueryLanguage language) {
        return new StateFields(
                fields.text("Comment"),
                language,
                fields.path("InputPath"),
                fields.path("OutputPath"),
                fields.any("Parameters"),
                fields.any("ResultSelector"),
                fields.path("ResultPath"),
                fields.any("Arguments"),
                fields.any("Output"),
                fields.any("Assign"));
    }

    private static Transition transition(Fields fields) {
        boolean end = fields.flag("End");
        if (end || !fields.has("End")) {
            fields.exactlyOne("Next", "End");
        } else if (fields.json().path("End").isBoolean()) {
            fields.require(List.of("Next"));
        }
        return new Transition(end ? null : fields.text("Next"), end);
    }

    private State task(String name, Fields fields, StateFields shared) {
        QueryLanguage language = shared.queryLanguage();
        fields.atMostOne("TimeoutSeconds", "TimeoutSecondsPath");
        fields.atMostOne("HeartbeatSeconds", "HeartbeatSecondsPath");
        credentials(fields);
        return new State.Task(
                name,
                shared,
                fields.pointer(),
                transition(fields),
                fields.requiredText("Resource"),
                fields.optionalIntegerOrExpression("TimeoutSeconds", language, 1, Quotas.FIELD_SECONDS),
                fields.text("TimeoutSecondsPath"),
                fields.optionalIntegerOrExpression("HeartbeatSeconds", language, 1, Quotas.FIELD_SECONDS),
                fields.text("HeartbeatSecondsPath"),
                fields.any("Credentials"),
                ErrorHandlers.retry(fields, problems),
                ErrorHandlers.catchers(fields, problems, language));
    }

    /** In JSONata the whole object may be an expression. */
    private void credentials(Fields fields) {
        JsonNode credentials = fields.any("Credentials");
        if (credentials != null
                && credentials.isObject()
                && !credentials.has("RoleArn")
                && !credentials.has("RoleArn.$")) {
            problems.schema("The field 'RoleArn' is required but was missing", fields.pointer("Credentials"));
        }
    }

    private State waiting(String name, Fields fields, StateFields shared) {
        fields.exactlyOne("SecondsPath", "Seconds", "TimestampPath", "Timestamp");
        String timestamp = fields.text("Timestamp");
        if (timestamp != null && !fields.isExpression("Timestamp", shared.queryLanguage())) {
            if (timestamp.contains("${")) {
                problems.unresolved(timestamp, fields.pointer("Timestamp"), "a timestamp");
            } else if (!Timestamps.isValid(timestamp)) {
                problems.schema("String does not match RFC3339 timestamp", fields.pointer("Timestamp"));
            }
        }
        return new State.Wait(
                name,
                shared,
                fields.pointer(),
                transition(fields),
                fields.integerOrExpression("Seconds", shared.queryLanguage(), 0, Quotas.FIELD_SECONDS),
                fields.text("SecondsPath"),
                timestamp,
                fields.text("TimestampPath"));
    }

    private static State fail(String name, Fields fields, StateFields shared) {
        fields.atMostOne("Error", "ErrorPath");
        fields.atMostOne("Cause", "CausePath");
        return new State.Fail(
                name,
                shared,
                fields.pointer(),
                fields.text("Error"),
                fields.text("ErrorPath"),
                fields.text("Cause"),
                fields.text("CausePath"));
    }

    private State parallel(String name, Fields fields, StateFields shared) {
        List<StateGraph> branches = new ArrayList<>();
        List<JsonNode> elements = fields.array("Branches", true);
        for (int i = 0; i < elements.size(); i++) {
            Fields branch = new Fields(elements.get(i), fields.pointer("Branches") + "/" + i, problems);
            branch.onlyKnown(BRANCH_FIELDS);
            branches.add(machine.graph(branch, machineLanguage));
        }
        return new State.Parallel(
                name,
                shared,
                fields.pointer(),
                transition(fields),
                branches,
                ErrorHandlers.retry(fields, problems),
                ErrorHandlers.catchers(fields, problems, shared.queryLanguage()));
    }

    private State map(String name, Fields fields, StateFields shared) {
        QueryLanguage language = shared.queryLanguage();
        fields.exactlyOne("ItemProcessor", "Iterator");
        fields.atMostOne("MaxConcurrency", "MaxConcurrencyPath");
        fields.atMostOne("ToleratedFailureCount", "ToleratedFailureCountPath");
        fields.atMostOne("ToleratedFailurePercentage", "ToleratedFailurePercentagePath");
        ItemProcessor processor = processor(fields);
        DistributedMap.check(fields, language, processor.distributed());
        return new ParsedMap(
                name,
                shared,
                fields.pointer(),
                transition(fields),
                fields.any("Items"),
                fields.text("ItemsPath"),
                fields.any("ItemSelector"),
                processor,
                fields.optionalIntegerOrExpression("MaxConcurrency", language, 0, Long.MAX_VALUE),
                fields.text("MaxConcurrencyPath"),
                fields.integerOrExpression("ToleratedFailureCount", language, 0, Long.MAX_VALUE),
                fields.text("ToleratedFailureCountPath"),
                fields.numberOrExpression("ToleratedFailurePercentage", language, 0, 100),
                fields.text("ToleratedFailurePercentagePath"),
                fields.any("ItemReader"),
                fields.any("ItemBatcher"),
                fields.any("ResultWriter"),
                fields.text("Label"),
                ErrorHandlers.retry(fields, problems),
                ErrorHandlers.catchers(fields, problems, language));
    }

    private ItemProcessor processor(Fields fields) {
        String field = fields.has("Iterator") ? "Iterator" : "ItemProcessor";
        Fields processor = fields.object(field);
        if (processor == null) {
            return new ItemProcessor(false, false, new StateGraph("", Map.of(), fields.pointer(field)));
        }
        processor.onlyKnown(PROCESSOR_FIELDS);
        Fields config = processor.object("ProcessorConfig");
        boolean distributed = false;
        boolean express = false;
        if (config != null) {
            config.onlyKnown(Set.of("Mode", "ExecutionType"));
            distributed = "DISTRIBUTED".equals(config.oneOf("Mode", List.of("INLINE", "DISTRIBUTED")));
            if (distributed) {
                config.require(List.of("ExecutionType"));
            }
            express = "EXPRESS".equals(config.oneOf("ExecutionType", List.of("STANDARD", "EXPRESS")));
        }
        return new ItemProcessor(distributed, express, machine.graph(processor, machineLanguage));
    }
}
