package io.github.asltestkit.internal.generate;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.mock.Mock;
import io.github.asltestkit.s3.Bucket;
import io.github.asltestkit.s3.VirtualS3;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the answers of a scenario into the mocks of a harness. */
public final class Scripted {
    private Scripted() {}

    /**
     * Mocks the states that a scenario has answers for.
     *
     * @param mock begins the mock of a state by its name
     * @param s3 where objects are put
     */
    public static void apply(Scenario scenario, Definition definition, Function<String, Mock> mock, VirtualS3 s3) {
        for (Stored stored : scenario.stored()) {
            Bucket bucket = s3.bucket(stored.bucket());
            stored.contents(scenario, map(definition, stored))
                    .forEach(content -> bucket.put(content.key(), content.text()));
        }
        definition.states().allStates().forEach(state -> {
            List<Answer> answers = scenario.answers().get(state.pointer());
            if (answers != null && !answers.isEmpty() && state instanceof State.Task task) {
                Script.apply(mock.apply(state.name()).lenient(), answers, TaskResource.parse(task.resource()));
            }
        });
    }

    static State.@Nullable MapState map(Definition definition, Stored stored) {
        String reader = stored.reader();
        return reader == null
                ? null
                : definition
                        .states()
                        .allStates()
                        .filter(state -> reader.equals(state.pointer() + "/ItemReader"))
                        .filter(State.MapState.class::isInstance)
                        .map(State.MapState.class::cast)
                        .findFirst()
                        .orElse(null);
    }
}
