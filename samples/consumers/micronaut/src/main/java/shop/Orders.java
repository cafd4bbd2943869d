package shop;

import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sfn.SfnClient;

@Singleton
class Orders {
    static final String MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:order";

    private final SfnClient stepFunctions;

    Orders(SfnClient stepFunctions) {
        this.stepFunctions = stepFunctions;
    }

    String place(int order) {
        return stepFunctions
                .startExecution(request -> request.stateMachineArn(MACHINE).input("{\"order\": " + order + "}"))
                .executionArn();
    }
}
