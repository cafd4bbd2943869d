package io.github.asltestkit.samples;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.GetActivityTaskResponse;

// tag::worker[]
/** An Activity worker as it runs in production: it knows the AWS SDK, and nothing of the toolkit. */
final class InspectionWorker {
    private final SfnClient stepFunctions;
    private final String activityArn;

    InspectionWorker(SfnClient stepFunctions, String activityArn) {
        this.stepFunctions = stepFunctions;
        this.activityArn = activityArn;
    }

    /** Polls until so many cars have been inspected. */
    void inspect(int cars) {
        int inspected = 0;
        while (inspected < cars) {
            GetActivityTaskResponse task = stepFunctions.getActivityTask(
                    request -> request.activityArn(activityArn).workerName("Ada"));
            if (task.taskToken() != null) {
                stepFunctions.sendTaskHeartbeat(request -> request.taskToken(task.taskToken()));
                stepFunctions.sendTaskSuccess(
                        request -> request.taskToken(task.taskToken()).output("{\"verdict\": \"fine\"}"));
                inspected++;
            }
        }
    }
}
// end::worker[]
