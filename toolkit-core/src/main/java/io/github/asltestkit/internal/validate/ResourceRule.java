package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.TaskResource;

/** A Task's Resource is the ARN of a Lambda function, of an Activity or of an integration that there is. */
final class ResourceRule extends StateRule {
    private static final int PARTS = 6;

    @Override
    void check(State state, Findings findings) {
        if (state instanceof State.Task task && !task.resource().isEmpty() && !Findings.isOpen(task.resource())) {
            String arn = task.resource();
            if (!isKnown(arn)) {
                findings.error(
                        "The resource provided " + arn + " is not recognized. The value is not a valid resource ARN,"
                                + " or the resource is not available in this region.",
                        state.pointer() + "/Resource");
            }
        }
    }

    private static boolean isKnown(String arn) {
        String[] parts = arn.split(":", PARTS);
        if (parts.length < PARTS || !parts[0].equals("arn") || parts[1].isEmpty()) {
            return false;
        }
        TaskResource resource = TaskResource.parse(arn);
        return resource.kind() != TaskResource.Kind.SERVICE
                || Services.supports(resource.service(), resource.api(), resource.pattern());
    }
}
