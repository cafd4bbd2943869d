package io.github.asltestkit.internal.execution;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.internal.program.Distribution;
import io.github.asltestkit.internal.program.Program;
import io.github.asltestkit.internal.program.Step.MapStep;

/**
 * What a Map Run is called.
 *
 * @param name the last part of its ARN
 * @param childMachine what its child executions are executions of
 */
record MapRunIdentity(String name, String arn, Machine childMachine) {

    static MapRunIdentity of(MapRunHost host, Visit visit, MapStep step, Distribution distribution) {
        ExecutionRun parent = visit.frame.run;
        String name = host.ids().uuid("map run " + parent.arn() + " " + visit.place());
        // A state without a Label gets one from the service.
        String label = distribution.label() != null
                ? distribution.label()
                : host.ids()
                        .uuid("label " + parent.machine.arn() + " "
                                + step.state().pointer());
        String machine = parent.machine.name() + "/" + label;
        return new MapRunIdentity(
                name,
                host.arns().of("mapRun", machine + ":" + name),
                new Machine(
                        host.arns().of("stateMachine", machine),
                        machine,
                        distribution.express(),
                        program(parent, step)));
    }

    private static Program program(ExecutionRun parent, MapStep step) {
        Program parents = parent.machine.program();
        Definition whole = parents.definition();
        Definition processor = new Definition(
                whole.comment(),
                whole.version(),
                whole.queryLanguage(),
                null,
                step.state().itemProcessor().states(),
                whole.source());
        return new Program(processor, step.processor(), null, parents.places(), parents.leniency());
    }
}
