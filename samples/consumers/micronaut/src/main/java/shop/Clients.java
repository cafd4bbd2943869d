package shop;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;

@Factory
class Clients {
    @Singleton
    SfnClient stepFunctions() {
        return SfnClient.builder().region(Region.US_EAST_1).build();
    }
}
