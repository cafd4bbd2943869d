package io.github.asltestkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.integration.IntegrationPattern;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import io.github.asltestkit.integration.TaskReaction.Step;
import io.github.asltestkit.integration.UnmockedCallException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mocked response of a Step Functions Local mock file.
 *
 * @param name its name in the file
 * @param answers what happens, by the number of the call
 */
record MockConfigResponse(String name, List<Numbered> answers) {

    /**
     * What happens to the calls from one number to another, both included.
     *
     * @param output what is returned; null where an error is thrown
     */
    record Numbered(
            int first,
            int last,
            @Nullable JsonNode output,
            @Nullable String error,
            @Nullable String cause) {

        String range() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }

        private TaskReaction reaction(IntegrationPattern pattern) {
            if (output == null) {
                return TaskReaction.fail(error, cause);
            }
            return switch (pattern) {
                case REQUEST_RESPONSE, ACTIVITY -> TaskReaction.succeed(output);
                case RUN_A_JOB, WAIT_FOR_TASK_TOKEN ->
                    new TaskReaction(List.of(
                            new Step.Submitted(Duration.ZERO, output), new Step.Succeeded(Duration.ZERO, output)));
            };
        }
    }

    /** The answers of one state: they count its calls for each execution apart. */
    Function<TaskCall, TaskReaction> script(String source, String testCase) {
        return new Script(source, testCase);
    }

    /** Counts the calls; a copy counts its own. */
    private final class Script implements CopiedAnswer<TaskReaction> {
        private final String source;
        private final String testCase;
        private final Map<String, Integer> calls = new HashMap<>();

        private Script(String source, String testCase) {
            this.source = source;
            this.testCase = testCase;
        }

        @Override
        public TaskReaction apply(TaskCall call) {
            int number = calls.merge(call.executionArn(), 1, Integer::sum) - 1;
            for (Numbered answer : answers) {
                if (answer.first() <= number && number <= answer.last()) {
                    return answer.reaction(call.resource().pattern());
                }
            }
            throw new UnmockedCallException(ranOut(call, number, source, testCase));
        }

        @Override
        public Script copy() {
            return new Script(source, testCase);
        }
    }

    private String ranOut(TaskCall call, int number, String source, String testCase) {
        return "The mocked response \"" + name + "\" has no answer to call " + number + " of " + call.statePath()
                + ". The execution was stopped there.\n\n"
                + "   mock file: " + source + "\n"
                + "   test case: " + testCase + "\n"
                + "    resource: " + call.resource().arn() + "\n"
                + "          at: " + call.place() + "\n"
                + "  it answers: calls "
                + answers.stream().map(Numbered::range).collect(Collectors.joining(", "))
                + ", counted from 0 over visits, attempts and iterations\n\n"
                + "  Add the key \"" + number + "\" to /MockedResponses/" + name + ".\n";
    }
}
