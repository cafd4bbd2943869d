package io.github.asltestkit.internal.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.ItemProcessor;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateFields;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.definition.StateType;
import io.github.asltestkit.definition.Transition;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads states. */
final class StateReader {
    private static final int MAX_NAME = 80;
    private static final Set<String> RETRIER_FIELDS = Set.of(
            "ErrorEquals",
            "IntervalSeconds",
            "MaxAttempts",
            "BackoffRate",
            "MaxDelaySeconds",
            "JitterStrategy",
            "Comment");
    private static final Set<String> CATCHER_FIELDS =
            Set.of("ErrorEquals", "Next", "ResultPath", "Output", "Assign", "Comment");
    private static final Set<String> PROCESSOR_FIELDS =
            Set.of("ProcessorConfig", "StartAt", "States", "Comment", "QueryLanguage");

    private final MachineReader machine;
    private final Problems problems;

    StateReader(MachineReader machine, Problems problems) {
        this.machine = machine;
        this.problems = problems;
    }

    @Nullable
    State read(String name, JsonNode json, String pointer, QueryLanguage inherited) {
        if (name.length() > MAX_NAME) {
            problems.schema("State name is longer than " + MAX_NAME + " characters", pointer);
        }
        Fields fields = new Fields(json, pointer, problems);
        StateType type = type(fields);
        if (type == null) {
            return null;
        }
        QueryLanguage language = machine.queryLanguage(fields, inherited, inherited);
        unknownFields(fields, type, language);
        StateFields shared = shared(fields, language);
        return switch (type) {
            case PASS -> new State.Pass(name, shared, pointer, transition(fields), fields.any("Result"));
            case TASK -> task(name, fields, shared);
            case CHOICE ->
                new State.Choose(
                        name,
                        shared,
                        pointer,
                        new ChoiceReader(problems, language).choices(fields),
                        fields.text("Default"));
            case WAIT -> waiting(name, fields, shared);
            case SUCCEED -> new State.Succeed(name, shared, pointer);
            case FAIL -> fail(name, fields, shared);
            case PARALLEL -> parallel(name, fields, shared, inherited);
            case MAP -> map(name, fields, shared, inherited);
        };
    }

    private @Nullable StateType type(Fields fields) {
        if (!fields.json().isObject() || !fields.has("Type")) {
            fields.require(List.of("Type"));
            return null;
        }
        String text = fields.text("Type");
        for (StateType type : StateType.values()) {
            if (type.aslName().equals(text)) {
                return type;
            }
        }
        if (text != null) {
            List<String> names =
                    Arrays.stream(StateType.values()).map(StateType::aslName).toList();
            problems.error(
                    Problems.SCHEMA,
                    "Value is not one of: [" + String.join(", ", names) + "]",
                    fields.pointer("Type"),
                    DidYouMean.hint(text, names));
        }
        return null;
    }

