package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

class HarnessOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "us-east-1, aws",
        "mx-central-1, aws",
        "cn-northwest-1, aws-cn",
        "us-gov-west-1, aws-us-gov",
        "us-iso-east-1, aws-iso",
        "us-isob-east-1, aws-iso-b",
        "eu-isoe-west-1, aws-iso-e",
        "us-isof-south-1, aws-iso-f",
        "eusc-de-east-1, aws-eusc"
    })
    void a_region_has_its_partition(String region, String partition) {
        assertThat(HarnessOptions.defaults().withRegion(region).partition()).isEqualTo(partition);
    }

    @Test
    void every_region_that_the_AWS_SDK_knows_has_the_partition_that_the_SDK_gives_it() {
        List<Region> regions = Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .toList();
        assertThat(regions)
                .hasSizeGreaterThan(30)
                .allSatisfy(region -> assertThat(HarnessOptions.defaults()
                                .withRegion(region.id())
                                .partition())
                        .isEqualTo(PartitionMetadata.of(region).id()));
    }

    @Test
    void a_harness_runs_in_the_region_of_its_file_unless_its_options_name_another() {
        StateMachine machine = StateMachine.parse("serverless.yml", """
                provider: {region: cn-north-1}
                stepFunctions: {stateMachines: {order: {definition: {StartAt: A, States: {A: {Type: Pass, End: true}}}}}}
                """);

        assertThat(arn(machine, HarnessOptions.defaults()))
                .startsWith("arn:aws-cn:states:cn-north-1:123456789012:execution:order:");
        assertThat(arn(machine.withType(StateMachineType.EXPRESS).withName("other"), HarnessOptions.defaults()))
                .startsWith("arn:aws-cn:states:cn-north-1:123456789012:express:other:");
        assertThat(arn(machine, HarnessOptions.defaults().withRegion("us-east-1")))
                .startsWith("arn:aws:states:us-east-1:123456789012:execution:order:");
    }

    private static String arn(StateMachine machine, HarnessOptions options) {
        return StateMachineHarness.create(machine, options).run("{}").arn();
    }

    @Test
    void the_order_of_partition_and_region_does_not_matter() {
        HarnessOptions options = HarnessOptions.defaults();

        assertThat(options.withPartition("aws-iso").withRegion("eu-west-1").partition())
                .isEqualTo(
                        options.withRegion("eu-west-1").withPartition("aws-iso").partition())
                .isEqualTo("aws-iso");
    }
}
