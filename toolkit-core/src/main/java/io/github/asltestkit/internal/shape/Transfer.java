package io.github.asltestkit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.ChoiceRule;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateFields;
import io.github.asltestkit.internal.expression.jsonpath.ReferencePath;
import io.github.asltestkit.internal.message.Pointers;
import io.github.asltestkit.internal.shape.Way.By;
import io.github.asltestkit.internal.spec.ErrorMatcher;
import io.github.asltestkit.internal.spec.ErrorNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a state makes of what is known when it is entered. It follows the order in which the interpreter evaluates the fields:
 * what surely fails ends the way.
 */
final class Transfer {
    private final Knowledge knowledge;
    private final Compiled compiled;
    private final State state;
    private final Env env;
    private final Observer observer;
    private final View view;
    private final boolean jsonPath;
    private final List<Exit> exits = new ArrayList<>();

    private Transfer(Knowledge knowledge, Compiled compiled, Shape context, State state, Env env, Observer observer) {
        this.knowledge = knowledge;
        this.compiled = compiled;
        this.state = state;
        this.env = env;
        this.observer = observer;
        this.view = new View(env, env.input(), context, null, null);
        this.jsonPath = state.fields().queryLanguage() == QueryLanguage.JSONPATH;
    }

    /** The ways out of a state, and into what is within it. */
    static List<Exit> enter(
            Knowledge knowledge, Compiled compiled, Shape context, State state, Env env, Observer observer) {
        Transfer transfer = new Transfer(knowledge, compiled, context, state, env, observer);
        transfer.enter();
        return transfer.exits;
    }

    /**
     * The ways out of a Parallel or Map state when all that is within it has ended.
     *
     * @param result what the state gives; null if no branch ends but by a failure
     */
    static List<Exit> leave(
            Knowledge knowledge,
            Compiled compiled,
            Shape context,
            State state,
            Env env,
            @Nullable Shape result,
            Observer observer) {
        Transfer transfer = new Transfer(knowledge, compiled, context, state, env, observer);
        if (transfer.effectiveInput() != null) {
            transfer.caught();
            if (result != null) {
                transfer.complete(result);
            }
        }
        return transfer.exits;
    }

    /** What a path, or a part of an expression, finds in the effective input of a state; null if it finds nothing. */
    static @Nullable Shape read(
            Knowledge knowledge, Compiled compiled, Shape context, State state, Env env, Read reading) {
        Transfer transfer = new Transfer(knowledge, compiled, context, state, env, Observer.NONE);
        Shape effective = transfer.effectiveInput();
        if (effective == null) {
            return null;
        }
        View seen = transfer.view.withRoot(effective);
        Field found = reading.path() != null
                ? transfer.paths(seen).find(reading.path()).field()
                : new JsonataEvaluation(seen, state.pointer()).value(reading.required());
        return found.isNever() ? null : found.shape();
    }

    private String at(String field) {
        return state.pointer() + "/" + field;
    }

    // ---- the fields of both languages ------------------------------------------------------------------------

    private JsonPathShapes paths(View seen) {
        return new JsonPathShapes(compiled, seen, observer);
    }

    private @Nullable Shape template(JsonNode template, View seen, String pointer) {
        return jsonPath
                ? paths(seen).template(template, pointer)
                : new JsonataShapes(compiled, seen, observer).template(template, pointer);
    }

    private @Nullable Shape optional(@Nullable JsonNode template, View seen, String pointer, Shape otherwise) {
        return template == null ? otherwise : template(template, seen, pointer);
    }

    /** Whether a path that has to find something does; what there is none of does. */
    private boolean finds(@Nullable String path, View seen, String pointer) {
        return path == null || paths(seen).path(path, pointer) != null;
    }

    /** What a field that is a literal or an expression gives, or its Path form; whether it may succeed. */
    private boolean succeeds(@Nullable JsonNode literal, @Nullable String path, View seen, String field) {
        boolean literally = jsonPath || literal == null || template(literal, seen, at(field)) != null;
        return literally && finds(path, seen, at(field + "Path"));
    }

    private @Nullable Shape effectiveInput() {
        JsonNode path = state.fields().inputPath();
        if (!jsonPath || path == null) {
            return env.input();
        }
        return path.isNull() ? nothing("InputPath") : paths(view).path(path.asText(), at("InputPath"));
    }

    private Shape nothing(String field) {
        return Shapes.object(Map.of(), false, new Origin.Written(at(field)));
    }

    private @Nullable Shape arguments(View effective) {
        StateFields fields = state.fields();
        return jsonPath
                ? optional(fields.parameters(), effective, at("Parameters"), effective.root())
                : optional(fields.arguments(), effective, at("Arguments"), effective.root());
    }

