package shop;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.sfn.SfnClient;

@Service
class Orders {
    private final SfnClient stepFunctions;
    private final String machine;

    Orders(SfnClient stepFunctions, @Value("${orders.machine}") String machine) {
        this.stepFunctions = stepFunctions;
        this.machine = machine;
    }

    String place(int order) {
        return stepFunctions
                .startExecution(request -> request.stateMachineArn(machine).input("{\"order\": " + order + "}"))
                .executionArn();
    }
}
