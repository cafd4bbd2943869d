package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.forked.OtherJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is written a test at a time, so it needs no more memory for more tests; {@link ReportSoak} has more. */
class ReportMemoryTest {

    @Test
    void a_thousand_tests_of_ten_executions_in_64_megabytes(@TempDir Path folder) throws Exception {
        String printed = OtherJvm.run(
                folder, List.of("-Xmx64m", "-XX:+UseSerialGC"), ManyTests.class, folder.toString(), "1000");

        assertThat(printed).contains("written in a heap of ");
        assertThat(folder.resolve("report/index.html")).content().contains("an_order_of_999_items");
    }
}