    private void unknownFields(Fields fields, StateType type, QueryLanguage language) {
        Set<String> known = FieldTable.of(type, language);
        fields.json().fieldNames().forEachRemaining(name -> {
            if (known.contains(name)) {
                return;
            }
            if (FieldTable.isOfOtherLanguage(name, type, language)) {
                problems.schema(
                        "The field '" + name + "' is not supported when the QueryLanguage is '" + language.aslName()
                                + "'",
                        fields.pointer(name));
            } else {
                problems.error(
                        Problems.SCHEMA,
                        "Field '" + name + "' is not supported by a " + type.aslName() + " state",
                        fields.pointer(name),
                        DidYouMean.hint(name, known));
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

    private Transition transition(Fields fields) {
        String next = fields.text("Next");
        boolean end = fields.flag("End");
        if (fields.has("Next") && end) {
            problems.schema("Only one of these fields may be present: [Next, End]", fields.pointer());
        } else if (!fields.has("Next") && !end) {
            problems.schema("One of these fields is required: [Next, End]", fields.pointer());
        }
        return new Transition(next, end);
    }

    private State task(String name, Fields fields, StateFields shared) {
        fields.atMostOne("TimeoutSeconds", "TimeoutSecondsPath");
        fields.atMostOne("HeartbeatSeconds", "HeartbeatSecondsPath");
        return new State.Task(
                name,
                shared,
                fields.pointer(),
                transition(fields),
                fields.requiredText("Resource"),
                fields.any("TimeoutSeconds"),
                fields.text("TimeoutSecondsPath"),
                fields.any("HeartbeatSeconds"),
                fields.text("HeartbeatSecondsPath"),
                fields.any("Credentials"),
                retry(fields),
                catchers(fields));
    }

    private State waiting(String name, Fields fields, StateFields shared) {
        List<String> ways = List.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath");
        if (ways.stream().filter(fields::has).count() != 1) {
            problems.schema(
                    "Exactly one of these fields is required: [" + String.join(", ", ways) + "]", fields.pointer());
        }
        return new State.Wait(
                name,
                shared,
                fields.pointer(),
                transition(fields),
                fields.any("Seconds"),
                fields.text("SecondsPath"),
                fields.text("Timestamp"),
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

    private State parallel(String name, Fields fields, StateFields shared, QueryLanguage inherited) {
        List<StateGraph> branches = new ArrayList<>();
        List<JsonNode> elements = fields.array("Branches", true);
        for (int i = 0; i < elements.size(); i++) {
            Fields branch = new Fields(elements.get(i), fields.pointer("Branches") + "/" + i, problems);
            machine.unknownFields(branch, Set.of("StartAt", "States", "Comment", "QueryLanguage"));
            branches.add(machine.graph(branch, inherited));
        }
        return new State.Parallel(
                name, shared, fields.pointer(), transition(fields), branches, retry(fields), catchers(fields));
    }

    private State map(String name, Fields fields, StateFields shared, QueryLanguage inherited) {
        fields.atMostOne("ItemProcessor", "Iterator");
        fields.atMostOne("ItemSelector", "Parameters");
        fields.atMostOne("MaxConcurrency", "MaxConcurrencyPath");
        fields.atMostOne("ToleratedFailureCount", "ToleratedFailureCountPath");
        fields.atMostOne("ToleratedFailurePercentage", "ToleratedFailurePercentagePath");
        return new State.Mapping(
                name,
                shared,
                fields.pointer(),
                transition(fields),
                fields.any("Items"),
                fields.text("ItemsPath"),
                fields.any("ItemSelector"),
                processor(fields, inherited),
                fields.any("MaxConcurrency"),
                fields.text("MaxConcurrencyPath"),
                fields.any("ToleratedFailureCount"),
                fields.text("ToleratedFailureCountPath"),
                fields.any("ToleratedFailurePercentage"),
                fields.text("ToleratedFailurePercentagePath"),
                fields.any("ItemReader"),
                fields.any("ItemBatcher"),
                fields.any("ResultWriter"),
                fields.text("Label"),
                retry(fields),
                catchers(fields));
    }

    private ItemProcessor processor(Fields fields, QueryLanguage inherited) {
        String field = fields.has("Iterator") ? "Iterator" : "ItemProcessor";
        fields.require(List.of(field));
        JsonNode json = fields.any(field);
        if (json == null) {
            return new ItemProcessor(false, false, new StateGraph("", Map.of(), fields.pointer(field)));
        }
        Fields processor = new Fields(json, fields.pointer(field), problems);
        machine.unknownFields(processor, PROCESSOR_FIELDS);
        JsonNode config = processor.any("ProcessorConfig");
        boolean distributed =
                config != null && "DISTRIBUTED".equals(config.path("Mode").asText());
        boolean express =
                config != null && "EXPRESS".equals(config.path("ExecutionType").asText());
        return new ItemProcessor(distributed, express, machine.graph(processor, inherited));
    }

    private List<Retrier> retry(Fields fields) {
        List<Retrier> retriers = new ArrayList<>();
        List<JsonNode> elements = fields.array("Retry", false);
        for (int i = 0; i < elements.size(); i++) {
            Fields retrier = new Fields(elements.get(i), fields.pointer("Retry") + "/" + i, problems);
            machine.unknownFields(retrier, RETRIER_FIELDS);
            String jitter = retrier.text("JitterStrategy");
            if (jitter != null && !Set.of("FULL", "NONE").contains(jitter)) {
                problems.schema("Value is not one of: [FULL, NONE]", retrier.pointer("JitterStrategy"));
            }
            retriers.add(new Retrier(
                    errorEquals(retrier),
                    retrier.integer("IntervalSeconds", 1),
                    retrier.integer("MaxAttempts", 0),
                    retrier.number("BackoffRate", 1.0),
                    retrier.integer("MaxDelaySeconds", 1),
                    "FULL".equals(jitter),
                    retrier.pointer()));
        }
        return retriers;
    }

    private List<Catcher> catchers(Fields fields) {
        List<Catcher> catchers = new ArrayList<>();
        List<JsonNode> elements = fields.array("Catch", false);
        for (int i = 0; i < elements.size(); i++) {
            Fields catcher = new Fields(elements.get(i), fields.pointer("Catch") + "/" + i, problems);
            machine.unknownFields(catcher, CATCHER_FIELDS);
            catchers.add(new Catcher(
                    errorEquals(catcher),
                    catcher.requiredText("Next"),
                    catcher.path("ResultPath"),
                    catcher.any("Output"),
                    catcher.any("Assign"),
                    catcher.pointer()));
        }
        return catchers;
    }

    private List<String> errorEquals(Fields fields) {
        List<String> names = new ArrayList<>();
        List<JsonNode> elements = fields.array("ErrorEquals", true);
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).isTextual()) {
                names.add(elements.get(i).textValue());
            } else {
                problems.schema("Value is not of type string", fields.pointer("ErrorEquals") + "/" + i);
            }
        }
        return names;
    }
}
