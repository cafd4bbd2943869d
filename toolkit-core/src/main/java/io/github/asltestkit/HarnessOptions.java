package io.github.asltestkit;

import io.github.asltestkit.internal.execution.EngineOptions;
import io.github.asltestkit.internal.execution.MapRunDetail;
import io.github.asltestkit.mock.FieldValidation;
import java.time.Instant;
import java.util.Objects;

/**
 * How a harness runs. Immutable: each {@code with} method gives a changed copy of {@link #defaults()}.
 */
public final class HarnessOptions {
    private static final HarnessOptions DEFAULTS = new HarnessOptions(
            Instant.parse("2024-01-01T00:00:00Z"),
            1,
            "aws",
            "123456789012",
            "us-east-1",
            1_000_000,
            FieldValidation.STRICT,
            MapRunDetail.DEFAULT,
            "{}");

    private static final String ROLE_NAME = "asl-testkit";

    private final Instant start;
    private final long seed;
    private final String partition;
    private final String account;
    private final String region;
    private final long stepLimit;
    private final FieldValidation fieldValidation;
    private final MapRunDetail mapRunDetail;
    private final String input;

    private HarnessOptions(
            Instant start,
            long seed,
            String partition,
            String account,
            String region,
            long stepLimit,
            FieldValidation fieldValidation,
            MapRunDetail mapRunDetail,
            String input) {
        this.input = input;
        this.fieldValidation = fieldValidation;
        this.start = start;
        this.seed = seed;
        this.partition = partition;
        this.account = account;
        this.region = region;
        this.stepLimit = stepLimit;
        this.mapRunDetail = mapRunDetail;
    }

    /** The clock starts at 2024-01-01T00:00:00Z, seed 1, account 123456789012 in us-east-1, a million steps. */
    public static HarnessOptions defaults() {
        return DEFAULTS;
    }

    /** The instant at which the virtual clock starts; it is kept to the millisecond. */
    public HarnessOptions withStart(Instant instant) {
        return new HarnessOptions(
                Objects.requireNonNull(instant, "instant"),
                seed,
                partition,
                account,
                region,
                stepLimit,
                fieldValidation,
                mapRunDetail,
                input);
    }

    /** The seed of every id, task token and random value: the same seed gives the same history. */
    public HarnessOptions withSeed(long newSeed) {
        return new HarnessOptions(
                start, newSeed, partition, account, region, stepLimit, fieldValidation, mapRunDetail, input);
    }

    /** The partition of ARNs: {@code aws}, {@code aws-cn}, {@code aws-us-gov}. */
    public HarnessOptions withPartition(String newPartition) {
        return new HarnessOptions(
                start,
                seed,
                Objects.requireNonNull(newPartition, "newPartition"),
                account,
                region,
                stepLimit,
                fieldValidation,
                mapRunDetail,
                input);
    }

    /** The account that executions run in: twelve digits. */
    public HarnessOptions withAccount(String newAccount) {
        return new HarnessOptions(
                start,
                seed,
                partition,
                Objects.requireNonNull(newAccount, "newAccount"),
                region,
                stepLimit,
                fieldValidation,
                mapRunDetail,
                input);
    }

    /** The region that executions run in. */
    public HarnessOptions withRegion(String newRegion) {
        return new HarnessOptions(
                start,
                seed,
                partition,
                account,
                Objects.requireNonNull(newRegion, "newRegion"),
                stepLimit,
                fieldValidation,
                mapRunDetail,
                input);
    }

    /**
     * How many states may be entered without the clock moving on before the engine takes it for an endless loop.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public HarnessOptions withStepLimit(long newStepLimit) {
        if (newStepLimit <= 0) {
            throw new IllegalArgumentException("The step limit is a positive number, but was " + newStepLimit);
        }
        return new HarnessOptions(
                start, seed, partition, account, region, newStepLimit, fieldValidation, mapRunDetail, input);
    }

    /**
     * How mocked responses, and the requests that they answer, are held against the API model of their service, where the
     * model is on the class path and the mock does not say it itself; STRICT where nothing is said.
     */
    public HarnessOptions withFieldValidation(FieldValidation level) {
        return new HarnessOptions(
                start,
                seed,
                partition,
                account,
                region,
                stepLimit,
                Objects.requireNonNull(level, "level"),
                mapRunDetail,
                input);
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
        return new HarnessOptions(
                start,
                seed,
                partition,
                account,
                region,
                stepLimit,
                fieldValidation,
                new MapRunDetail(succeeded, unsuccessful),
                input);
    }

    EngineOptions engineOptions() {
        return new EngineOptions(start, seed, partition, account, region, ROLE_NAME, stepLimit, mapRunDetail);
    }

    /** The input of executions that are given none, as JSON text; an empty object else. */
    public HarnessOptions withInput(String newInput) {
        return new HarnessOptions(
                start,
                seed,
                partition,
                account,
                region,
                stepLimit,
                fieldValidation,
                mapRunDetail,
                Objects.requireNonNull(newInput, "newInput"));
    }

    /** The instant at which the virtual clock starts. */
    public Instant start() {
        return start;
    }

    /** The seed of every id, task token and random value. */
    public long seed() {
        return seed;
    }

    /** The partition of ARNs, such as {@code aws}. */
    public String partition() {
        return partition;
    }

    /** The account that executions run in. */
    public String account() {
        return account;
    }

    /** The region that executions run in. */
    public String region() {
        return region;
    }

    /** How many states may be entered without the clock moving on. */
    public long stepLimit() {
        return stepLimit;
    }

    /** How mocked responses and their requests are held against API models. */
    public FieldValidation fieldValidation() {
        return fieldValidation;
    }

    /** The input of executions that are given none, as JSON text. */
    public String input() {
        return input;
    }
}
