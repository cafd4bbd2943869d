package io.github.asltestkit.internal.execution;

import io.github.asltestkit.integration.TaskIntegration;
import io.github.asltestkit.s3.VirtualS3;

/** What Map Runs ask of the engine. */
interface MapRunHost extends ExecutionHost {

    /** A Map Run begins. */
    void add(MapRunActivity run);

    /** A child execution of a Map Run has ended. */
    void progressed(MapRunFacts run);

    /** Of a child execution that is not kept nothing is left, nor of its calls. */
    void forget(ExecutionRun run);

    MapRunDetail mapRunDetail();

    VirtualS3 s3();

    TaskIntegration integration();

    EventLoop loop();

    ExecutionLife life();
}
