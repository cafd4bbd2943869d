package io.github.asltestkit.internal.execution;

/**
 * The ARNs of what an engine holds.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html#awsstepfunctions-resources-for-iam-policies">Resource
 *     types defined by AWS Step Functions</a>
 */
record Arns(String prefix, Ids ids) {

    static Arns of(EngineOptions options, Ids ids) {
        return new Arns(options.arnPrefix(), ids);
    }

    String of(String kind, String name) {
        // Joined, not added up: each harness and execution has some, and adding copies what there is again and again.
        return String.join(":", prefix, kind, name);
    }

    /** An execution of a name; of an EXPRESS machine with an id besides, since there names repeat. */
    String execution(Machine machine, String name) {
        return machine.express()
                ? express(machine, name) + ":" + ids.uuid("express " + machine.name() + " " + name)
                : String.join(":", prefix, "execution", machine.name(), name);
    }

    /** An execution of an EXPRESS machine, without the id. */
    String express(Machine machine, String name) {
        return of("express", machine.name() + ":" + name);
    }
}
