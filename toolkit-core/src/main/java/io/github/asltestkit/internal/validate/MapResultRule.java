package io.github.asltestkit.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.definition.StateFields;
import io.github.asltestkit.integration.TaskResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Map state's result is the array of all its results, and has the limit of any other payload.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#avoid-exec-failures">Using
 *     Amazon S3 ARNs instead of passing large payloads</a>
 */
final class MapResultRule extends StateRule {
    private static final String CODE = "MAP_RESULT_SIZE";

    @Override
    public List<RuleInfo> about() {
        return List.of(RuleInfo.warning(
                CODE,
                "A Map collects the whole response of a service for each item, or a distributed Map without ResultWriter"
                        + " all results of its children",
                "The array may exceed 262,144 bytes; then the state fails with States.DataLimitExceeded",
                "sfn-best-practices.html#avoid-exec-failures"));
    }

    @Override
    void check(State state, Findings findings) {
        if (!(state instanceof State.MapState map)
                || isTrimmed(map.fields())
                || isNull(map.fields().resultPath())) {
            return;
        }
        if (map.itemProcessor().distributed()) {
            if (map.resultWriter() == null) {
                findings.warning(
                        CODE,
                        "The results of all child executions of '" + state.name()
                                + "' together must not exceed 262,144 bytes",
                        state.pointer(),
                        "add a ResultWriter");
            }
            return;
        }
        for (State last : map.itemProcessor().states().states().values()) {
            if (last instanceof State.Task task && task.transition().end() && isWholeResponse(task)) {
                findings.warning(
                        CODE,
                        "'" + state.name() + "' collects the whole response of '" + last.name()
                                + "' for each item: together they must not exceed 262,144 bytes",
                        state.pointer(),
                        Expressions.isJsonPath(last)
                                ? "keep what is needed with a ResultSelector in '" + last.name() + "'"
                                : "keep what is needed with an Output in '" + last.name() + "'");
                return;
            }
        }
    }

    private static boolean isWholeResponse(State.Task task) {
        return !Findings.isOpen(task.resource())
                && TaskResource.parse(task.resource()).kind() == TaskResource.Kind.SERVICE
                && !isTrimmed(task.fields())
                && task.fields().resultPath() == null;
    }

    private static boolean isTrimmed(StateFields fields) {
        return fields.resultSelector() != null || fields.outputPath() != null || fields.output() != null;
    }

    private static boolean isNull(@Nullable JsonNode path) {
        return path != null && path.isNull();
    }
}