    /** The variables with what an Assign gives them; null if it surely fails. */
    private @Nullable Map<String, Field> assigned(@Nullable JsonNode assign, View seen, String pointer) {
        Map<String, Field> variables = new LinkedHashMap<>();
        boolean fails = false;
        if (assign != null) {
            for (Map.Entry<String, JsonNode> variable : assign.properties()) {
                String key = variable.getKey();
                String at = pointer + "/" + Pointers.segment(key);
                boolean dynamic = jsonPath && key.endsWith(".$");
                Shape value = dynamic && variable.getValue().isTextual()
                        ? paths(seen).pathOrIntrinsic(variable.getValue().textValue(), at)
                        : template(variable.getValue(), seen, at);
                fails |= value == null;
                variables.put(
                        dynamic ? key.substring(0, key.length() - 2) : key,
                        value == null ? Field.ANYTHING : Field.always(value));
            }
        }
        return fails ? null : variables;
    }

    private void exit(By by, int index, @Nullable String next, Shape output, @Nullable Map<String, Field> assigned) {
        if (assigned != null) {
            exits.add(new Exit(by, index, next, env.withInput(output).with(assigned)));
        }
    }

    private @Nullable String next() {
        return state.transition() == null ? null : state.transition().next();
    }

    /** ResultSelector, Assign, ResultPath and OutputPath, or Assign and Output. */
    private void complete(Shape result) {
        StateFields fields = state.fields();
        if (!jsonPath) {
            View seen = view.withResult(result);
            Shape output = optional(fields.output(), seen, at("Output"), result);
            Map<String, Field> assigned = assigned(fields.assign(), seen, at("Assign"));
            if (output != null) {
                exit(By.NEXT, -1, next(), output, assigned);
            }
            return;
        }
        Shape selected = optional(fields.resultSelector(), view.withRoot(result), at("ResultSelector"), result);
        Shape combined = selected == null ? null : combined(fields.resultPath(), selected, at("ResultPath"));
        Shape output = combined == null ? null : selectOutput(combined);
        if (selected != null && output != null) {
            exit(By.NEXT, -1, next(), output, assigned(fields.assign(), view.withRoot(selected), at("Assign")));
        }
    }

    /** The input with a result put into it; null if that cannot be. */
    private @Nullable Shape combined(@Nullable JsonNode resultPath, Shape result, String pointer) {
        if (resultPath == null) {
            return result;
        }
        if (resultPath.isNull()) {
            return env.input();
        }
        ReferencePath target = Shapes.isPlaceholder(resultPath.asText()) ? null : compiled.target(resultPath.asText());
        return target == null
                ? Shapes.unknown(Origin.unknown())
                : PathShapes.put(env.input(), target.steps(), result, new Origin.Computed(pointer));
    }

    private @Nullable Shape selectOutput(Shape value) {
        JsonNode path = state.fields().outputPath();
        if (path == null) {
            return value;
        }
        return path.isNull()
                ? nothing("OutputPath")
                : paths(view.withRoot(value)).path(path.asText(), at("OutputPath"));
    }

    /** The end of a state that hands its effective input on. */
    private void pass(By by, int index, @Nullable String next, View seen, @Nullable Choice rule) {
        JsonNode assign = rule == null ? state.fields().assign() : rule.assign();
        JsonNode output = rule == null ? state.fields().output() : rule.output();
        String around = rule == null ? state.pointer() : rule.pointer();
        Map<String, Field> assigned = assigned(assign, seen, around + "/Assign");
        Shape handed = jsonPath ? selectOutput(seen.root()) : optional(output, seen, around + "/Output", seen.root());
        if (handed != null && assigned != null) {
            exits.add(new Exit(by, index, next, seen.env().withInput(handed).with(assigned)));
        }
    }

    // ---- failures --------------------------------------------------------------------------------------------

    /** The ways of the Catchers, if the state may fail as it may. */
    private void caught() {
        for (int i = 0; i < state.catchers().size(); i++) {
            caught(i);
        }
    }

    /** The way of the Catcher that takes a failing JSONata expression; a missing path nothing catches. */
    private void queryFailed() {
        if (jsonPath) {
            return;
        }
        for (int i = 0; i < state.catchers().size(); i++) {
            if (new ErrorMatcher(state.catchers().get(i).errorEquals())
                    .matches(ErrorNames.QUERY_EVALUATION_ERROR, false)) {
                caught(i);
                return;
            }
        }
    }

