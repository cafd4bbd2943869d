package io.github.asltestkit.internal.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.definition.Catcher;
import io.github.asltestkit.definition.Choice;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.QueryLanguage;
import io.github.asltestkit.definition.Retrier;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateFields;
import io.github.asltestkit.definition.StateGraph;
import io.github.asltestkit.definition.Transition;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.expression.Condition;
import io.github.asltestkit.internal.expression.Expression;
import io.github.asltestkit.internal.expression.jsonata.JsonataTemplate;
import io.github.asltestkit.internal.expression.jsonpath.JsonPath;
import io.github.asltestkit.internal.expression.jsonpath.PayloadTemplate;
import io.github.asltestkit.internal.expression.jsonpath.ReferencePath;
import io.github.asltestkit.internal.spec.ErrorMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles a valid definition: every path, expression, template, target and default is resolved here, once. */
public final class ProgramCompiler {
    private static final ServiceCatalogue SERVICES = ServiceCatalogue.load();

    private final RequestLeniency leniency;

    private ProgramCompiler(RequestLeniency leniency) {
        this.leniency = leniency;
    }

    /**
     * Compiles a definition that has no errors.
     *
     * @param leniency where calls may have other parameters than the catalogue knows
     * @throws io.github.asltestkit.internal.expression.ExpressionSyntaxException if it has one after all
     */
    public static Program compile(Definition definition, RequestLeniency leniency) {
        Map<String, String> places = new HashMap<>();
        collectPlaces(definition, definition.states(), places);
        Graph graph = new ProgramCompiler(leniency).graph(definition.states());
        return new Program(definition, graph, definition.timeoutSeconds(), places, leniency);
    }

    private static void collectPlaces(Definition definition, StateGraph states, Map<String, String> places) {
        for (State state : states.states().values()) {
            if (state instanceof State.Task) {
                places.put(state.pointer(), definition.locate(state.pointer()).toString());
            }
            for (StateGraph graph : state.graphs()) {
                collectPlaces(definition, graph, places);
            }
        }
    }

    private Graph graph(StateGraph states) {
        Map<String, Step> steps = new LinkedHashMap<>();
        for (Map.Entry<String, State> state : states.states().entrySet()) {
            steps.put(state.getKey(), step(state.getValue()));
        }
        return new Graph(states.startAt(), steps);
    }

    private Step step(State state) {
        return switch (state.type()) {
            case PASS -> pass((State.Pass) state);
            case TASK -> task((State.Task) state);
            case CHOICE -> choice((State.ChoiceState) state);
            case WAIT -> waiting((State.Wait) state);
            case SUCCEED -> new Step.SucceedStep((State.Succeed) state, flow(state.fields()));
            case FAIL -> fail((State.Fail) state);
            case PARALLEL -> parallel((State.Parallel) state);
            case MAP -> map((State.MapState) state);
        };
    }

    private static Step pass(State.Pass state) {
        return new Step.PassStep(state, flow(state.fields()), next(state.transition()));
    }

    private Step task(State.Task state) {
        QueryLanguage language = state.fields().queryLanguage();
        TaskResource resource = TaskResource.parse(state.resource());
        return new Step.TaskStep(
                state,
                flow(state.fields()),
                next(state.transition()),
                resource,
                RequestFormat.of(SERVICES, resource, state, leniency),
                RequestAddition.of(SERVICES, resource),
                SERVICES.failureRule(resource),
                SERVICES.longestSeconds(resource),
                NumberFields.seconds("TimeoutSeconds", language, state.timeoutSeconds(), state.timeoutSecondsPath()),
                NumberFields.seconds(
                        "HeartbeatSeconds", language, state.heartbeatSeconds(), state.heartbeatSecondsPath()),
                state.credentials() == null ? null : template(language, state.credentials(), "Credentials"),
                retry(state.retry()),
                catchers(language, state.catchers()));
    }

