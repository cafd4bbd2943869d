package io.github.asltestkit.internal.explore;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.integration.TaskCall;
import io.github.asltestkit.integration.TaskReaction;
import org.jspecify.annotations.Nullable;

/**
 * A call of a run, and where in the run it was made.
 *
 * @param path its state's path, with the machine's name before it if it is another machine
 * @param visit which visit of the state, from 1
 * @param call the call
 * @param reaction what the script answers; null if the call was not handed on to it
 * @param faulted whether the plan has something for it
 * @param byCode whether code of the test answers, rather than a fixed answer
 * @param definition the definition that its state is in; null if it is unknown
 */
record TracedCall(
        String path,
        int visit,
        TaskCall call,
        @Nullable TaskReaction reaction,
        boolean faulted,
        boolean byCode,
        @Nullable Definition definition) {

    int attempt() {
        return call.attempt();
    }
}