    private void caught(int index) {
        Catcher catcher = state.catchers().get(index);
        Origin origin = new Origin.ErrorOutput(state.pointer(), List.of());
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String name : List.of("Error", "Cause")) {
            fields.put(
                    name,
                    Field.always(Shapes.join(
                            Shapes.scalar(Shape.Kind.TEXT, origin.at(name)),
                            Shapes.scalar(Shape.Kind.NULL, origin.at(name)))));
        }
        Shape error = Shapes.object(fields, false, origin);
        Shape output = jsonPath
                ? combined(catcher.resultPath(), error, catcher.pointer() + "/ResultPath")
                : optional(catcher.output(), view.withError(error), catcher.pointer() + "/Output", error);
        View seen = jsonPath ? view.withRoot(error) : view.withError(error);
        if (output != null) {
            exit(
                    By.CATCHER,
                    index,
                    catcher.next(),
                    output,
                    assigned(catcher.assign(), seen, catcher.pointer() + "/Assign"));
        }
    }

    // ---- the types of states ---------------------------------------------------------------------------------

    private void enter() {
        Shape effective = effectiveInput();
        if (effective == null) {
            return;
        }
        View seen = view.withRoot(effective);
        switch (state.type()) {
            case PASS -> pass((State.Pass) state, seen);
            case TASK -> task((State.Task) state, seen);
            case WAIT -> waiting((State.Wait) state, seen);
            case CHOICE -> choice((State.ChoiceState) state, seen);
            case SUCCEED -> pass(By.NEXT, -1, null, seen, null);
            case FAIL -> fail((State.Fail) state);
            case PARALLEL -> parallel((State.Parallel) state, seen);
            case MAP -> map((State.MapState) state, seen);
        }
    }

    private void pass(State.Pass pass, View seen) {
        Shape arguments = arguments(seen);
        if (arguments != null) {
            complete(pass.result() == null ? arguments : Shapes.written(pass.result(), at("Result")));
        }
    }

    private void task(State.Task task, View seen) {
        boolean sent = arguments(seen) != null
                && succeeds(task.timeoutSeconds(), task.timeoutSecondsPath(), seen, "TimeoutSeconds")
                && succeeds(task.heartbeatSeconds(), task.heartbeatSecondsPath(), seen, "HeartbeatSeconds")
                && (task.credentials() == null || template(task.credentials(), seen, at("Credentials")) != null);
        if (!sent) {
            queryFailed();
            return;
        }
        caught();
        JsonNode parameters =
                jsonPath ? task.fields().parameters() : task.fields().arguments();
        Shape result = knowledge.result(task, parameters);
        complete(result == null ? Shapes.unknown(new Origin.Result(task.pointer(), List.of())) : result);
    }

    private void waiting(State.Wait wait, View seen) {
        JsonNode timestamp = wait.timestamp() == null ? null : TextNode.valueOf(wait.timestamp());
        if (succeeds(wait.seconds(), wait.secondsPath(), seen, "Seconds")
                && succeeds(timestamp, wait.timestampPath(), seen, "Timestamp")) {
            pass(By.NEXT, -1, next(), seen, null);
        }
    }

    private void fail(State.Fail fail) {
        text(fail.error(), fail.errorPath(), "Error");
        text(fail.cause(), fail.causePath(), "Cause");
    }

    private void text(@Nullable String literal, @Nullable String path, String field) {
        if (path != null && jsonPath) {
            paths(view).pathOrIntrinsic(path, at(field + "Path"));
        } else if (literal != null && !jsonPath) {
            template(TextNode.valueOf(literal), view, at(field));
        }
    }

    private void choice(State.ChoiceState choice, View seen) {
        View left = seen;
        for (int i = 0; i < choice.choices().size(); i++) {
            Choice rule = choice.choices().get(i);
            ChoiceShapes.Outcome outcome = outcome(rule, left);
            if (outcome.whenTrue() != null) {
                pass(By.RULE, i, rule.next(), outcome.whenTrue(), rule);
            }
            left = outcome.whenFalse();
            if (left == null) {
                if (outcome.whenTrue() != null
                        && !outcome.byValue()
                        && i + 1 < choice.choices().size()) {
                    observer.unreachable(choice.choices().get(i + 1).pointer(), rule.pointer());
                }
                return;
            }
        }
        if (choice.defaultState() != null) {
            pass(By.RULE, -1, choice.defaultState(), left, null);
        }
    }

    private ChoiceShapes.Outcome outcome(Choice rule, View seen) {
        if (rule.rule() instanceof ChoiceRule.Condition condition) {
            return new JsonataShapes(compiled, seen, observer)
                    .condition(condition.condition(), rule.pointer() + "/Condition");
        }
        return new ChoiceShapes(compiled, observer).outcome(rule.rule(), seen);
    }

    private void parallel(State.Parallel parallel, View seen) {
        Shape arguments = arguments(seen);
        if (arguments == null) {
            queryFailed();
            return;
        }
        for (int i = 0; i < parallel.branches().size(); i++) {
            exits.add(new Exit(By.INTO, i, null, env.withInput(arguments)));
        }
    }

    private void map(State.MapState map, View seen) {
        Shape items = items(map, seen);
        JsonNode selector = map.itemSelector() == null ? state.fields().parameters() : map.itemSelector();
        String field = map.itemSelector() == null ? "Parameters" : "ItemSelector";
        boolean begins = items != null
                && succeeds(map.maxConcurrency(), map.maxConcurrencyPath(), seen, "MaxConcurrency")
                && succeeds(map.toleratedFailureCount(), map.toleratedFailureCountPath(), seen, "ToleratedFailureCount")
                && succeeds(
                        map.toleratedFailurePercentage(),
                        map.toleratedFailurePercentagePath(),
                        seen,
                        "ToleratedFailurePercentage")
                && parts(map, seen);
        if (items == null || !begins) {
            queryFailed();
            return;
        }
        Shape element = Shapes.element(items);
        Shape item = element == null ? Shapes.unknown(items.origin().at(Origin.EACH)) : element;
        Env within = new Env(env.input(), env.variables(), env.open(), item);
        Shape input = item;
        if (selector != null) {
            View ofItem = new View(within, seen.root(), ContextShapes.withItem(seen.context(), item), null, null);
            input = template(selector, ofItem, at(field));
        }
        if (input == null) {
            queryFailed();
            return;
        }
        if (!map.itemProcessor().distributed()) {
            exits.add(new Exit(By.INTO, 0, null, within.withInput(input)));
            return;
        }
        Shape batch = batch(map, seen, input);
        if (batch != null) {
            exits.add(new Exit(By.INTO, 0, null, new Env(batch, Map.of(), false, item)));
        }
    }

    private @Nullable Shape items(State.MapState map, View seen) {
        if (map.itemProcessor().distributed() && map.itemReader() != null) {
            return Shapes.unknown(new Origin.Result(at("ItemReader"), List.of()));
        }
        if (jsonPath) {
            return map.itemsPath() == null ? seen.root() : paths(seen).path(map.itemsPath(), at("ItemsPath"));
        }
        return map.items() == null ? seen.root() : template(map.items(), seen, at("Items"));
    }

    /** Whether what a distributed Map has beside an inline one may succeed. */
    private boolean parts(State.MapState map, View seen) {
        return !map.itemProcessor().distributed()
                || (part(map.itemReader(), "ItemReader", seen)
                        && part(map.itemBatcher(), "ItemBatcher", seen)
                        && part(map.resultWriter(), "ResultWriter", seen));
    }

    private boolean part(@Nullable JsonNode part, String name, View seen) {
        if (part == null) {
            return true;
        }
        String template = jsonPath ? "Parameters" : "Arguments";
        boolean succeeds = true;
        for (Map.Entry<String, JsonNode> field : part.properties()) {
            String at = at(name) + "/" + Pointers.segment(field.getKey());
            boolean isTemplate =
                    field.getKey().equals(template) || field.getKey().equals("BatchInput");
            boolean isPath = jsonPath
                    && field.getKey().endsWith("Path")
                    && field.getValue().isTextual();
            if (isTemplate) {
                succeeds &= template(field.getValue(), seen, at) != null;
            } else if (isPath) {
                succeeds &= finds(field.getValue().textValue(), seen, at);
            } else if (field.getKey().equals("ReaderConfig") && jsonPath) {
                String path = field.getValue().path("MaxItemsPath").textValue();
                succeeds &= finds(path, seen, at + "/MaxItemsPath");
            }
        }
        return succeeds;
    }

    /** The input of a child execution: an item, or a batch of items. */
    private @Nullable Shape batch(State.MapState map, View seen, Shape item) {
        JsonNode batcher = map.itemBatcher();
        if (batcher == null || !batcher.isObject()) {
            return item;
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        Origin origin = new Origin.Computed(at("ItemBatcher"));
        fields.put("Items", Field.always(Shapes.array(item, origin)));
        JsonNode input = batcher.get("BatchInput");
        if (input != null) {
            Shape shape = new Transfer(knowledge, compiled, view.context(), state, env, Observer.NONE)
                    .template(input, seen, at("ItemBatcher/BatchInput"));
            fields.put("BatchInput", shape == null ? Field.ANYTHING : Field.always(shape));
        }
        return Shapes.object(fields, false, origin);
    }
}
