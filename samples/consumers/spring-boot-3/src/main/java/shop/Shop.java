package shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;

@SpringBootApplication
public class Shop {
    @Bean
    SfnClient stepFunctions() {
        return SfnClient.builder().region(Region.US_EAST_1).build();
    }
}
