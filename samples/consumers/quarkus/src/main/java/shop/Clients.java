package shop;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;

class Clients {
    @Produces
    @Singleton
    SfnClient stepFunctions() {
        return SfnClient.builder().region(Region.US_EAST_1).build();
    }
}
