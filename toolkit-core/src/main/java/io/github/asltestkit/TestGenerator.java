package io.github.asltestkit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.coverage.Coverage;
import io.github.asltestkit.coverage.DefinitionCoverage;
import io.github.asltestkit.coverage.DefinitionOutline;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.generate.GeneratedTests;
import io.github.asltestkit.generate.TestClassCoverage;
import io.github.asltestkit.integration.ServiceCatalogue;
import io.github.asltestkit.integration.UnmockedCallException;
import io.github.asltestkit.internal.generate.Answer;
import io.github.asltestkit.internal.generate.FoundTests;
import io.github.asltestkit.internal.generate.Reached;
import io.github.asltestkit.internal.generate.Scenario;
import io.github.asltestkit.internal.generate.Search;
import io.github.asltestkit.internal.generate.SearchBounds;
import io.github.asltestkit.internal.model.ApiModels;
import io.github.asltestkit.internal.model.ResponseShapes;
import io.github.asltestkit.internal.shape.GivenShapes;
import io.github.asltestkit.internal.shape.Knowledge;
import io.github.asltestkit.internal.shape.ServiceResults;
import io.github.asltestkit.mock.MockException;
import io.github.asltestkit.mock.Mocks;
import io.github.asltestkit.mock.RecordedCall;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the input and the answers with which executions take what no test takes yet, and writes them down as tests of JUnit
 * Jupiter.
 *
 * <p>It begins from the mocks of a harness, or from nothing but the definition. What an answer looks like that nobody gave, it
 * takes from the catalogue of services, from the AWS SDK's models where they are on the class path, and from what the
 * definition reads. Nothing happens in the harness itself: each execution of the search has one of its own.
 *
 * <pre>{@code
 * GeneratedTests found = TestGenerator.of(harness).uncoveredBy(OrderTest.class).find();
 * found.writeTo(Path.of("src/test/java"), "com.example.OrderPathsTest"); // only with -Dasl.testkit.generate=true
 * }</pre>
 *
 * <p>Immutable: each method gives a changed copy.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class TestGenerator {
    private final StateMachine machine;
    private final @Nullable StateMachineHarness harness;
    private final List<StateMachine> others;
    private final HarnessOptions options;
    private final Scenario given;
    private final BitSet covered;
    private final @Nullable String annotation;
    private final SearchBounds bounds;

    private TestGenerator(
            StateMachine machine,
            @Nullable StateMachineHarness harness,
            List<StateMachine> others,
            HarnessOptions options,
            Scenario given,
            BitSet covered,
            @Nullable String annotation,
            SearchBounds bounds) {
        this.machine = machine;
        this.harness = harness;
        this.others = others;
        this.options = options;
        this.given = given;
        this.covered = covered;
        this.annotation = annotation;
        this.bounds = bounds;
    }

    /** For a definition that has no test yet. */
    public static TestGenerator of(StateMachine machine) {
        HarnessOptions options = HarnessOptions.defaults().of(machine);
        return new TestGenerator(
                machine,
                null,
                List.of(),
                options,
                Scenario.of(JsonInput.ofText(options.input()).tree()),
                new BitSet(),
                null,
                SearchBounds.USUAL);
    }

    /**
     * For the machine of a harness, from its input, its mocks and the calls that they have answered so far. A mock whose answer is
     * code that may hold state of its own is only known by those calls.
     *
     * @throws IllegalStateException if the harness was made without a state machine of its own
     */
    public static TestGenerator of(StateMachineHarness harness) {
        StateMachine machine = harness.stateMachine();
        HarnessOptions options = harness.options();
        List<StateMachine> others = harness.machines().stream()
                .filter(other -> !other.equals(machine))
                .toList();
        Scenario given = Scenario.of(JsonInput.ofText(options.input()).tree());
        return new TestGenerator(machine, harness, others, options, given, new BitSet(), null, SearchBounds.USUAL);
    }

    /** What the mocks of a harness answer, by the JSON pointers of the states that call. */
    private static Map<String, List<Answer>> answers(StateMachineHarness harness, JsonNode input) {
        List<RecordedCall> calls = new ArrayList<>(harness.mocks().calls());
        try {
            Mocks copy = harness.mocks().copy(null);
            StateMachineHarness trial = StateMachineHarness.create(harness.stateMachine(), harness.options(), copy);
            try {
                trial.run(input);
            } catch (UnmockedCallException | IllegalStateException | MockException incomplete) {
                // What was answered until then is known all the same.
            }
            calls.addAll(copy.calls());
        } catch (MockException stateful) {
            // Only the calls so far are known.
        }
        Map<String, List<Answer>> answers = new LinkedHashMap<>();
        harness.stateMachine().definition().states().allStates().forEach(state -> {
            for (RecordedCall call : calls) {
                Answer answer = call.call().pointer().equals(state.pointer()) ? Answer.of(call.reaction()) : null;
                if (state instanceof State.Task && answer != null) {
                    answers.putIfAbsent(state.pointer(), List.of(answer));
                }
            }
        });
        return answers;
    }

    private TestGenerator with(Scenario newGiven) {
        return new TestGenerator(machine, harness, others, options, newGiven, covered, annotation, bounds);
    }

    /**
     * The input to begin from; what the definition reads beside it is added.
     *
     * @param input JSON text, a file (a {@link java.nio.file.Path}), a tree, a map, a list or a bean
     * @throws IllegalArgumentException if the file cannot be read, or what is given is no JSON
     */
    public TestGenerator startingFrom(Object input) {
        return with(new Scenario(JsonInput.ofObject(input).tree(), given.answers(), given.stored()));
    }

    /**
     * Leaves out what the tests of a class take. The class is run once more for that, without the test that calls this.
     *
     * @throws IllegalStateException if {@code asl-testkit-junit} is not on the class path, or a test of the class fails
     */
    public TestGenerator uncoveredBy(Class<?> testClass) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ServiceLoader<TestClassCoverage> services = loader == null
                ? ServiceLoader.load(TestClassCoverage.class)
                : ServiceLoader.load(TestClassCoverage.class, loader);
        TestClassCoverage service = StreamSupport.stream(services.spliterator(), false)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("To know what " + testClass.getSimpleName()
                        + " takes, its tests are run: add asl-testkit-junit to the class path"));
        return uncoveredBy(service.of(testClass));
    }

    /** Leaves out what is taken already, such as by the merged report of a build. */
    public TestGenerator uncoveredBy(Coverage coverage) {
        DefinitionOutline outline = DefinitionOutline.of(machine.definition());
        BitSet all = (BitSet) covered.clone();
        for (DefinitionCoverage definition : coverage.definitions()) {
            // Of the same file under another name, the items are the same.
            if (definition.outline().items().equals(outline.items())) {
                for (int i = 0; i < outline.items().size(); i++) {
                    if (definition.hits(i) > 0) {
                        all.set(i);
                    }
                }
            }
        }
        return new TestGenerator(machine, harness, others, options, given, all, annotation, bounds);
    }

    /**
     * The annotation of the generated class, in place of {@code @StateMachineTest} with the name of the definition's file and the
     * options of the harness: of a template, it names the machine and the values of placeholders.
     *
     * @param text such as {@code @StateMachineTest(value = "template.yaml", logicalId = "Order")}
     */
    public TestGenerator annotatedWith(String text) {
        String without = text.startsWith("@") ? text.substring(1) : text;
        return new TestGenerator(machine, harness, others, options, given, covered, without, bounds);
    }

    /**
     * How many executions the search runs at most; 4,000 if nothing is said. What it had no time for is among
     * {@link GeneratedTests#unreached()}, and {@link GeneratedTests#boundsHit()} says so.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public TestGenerator withMostRuns(int most) {
        if (most <= 0) {
            throw new IllegalArgumentException("The number of executions is positive, but was " + most);
        }
        SearchBounds narrower =
                new SearchBounds(most, Math.min(most, bounds.runsOfGoal()), bounds.calls(), bounds.steps());
        return new TestGenerator(machine, harness, others, options, given, covered, annotation, narrower);
    }

    /** Runs the search. */
    public GeneratedTests find() {
        return FoundTests.of(search(), annotation == null ? GeneratedAnnotation.of(machine, options) : annotation);
    }

    /** What the search reaches, for whoever makes something else of it than tests. */
    Reached search() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ApiModels models = ApiModels.ofSdk(loader == null ? ClassLoader.getSystemClassLoader() : loader);
        ServiceCatalogue catalogue = ServiceCatalogue.load();
        Knowledge knowledge =
                new GivenShapes(null, options.resultSchemas(), new ServiceResults(catalogue, () -> models));
        HarnessOptions limited = options.stepLimit() > bounds.steps() ? options.withStepLimit(bounds.steps()) : options;
        GenerationWorld world = new GenerationWorld(machine, others, limited, bounds.calls());
        ResponseShapes responses = new ResponseShapes(catalogue, models);
        Scenario from = given;
        if (harness != null) {
            Scenario seed = Search.seed(machine.definition(), knowledge, responses, given);
            from = new Scenario(given.input(), answers(harness, seed.input()), given.stored());
        }
        return Search.run(world, knowledge, responses, from, covered, bounds);
    }
}
