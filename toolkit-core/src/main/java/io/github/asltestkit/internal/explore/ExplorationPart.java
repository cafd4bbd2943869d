package io.github.asltestkit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.explore.DeadHandler;
import io.github.asltestkit.explore.Exploration;
import io.github.asltestkit.explore.Outcome;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.internal.shard.Shard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one shard found out about an exploration: all that is needed to join it with the other shards. */
public final class ExplorationPart {
    private final String asked;
    private final String name;
    private final int failures;
    private final Shard shard;
    private final Extent extent;
    private final List<Numbered> outcomes;
    private final List<DeadHandler> dead;
    private final List<Broken> broken;

    /** An outcome, with the number of its first run among the runs of all shards. */
    record Numbered(long number, Outcome outcome) {}

    /**
     * A run that breaks a rule.
     *
     * @param number its number among the runs of all shards
     * @param rule what it breaks, as a sentence
     * @param plan what went wrong in it
     */
    public record Broken(long number, String rule, String plan) {}

    private ExplorationPart(
            String asked,
            String name,
            int failures,
            Shard shard,
            Extent extent,
            List<Numbered> outcomes,
            List<DeadHandler> dead,
            List<Broken> broken) {
        this.asked = asked;
        this.name = name;
        this.failures = failures;
        this.shard = shard;
        this.extent = extent;
        this.outcomes = outcomes;
        this.dead = dead;
        this.broken = broken;
    }

    /**
     * What this JVM found out.
     *
     * @return null if the exploration is not one of the toolkit's
     */
    public static @Nullable ExplorationPart of(Exploration exploration) {
        if (!(exploration.result() instanceof Result result)) {
            return null;
        }
        Map<Plan, Long> numbers = result.numbers();
        return new ExplorationPart(
                result.settings().asked() + " of " + result.input(),
                result.definition().source().name(),
                result.settings().failures(),
                result.settings().shard(),
                result.extentOfRuns(),
                result.outcomes().stream()
                        .map(outcome -> new Numbered(numbers.getOrDefault(outcome.first(), Long.MAX_VALUE), outcome))
                        .toList(),
                result.deadHandlers(),
                exploration.counterexamples().stream()
                        .map(one -> new Broken(
                                numbers.getOrDefault(one.run().plan(), Long.MAX_VALUE),
                                one.rule(),
                                one.run().plan().toString()))
                        .toList());
    }

    /** Which part it is, such as {@code 2/8}. */
    public String shard() {
        return shard.toString();
    }

    /** Which part it is, from 1. */
    public int index() {
        return shard.index();
    }

    /** Whether it is all: there are no other shards. */
    public boolean isWhole() {
        return shard.isWhole();
    }

    /** Whether it is a part of the exploration that the other is a part of, as far as one can see. */
    public boolean isOfSame(ExplorationPart other) {
        return asked.equals(other.asked)
                && name.equals(other.name)
                && shard.count() == other.shard.count()
                && extent.known() == other.extent.known();
    }

    int count() {
        return shard.count();
    }

    Extent extent() {
        return extent;
    }

    String name() {
        return name;
    }

    int failures() {
        return failures;
    }

    List<Numbered> outcomes() {
        return outcomes;
    }

    List<DeadHandler> dead() {
        return dead;
    }

    List<Broken> broken() {
        return broken;
    }

    /** As a file of runs has it. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("asked", asked).put("name", name).put("failures", failures).put("shard", shard.toString());
        json.put("known", extent.known())
                .put("other orders", extent.otherOrders())
                .put("ran", extent.ran());
        json.put("sampled", extent.isSampled()).put("open", extent.isOpen()).put("cut", extent.isCut());
        json.put("seed", extent.seed());
        ArrayNode ends = json.putArray("outcomes");
        for (Numbered one : outcomes) {
            Outcome outcome = one.outcome();
            ends.addArray()
                    .add(one.number())
                    .add(outcome.status().name())
                    .add(outcome.error())
                    .add(outcome.runs())
                    .add(outcome.earliest().toString())
                    .add(outcome.latest().toString())
                    .add(outcome.first().toString());
        }
        ArrayNode handlers = json.putArray("dead");
        for (DeadHandler handler : dead) {
            ArrayNode one = handlers.addArray()
                    .add(handler.state())
                    .add(handler.field())
                    .add(handler.place());
            handler.errorEquals().forEach(one::add);
        }
        ArrayNode rules = json.putArray("broken");
        broken.forEach(one -> rules.addArray().add(one.number()).add(one.rule()).add(one.plan()));
        return json;
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static ExplorationPart ofJson(JsonNode json) {
        List<Numbered> outcomes = new ArrayList<>();
        for (JsonNode one : json.path("outcomes")) {
            outcomes.add(new Numbered(
                    one.path(0).asLong(),
                    new Outcome(
                            ExecutionStatus.valueOf(one.path(1).asText()),
                            one.path(2).textValue(),
                            one.path(3).asLong(),
                            Duration.parse(one.path(4).asText()),
                            Duration.parse(one.path(5).asText()),
                            Plan.parse(one.path(6).asText()))));
        }
        List<DeadHandler> dead = new ArrayList<>();
        for (JsonNode one : json.path("dead")) {
            List<String> errors = new ArrayList<>();
            for (int i = 3; i < one.size(); i++) {
                errors.add(one.path(i).asText());
            }
            dead.add(new DeadHandler(
                    one.path(0).asText(),
                    one.path(1).asText(),
                    List.copyOf(errors),
                    one.path(2).asText()));
        }
        List<Broken> broken = new ArrayList<>();
        for (JsonNode one : json.path("broken")) {
            broken.add(new Broken(
                    one.path(0).asLong(), one.path(1).asText(), one.path(2).asText()));
        }
        return new ExplorationPart(
                json.path("asked").asText(),
                json.path("name").asText(),
                json.path("failures").asInt(),
                Shard.parse(json.path("shard").asText()),
                new Extent(
                        json.path("known").asLong(),
                        json.path("other orders").asLong(),
                        json.path("ran").asLong(),
                        json.path("sampled").asBoolean(),
                        json.path("open").asBoolean(),
                        json.path("cut").asBoolean(),
                        json.path("seed").asLong()),
                List.copyOf(outcomes),
                List.copyOf(dead),
                List.copyOf(broken));
    }
}