    private static Step choice(State.ChoiceState state) {
        StateFields fields = state.fields();
        QueryLanguage language = fields.queryLanguage();
        List<Choice> choices = state.choices();
        List<Step.ChoiceStep.Rule> rules = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            String location = "Choices[" + i + "]";
            Condition condition = ConditionCompiler.compile(choice.rule(), location + "/Condition");
            rules.add(new Step.ChoiceStep.Rule(condition, choice.next(), ruleFlow(fields, language, choice, location)));
        }
        return new Step.ChoiceStep(state, flow(fields), List.copyOf(rules), state.defaultState());
    }

    /** What a rule hands on: its own {@code Assign} and {@code Output} in place of the state's. */
    private static Flow ruleFlow(StateFields fields, QueryLanguage language, Choice choice, String location) {
        if (language == QueryLanguage.JSONATA) {
            JsonNode output = choice.output();
            return new JsonataFlow(
                    null,
                    output == null ? null : JsonataTemplate.compile(output, location + "/Output"),
                    assignments(language, choice.assign(), location + "/Assign"));
        }
        JsonPathFlow state = (JsonPathFlow) flow(fields);
        return new JsonPathFlow(
                state.inputPath(),
                null,
                null,
                null,
                false,
                state.outputPath(),
                assignments(language, choice.assign(), "Assign"));
    }

    private static Step waiting(State.Wait state) {
        return new Step.WaitStep(state, flow(state.fields()), next(state.transition()), WaitFields.until(state));
    }

    private static Step fail(State.Fail state) {
        QueryLanguage language = state.fields().queryLanguage();
        return new Step.FailStep(
                state,
                flow(state.fields()),
                failText(language, "Error", state.error(), state.errorPath()),
                failText(language, "Cause", state.cause(), state.causePath()));
    }

    private static @Nullable Expression failText(
            QueryLanguage language, String field, @Nullable String literal, @Nullable String path) {
        if (path != null) {
            return PayloadTemplate.compilePathOrIntrinsic(path, field + "Path");
        }
        if (literal == null) {
            return null;
        }
        JsonNode text = JsonNodeFactory.instance.textNode(literal);
        return language == QueryLanguage.JSONATA ? NumberFields.text(field, literal) : scope -> text;
    }

    private Step parallel(State.Parallel state) {
        return new Step.ParallelStep(
                state,
                flow(state.fields()),
                next(state.transition()),
                state.branches().stream().map(this::graph).toList(),
                retry(state.retry()),
                catchers(state.fields().queryLanguage(), state.catchers()));
    }

    private Step map(State.MapState state) {
        StateFields fields = state.fields();
        QueryLanguage language = fields.queryLanguage();
        // The older form calls the ItemSelector "Parameters".
        boolean older = state.itemSelector() == null;
        JsonNode selector = older ? fields.parameters() : state.itemSelector();
        return new Step.MapStep(
                state,
                flow(fields),
                next(state.transition()),
                MapFields.items(state),
                selector == null ? null : template(language, selector, older ? "Parameters" : "ItemSelector"),
                graph(state.itemProcessor().states()),
                MapFields.maxConcurrency(state),
                MapFields.toleratedFailureCount(state),
                MapFields.toleratedFailurePercentage(state),
                DistributedFields.of(state),
                retry(state.retry()),
                catchers(language, state.catchers()));
    }

    // ---- what states share -----------------------------------------------------------------------------------

    static Flow flow(StateFields fields) {
        QueryLanguage language = fields.queryLanguage();
        Assignments assign = assignments(language, fields.assign(), "Assign");
        if (language == QueryLanguage.JSONATA) {
            JsonNode arguments = fields.arguments();
            JsonNode output = fields.output();
            return new JsonataFlow(
                    arguments == null ? null : JsonataTemplate.compile(arguments, "Arguments"),
                    output == null ? null : JsonataTemplate.compile(output, "Output"),
                    assign);
        }
        JsonNode parameters = fields.parameters();
        JsonNode resultSelector = fields.resultSelector();
        JsonNode resultPath = fields.resultPath();
        return new JsonPathFlow(
                path(fields.inputPath()),
                parameters == null ? null : PayloadTemplate.compile(parameters, "Parameters"),
                resultSelector == null ? null : PayloadTemplate.compile(resultSelector, "ResultSelector"),
                referencePath(resultPath),
                resultPath != null && resultPath.isNull(),
                path(fields.outputPath()),
                assign);
    }

    /** {@code InputPath} or {@code OutputPath}: absent, a path, or JSON null, which yields an empty object. */
    private static @Nullable Expression path(@Nullable JsonNode path) {
        if (path == null) {
            return null;
        }
        if (path.isNull()) {
            JsonNode empty = JsonNodeFactory.instance.objectNode();
            return scope -> empty;
        }
        return JsonPath.compile(path.textValue());
    }

    private static @Nullable ReferencePath referencePath(@Nullable JsonNode path) {
        return path == null || path.isNull() ? null : ReferencePath.compile(path.textValue());
    }

    private static Assignments assignments(QueryLanguage language, @Nullable JsonNode assign, String location) {
        return assign == null ? Assignments.NONE : new Assignments(template(language, assign, location));
    }

    private static Expression template(QueryLanguage language, JsonNode template, String location) {
        return language == QueryLanguage.JSONATA
                ? JsonataTemplate.compile(template, location)
                : PayloadTemplate.compile(template, location);
    }

    private static List<RetryPolicy> retry(List<Retrier> retriers) {
        List<RetryPolicy> policies = new ArrayList<>();
        for (Retrier retrier : retriers) {
            policies.add(RetryPolicy.of(retrier));
        }
        return List.copyOf(policies);
    }

    private static List<CatchPolicy> catchers(QueryLanguage language, List<Catcher> catchers) {
        List<CatchPolicy> policies = new ArrayList<>();
        for (int i = 0; i < catchers.size(); i++) {
            Catcher catcher = catchers.get(i);
            String location = "Catch[" + i + "]";
            JsonNode output = catcher.output();
            JsonNode resultPath = catcher.resultPath();
            policies.add(new CatchPolicy(
                    language,
                    new ErrorMatcher(catcher.errorEquals()),
                    catcher.next(),
                    referencePath(resultPath),
                    resultPath != null && resultPath.isNull(),
                    output == null ? null : JsonataTemplate.compile(output, location + "/Output"),
                    assignments(
                            language,
                            catcher.assign(),
                            language == QueryLanguage.JSONATA ? location + "/Assign" : "Assign")));
        }
        return List.copyOf(policies);
    }

    private static @Nullable String next(Transition transition) {
        return transition.next();
    }
}
