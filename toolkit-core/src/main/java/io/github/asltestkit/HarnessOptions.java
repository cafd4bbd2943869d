package io.github.asltestkit;

import static org.apiguardian.api.API.Status.MAINTAINED;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.execution.EngineOptions;
import io.github.asltestkit.internal.execution.MapRunDetail;
import io.github.asltestkit.internal.model.TypedJson;
import io.github.asltestkit.internal.spec.Partitions;
import io.github.asltestkit.mock.FieldValidation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How a harness runs. Immutable: each {@code with} method gives a changed copy of {@link #defaults()}.
 */
@API(status = MAINTAINED, since = "0.1")
public final class HarnessOptions {
    private static final HarnessOptions DEFAULTS = new HarnessOptions(new Values());

    private static final String DEFAULT_REGION = "us-east-1";
    private static final String ROLE_NAME = "asl-testkit";
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private final Values values;

    /** The same for each harness. */
    private final EngineOptions engineOptions;

    /** What is said, and what holds where nothing is. Changed by nobody but {@link #with(Consumer)}. */
    private static final class Values {
        /** 2024-01-01T00:00:00Z. */
        private Instant start = Instant.ofEpochSecond(1_704_067_200);

        private long seed = 1;
        private @Nullable String partition;
        private String account = "123456789012";
        private @Nullable String region;
        private long stepLimit = 50_000;
        private long keptExecutions = Long.MAX_VALUE;
        private FieldValidation fieldValidation = FieldValidation.STRICT;
        private MapRunDetail mapRunDetail = MapRunDetail.DEFAULT;
        private String input = "{}";
        private Map<String, JsonNode> resultSchemas = Map.of();
        private boolean wholeExplorations;

        private Values() {}

        private Values(Values other) {
            start = other.start;
            seed = other.seed;
            partition = other.partition;
            account = other.account;
            region = other.region;
            stepLimit = other.stepLimit;
            keptExecutions = other.keptExecutions;
            fieldValidation = other.fieldValidation;
            mapRunDetail = other.mapRunDetail;
            input = other.input;
            resultSchemas = other.resultSchemas;
            wholeExplorations = other.wholeExplorations;
        }
    }

    private HarnessOptions(Values values) {
        this.values = values;
        this.engineOptions = new EngineOptions(
                values.start,
                values.seed,
                String.join(":", "arn", partition(), "states", region(), values.account),
                values.account,
                region(),
                "arn:" + partition() + ":iam::" + values.account + ":role/" + ROLE_NAME,
                values.stepLimit,
                values.mapRunDetail);
    }

    private HarnessOptions with(Consumer<Values> change) {
        Values changed = new Values(values);
        change.accept(changed);
        return new HarnessOptions(changed);
    }

    /**
     * The clock starts at 2024-01-01T00:00:00Z, seed 1, account 123456789012, fifty thousand steps. The region is the one that
     * the file of the state machine names, or us-east-1.
     */
    public static HarnessOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The instant at which the virtual clock starts; it is kept to the millisecond.
     *
     * @throws IllegalArgumentException if its year does not have four digits
     */
    public HarnessOptions withStart(Instant instant) {
        Instant start = ClockRange.check("The clock starts", instant);
        return with(changed -> changed.start = start);
    }

    /** The seed of every id, task token and random value: the same seed gives the same history. */
    public HarnessOptions withSeed(long newSeed) {
        return with(changed -> changed.seed = newSeed);
    }

    /** The partition of ARNs, if it is not the region's own. */
    public HarnessOptions withPartition(String newPartition) {
        Objects.requireNonNull(newPartition, "newPartition");
        return with(changed -> changed.partition = newPartition);
    }

    /**
     * The account that executions run in.
     *
     * @throws IllegalArgumentException if it does not have twelve digits
     */
    public HarnessOptions withAccount(String newAccount) {
        if (!ACCOUNT.matcher(newAccount).matches()) {
            throw new IllegalArgumentException(
                    "account \"" + newAccount + "\" is not an account: write twelve digits, such as 123456789012");
        }
        return with(changed -> changed.account = newAccount);
    }

    /**
     * The region that executions run in, which overrides the region of the state machine's file. ARNs have its partition
     * ({@code aws-cn} in {@code cn-north-1}, say), unless {@link #withPartition(String)} names another.
     *
     * @throws IllegalArgumentException if it does not have the form of a region
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>
     */
    public HarnessOptions withRegion(String newRegion) {
        if (!Partitions.isRegion(newRegion)) {
            throw new IllegalArgumentException(
                    "region \"" + newRegion + "\" is not a region: write one such as eu-central-1");
        }
        return with(changed -> changed.region = newRegion);
    }

    /**
     * How many executions that have ended are kept; all of them, if nothing is said. An execution holds some kilobytes, so a
     * harness that runs hundreds of thousands lets go of those that ended first: the harness no longer lists them, their
     * names are free, and their calls leave the journal. An {@link Execution} that a test still holds keeps its history.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public HarnessOptions withKeptExecutions(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("The number of executions to keep cannot be negative, but was " + most);
        }
        return with(changed -> changed.keptExecutions = most);
    }

    /**
     * How many states an execution may enter without the clock moving on before the engine takes it for an endless loop;
     * fifty thousand, if nothing is said: more than a Standard workflow enters in its 25,000 events, and few enough for a
     * heap of 256 MB. Executions may start half as many others in that time.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public HarnessOptions withStepLimit(long newStepLimit) {
        if (newStepLimit <= 0) {
            throw new IllegalArgumentException("The step limit is a positive number, but was " + newStepLimit);
        }
        return with(changed -> changed.stepLimit = newStepLimit);
    }

    /**
     * How mocked responses, and the requests that they answer, are held against the API model of their service, where the
     * model is on the class path and the mock does not say it itself; STRICT where nothing is said.
     */
    public HarnessOptions withFieldValidation(FieldValidation level) {
        Objects.requireNonNull(level, "level");
        return with(changed -> changed.fieldValidation = level);
    }

    /**
     * Declares the type of a result: a mock that returns something else is refused at the call, unless it says
     * {@code withFieldValidation(FieldValidation.NONE)} itself.
     *
     * @param name the name of a Lambda function, whose payload it is; or of a state, whose task's result it is
     * @param type a record or a bean, as the JSON mapping of the project writes it
     */
    public HarnessOptions withResult(String name, Type type) {
        return withResultSchema(name, TypedJson.schema(type));
    }

    /**
     * Declares a result as {@link #withResult} does.
     *
     * @param schema a JSON Schema; an object has no other fields than its {@code properties} if its
     *     {@code additionalProperties} is {@code false}
     */
    public HarnessOptions withResultSchema(String name, JsonNode schema) {
        Map<String, JsonNode> all = new HashMap<>(values.resultSchemas);
        all.put(name, schema);
        return with(changed -> changed.resultSchemas = Map.copyOf(all));
    }

    /**
     * How many child executions of each Map Run are kept with their history and calls when they have ended; of the rest
     * only the counts are left. By default it is the first 1,000 that succeed, and the first 10,000 that do not.
     *
     * @param succeeded how many of those that succeed
     * @param unsuccessful how many of those that fail, time out or are stopped; one that is not kept cannot be redriven
     * @throws IllegalArgumentException if one of them is negative
     */
    public HarnessOptions withMapRunDetail(int succeeded, int unsuccessful) {
        if (succeeded < 0 || unsuccessful < 0) {
            throw new IllegalArgumentException(
                    "Numbers of child executions are not negative, but were " + succeeded + " and " + unsuccessful);
        }
        return with(changed -> changed.mapRunDetail = new MapRunDetail(succeeded, unsuccessful));
    }

    /**
     * Explores all runs in this JVM, also if {@code asl.testkit.shard} gives it a part of them: for a test that is judged by what
     * all runs find. Tests that are run with mutants have it.
     */
    public HarnessOptions withWholeExplorations() {
        return with(changed -> changed.wholeExplorations = true);
    }

    /** The input of executions that are started without one, as JSON text; {@code {}} by default. */
    public HarnessOptions withInput(String newInput) {
        Objects.requireNonNull(newInput, "newInput");
        return with(changed -> changed.input = newInput);
    }

    /** The instant at which the virtual clock starts. */
    public Instant start() {
        return values.start;
    }

    /** The seed of every id, task token and random value. */
    public long seed() {
        return values.seed;
    }

    /** The partition of ARNs, such as {@code aws}: the region's own, unless another was named. */
    public String partition() {
        String named = values.partition;
        return named != null ? named : Partitions.of(region());
    }

    /** The account that executions run in. */
    public String account() {
        return values.account;
    }

    /** The region that executions run in; us-east-1 if none was named. */
    public String region() {
        String named = values.region;
        return named != null ? named : DEFAULT_REGION;
    }

    /** These options, and the region of the machine's file if they name no region. */
    HarnessOptions of(StateMachine machine) {
        String ofFile = machine.region();
        return values.region != null || ofFile == null ? this : withRegion(ofFile);
    }

    /** How many executions that have ended are kept. */
    public long keptExecutions() {
        return values.keptExecutions;
    }

    /** How many states an execution may enter without the clock moving on. */
    public long stepLimit() {
        return values.stepLimit;
    }

    /** The JSON Schemas of results, by the name of a Lambda function or of a state. */
    public Map<String, JsonNode> resultSchemas() {
        return values.resultSchemas;
    }

    /** How mocked responses and their requests are held against API models. */
    public FieldValidation fieldValidation() {
        return values.fieldValidation;
    }

    /** The input of executions that are started without one, as JSON text. */
    public String input() {
        return values.input;
    }

    /** Whether explorations run whole in each shard. */
    public boolean wholeExplorations() {
        return values.wholeExplorations;
    }

    EngineOptions engineOptions() {
        return engineOptions;
    }
}
