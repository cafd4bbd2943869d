package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.forked.OtherJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of ten thousand tests, in the memory that a small build gives its JVM. */
class ReportSoak {
    private static final long FIVE_MEGABYTES = 5_000_000;

    @Test
    void ten_thousand_tests_of_ten_executions_in_256_megabytes(@TempDir Path folder) throws Exception {
        String printed = OtherJvm.run(
                folder, List.of("-Xmx256m", "-XX:+UseSerialGC"), ManyTests.class, folder.toString(), "10000");

        assertThat(printed).contains("written in a heap of ");
        assertThat(Files.size(folder.resolve("report/index.html"))).isLessThan(FIVE_MEGABYTES);
    }
}
