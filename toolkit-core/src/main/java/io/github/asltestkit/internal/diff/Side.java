package io.github.asltestkit.internal.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.explore.Choice;
import io.github.asltestkit.explore.Plan;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.internal.explore.RunRecord;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One of the two definitions, and how it is run. */
public interface Side {

    /** The definition. */
    Definition definition();

    /** Whether AWS bills its executions by the state transition. */
    boolean isBilledByTransition();

    /**
     * Runs it.
     *
     * @param overriding answers these calls in any case
     * @param otherwise answers what nobody else does
     * @param stored what is in S3
     */
    Ran run(
            JsonNode input,
            Plan plan,
            Voice overriding,
            Function<TaskCall, TaskReaction> otherwise,
            List<Stored> stored);

    /**
     * An object in S3, unless the script of the test puts another one there.
     *
     * @param bucket the name of its bucket
     * @param key its key
     * @param text its content
     */
    record Stored(String bucket, String key, String text) {}

    /** What else could go wrong in a run. */
    List<Choice> faults(RunRecord run);

    /**
     * Who answers some calls.
     *
     * @param isAsked whether it answers a call
     * @param answer the answer
     */
    record Voice(Predicate<TaskCall> isAsked, Function<TaskCall, TaskReaction> answer) {
        /** Answers nothing. */
        public static final Voice NONE = new Voice(call -> false, call -> TaskReaction.silence());
    }

    /**
     * What came of a run.
     *
     * @param record what it left behind
     * @param stopped why the toolkit stopped it before its end, or null
     */
    record Ran(RunRecord record, @Nullable String stopped) {}
}
