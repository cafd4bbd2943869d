package io.github.asltestkit.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorMatcherTest {

    @ParameterizedTest
    @CsvSource({
        "States.ALL, Any.Name, false, true",
        "States.ALL, States.Runtime, false, false",
        "States.ALL, States.Timeout, false, true",
        "States.ALL, , false, true",
        "States.TaskFailed, Any.Name, false, true",
        "States.TaskFailed, States.Timeout, false, false",
        "States.TaskFailed, States.Runtime, false, false",
        "States.HeartbeatTimeout, States.Timeout, true, true",
        "States.HeartbeatTimeout, States.Timeout, false, false",
        "States.Timeout, States.Timeout, true, true",
        "Any.Name, Any.Name, false, true",
        "Any.Name, Another.Name, false, false",
        "Any.Name, , false, false"
    })
    void ErrorEquals_matches_as_AWS_says(String errorEquals, String error, boolean missedHeartbeat, boolean matches) {
        assertThat(new ErrorMatcher(List.of(errorEquals)).matches(error, missedHeartbeat))
                .isEqualTo(matches);
    }

    private static final Pattern WRITTEN_AGAIN = Pattern.compile("\"States\\.(ALL|TaskFailed|Runtime|Timeout"
            + "|HeartbeatTimeout|NoChoiceMatched|BranchFailed|ExceedToleratedFailureThreshold|ItemReaderFailed"
            + "|ResultWriterFailed|QueryEvaluationError|DataLimitExceeded)\"|\"States\\.Http\\."
            + "|\\b(262_?144|99_?999_?999|25_000|100_000_000)\\b");

    @Test
    void error_names_and_quotas_are_written_once() throws IOException {
        List<String> again = new ArrayList<>();
        int read = 0;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> !it.getParent().endsWith("internal/spec"))
                    .toList()) {
                read++;
                Files.readString(source)
                        .lines()
                        .filter(line -> !line.strip().startsWith("*"))
                        .filter(line -> WRITTEN_AGAIN.matcher(line).find())
                        .forEach(line -> again.add(source.getFileName() + ": " + line.strip()));
            }
        }
        assertThat(read).isGreaterThan(400);
        assertThat(again).isEmpty();
    }
}
