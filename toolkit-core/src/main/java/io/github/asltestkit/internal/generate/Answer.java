package io.github.asltestkit.internal.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.integration.TaskReaction;
import org.jspecify.annotations.Nullable;

/**
 * What one call gets.
 *
 * @param kind what becomes of the call
 * @param output what a call that succeeds returns, as the state sees it; missing of any other
 * @param error the error's name of a call that fails; null of any other
 */
public record Answer(Kind kind, JsonNode output, @Nullable String error) {
    private static final String CAUSE = "Because the test says so";

    /** What becomes of a call. */
    public enum Kind {
        /** It succeeds at once. */
        RETURNS,
        /** It fails at once. */
        FAILS,
        /** Nobody ever ends it. */
        SILENT
    }

    /** The call succeeds. */
    public static Answer returns(JsonNode output) {
        return new Answer(Kind.RETURNS, output, null);
    }

    /** The call fails. */
    public static Answer fails(String error) {
        return new Answer(Kind.FAILS, JsonNodeFactory.instance.missingNode(), error);
    }

    /** Nobody ever ends the call. */
    public static Answer silent() {
        return new Answer(Kind.SILENT, JsonNodeFactory.instance.missingNode(), null);
    }

    /** What an answer of a mock comes to. */
    public static Answer of(TaskReaction reaction) {
        for (TaskReaction.Step step : reaction.steps()) {
            if (step instanceof TaskReaction.Step.Succeeded succeeded) {
                return returns(succeeded.output());
            }
            if (step instanceof TaskReaction.Step.Failed failed) {
                return fails(String.valueOf(failed.error()));
            }
        }
        return silent();
    }

    /** The cause of a call that fails: of a Lambda function, JSON as AWS has it. */
    public String cause() {
        return CAUSE;
    }

    /** How much there is to read of it. */
    int size() {
        return kind == Kind.RETURNS ? 1 + Values.size(output) : 2;
    }
}
