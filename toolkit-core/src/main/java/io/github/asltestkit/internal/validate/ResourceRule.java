package io.github.asltestkit.internal.validate;

import io.github.asltestkit.definition.State;
import io.github.asltestkit.integration.TaskResource;
import io.github.asltestkit.internal.message.DidYouMean;
import java.util.List;

/** A Task's Resource is the ARN of a Lambda function, of an Activity or of an existing integration. */
final class ResourceRule extends StateRule {
    private static final int PARTS = 6;
    private static final String UNKNOWN_SERVICE = "UNKNOWN_SERVICE";

    @Override
    public List<RuleInfo> about() {
        return List.of(
                RuleInfo.error(
                        "The Resource of a Task is the ARN of a Lambda function, of an Activity or of an existing integration",
                        "integrate-services.html"),
                RuleInfo.warning(
                        UNKNOWN_SERVICE,
                        "An AWS SDK integration names a service that the AWS SDK does not have",
                        "AWS refuses the definition, unless the service is newer than the toolkit",
                        "supported-services-awssdk.html"));
    }

    @Override
    void check(State state, Findings findings) {
        if (!(state instanceof State.Task task) || task.resource().isEmpty()) {
            return;
        }
        String unknown = Services.unknownSdkService(TaskResource.parse(task.resource()));
        if (unknown != null) {
            findings.warning(
                    UNKNOWN_SERVICE,
                    "'" + unknown + "' is no service of the AWS SDK",
                    state.pointer() + "/Resource",
                    DidYouMean.hint(unknown, Services.sdkServices()));
        }
        if (!isKnown(task.resource())) {
            findings.error(
                    "The resource provided " + task.resource() + " is not recognized. The value is not a valid resource"
                            + " ARN, or the resource is not available in this region.",
                    state.pointer() + "/Resource");
        }
    }

    /** A placeholder in the partition or the region hides neither the service nor its pattern. */
    private static boolean isKnown(String arn) {
        TaskResource resource = TaskResource.parse(arn);
        if (resource.kind() == TaskResource.Kind.SERVICE) {
            return Findings.isOpen(resource.service() + resource.action()) || Services.supports(resource);
        }
        String[] parts = arn.split(":", PARTS);
        return Findings.isOpen(arn) || (parts.length == PARTS && parts[0].equals("arn") && !parts[1].isEmpty());
    }
}
