package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.junit.StateMachineTest;
import io.github.asltestkit.mock.MockConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The README sets a test beside the same one on Step Functions Local, which needs a container: here is what can be checked. */
class TodayTest {
    private static final Path README = Path.of("../README.md");
    private static final Path TODAY =
            Path.of("src/today/java/io/github/asltestkit/samples/today/OrderOnStepFunctionsLocal.java");
    private static final Path MOCKS = Path.of("src/today/mocks.json");
    private static final Path OURS = Path.of("src/test/java/io/github/asltestkit/samples/OrderTest.java");

    @Test
    @StateMachineTest("order.asl.json")
    void the_mock_file_of_the_other_test_scripts_the_same(StateMachineHarness harness) throws IOException {
        MockConfigFile config = MockConfigFile.parse("mocks.json", Files.readString(MOCKS));
        harness.mocks().mockTestCase(config, "order", "BusyBank");

        assertThat(harness.run("{\"order\": 7, \"total\": 129.90}"))
                .hasSucceeded()
                .hasRunFor(Duration.ofSeconds(6))
                .tookPath("ValidateOrder", "ChargeCard", "ShipOrder", "NotifyCustomer");
    }

    @Test
    void the_readme_counts_the_lines_right() throws IOException {
        assertThat(Files.readString(README))
                .contains("| lines | " + lines(OURS, "busy") + " | " + lines(TODAY, "today") + ", and "
                        + Files.readAllLines(MOCKS).size() + " of `mocks.json` |");
    }

    private static long lines(Path file, String region) throws IOException {
        String text = Files.readString(file);
        int from = text.indexOf("// tag::" + region + "[]");
        int to = text.indexOf("// end::" + region + "[]");
        return text.substring(from, to)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .count();
    }
}
