package io.github.asltestkit.replay;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.asltestkit.history.ExecutionStatus;
import io.github.asltestkit.inspection.Attempt;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.inspection.StateVisit;
import io.github.asltestkit.internal.message.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A recording written out as a test in Java, ready to run and meant to be cut down: a mock for each state that called
 * something, with its answers in order, and the recorded end as the expectation.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class TestScript {
    /** An answer that took less is written without its time. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final String NEXT_LINE = "\n" + " ".repeat(24);

    private static final int COMMENT_WIDTH = 100;
    private static final int SHORT_LITERAL = 40;
    private static final int LONGEST_LITERAL = 80;

    /** The most characters of an escape, which are not parted. */
    private static final int ESCAPE = 6;

    private static final String INDENT = " ".repeat(8);

    private final Recording recording;
    private final String definition;
    private final Head head;
    private boolean usesDuration;

    /**
     * What the source calls itself.
     *
     * @param packageName the package of the class; empty for none
     * @param className the name of the class
     * @param testName the name of its test
     * @param comment what the class is, as a sentence
     */
    public record Head(String packageName, String className, String testName, String comment) {}

    private TestScript(Recording recording, String definition, Head head) {
        this.recording = recording;
        this.definition = definition;
        this.head = head;
    }

    /**
     * The source of a test class.
     *
     * @param recording what to write out; it has to hold data
     * @param definition the definition's name, as {@code @StateMachineTest} takes it
     * @param packageName the package of the class; empty for none
     * @param className the name of the class
     * @throws IllegalArgumentException if the recording holds no data
     */
    public static String of(Recording recording, String definition, String packageName, String className) {
        String comment = "Written from the recording " + recording.name() + ".";
        return of(recording, definition, new Head(packageName, className, "does_what_was_recorded", comment));
    }

    /**
     * The source of a test class.
     *
     * @param recording what to write out; it has to hold data
     * @param definition the definition's name, as {@code @StateMachineTest} takes it
     * @param head the names in it
     * @throws IllegalArgumentException if the recording holds no data
     */
    public static String of(Recording recording, String definition, Head head) {
        if (!recording.hasData()) {
            throw new IllegalArgumentException(
                    recording.name() + " was recorded without data: there is nothing that a mock could answer");
        }
        return new TestScript(recording, definition, head).source();
    }

    private String source() {
        String comment = ascii(head.comment().replace("*/", "* /"));
        String body = mocks() + run() + expectations();
        StringBuilder source = new StringBuilder();
        if (!head.packageName().isEmpty()) {
            source.append("package ").append(head.packageName()).append(";\n\n");
        }
        source.append("import static io.github.asltestkit.assertj.AslAssertions.assertThat;\n\n")
                .append("import io.github.asltestkit.Execution;\n")
                .append("import io.github.asltestkit.StateMachineHarness;\n")
                .append("import io.github.asltestkit.junit.StateMachineTest;\n")
                .append(usesDuration ? "import java.time.Duration;\n" : "")
                .append("import org.junit.jupiter.api.Test;\n\n")
                .append("/** ")
                .append(String.join("\n * ", Text.wrap(comment, COMMENT_WIDTH)))
                .append(" */\n@StateMachineTest(")
                .append(literal(definition))
                .append(")\nclass ")
                .append(head.className())
                .append(" {\n\n    @Test\n    void ")
                .append(head.testName())
                .append("(StateMachineHarness harness) {\n")
                .append(body)
                .append("    }\n}\n");
        return source.toString();
    }

    // ---- the world ---------------------------------------------------------------------------------------------

    private String mocks() {
        Map<String, List<Attempt>> calls = new LinkedHashMap<>();
        for (StateVisit visit : recording.inspection().allVisits()) {
            for (Attempt attempt : visit.attempts()) {
                if (attempt.resource() != null) {
                    calls.computeIfAbsent(visit.path(), path -> new ArrayList<>())
                            .add(attempt);
                }
            }
        }
        StringBuilder mocks = new StringBuilder();
        calls.forEach((path, attempts) -> {
            mocks.append(INDENT).append("harness.mock(").append(literal(path)).append(")");
            for (int i = 0; i < attempts.size(); i++) {
                String answer = answer(attempts.get(i));
                mocks.append("\n                .")
                        .append(
                                i == 0
                                        ? answer
                                        : "then" + Character.toUpperCase(answer.charAt(0)) + answer.substring(1));
            }
            mocks.append(";\n");
        });
        return mocks.isEmpty() ? "" : mocks + "\n";
    }

    private String answer(Attempt attempt) {
        boolean callback = isCallback(attempt);
        boolean job = String.valueOf(attempt.resource()).contains(".sync");
        Duration took =
                attempt.endedAt() == null ? Duration.ZERO : Duration.between(attempt.scheduledAt(), attempt.endedAt());
        return switch (attempt.outcome()) {
            case SUCCEEDED -> {
                String output = json(attempt.output(), 3);
                yield callback
                        ? "callbackSucceedsAfter(" + duration(took) + ", " + output + ")"
                        : job
                                ? "jobSucceedsAfter(" + duration(took) + ", " + output + ")"
                                : isLong(took)
                                        ? "returnsAfter(" + duration(took) + ", " + output + ")"
                                        : "returns(" + output + ")";
            }
            case FAILED, CAUGHT -> {
                String error = literal(attempt.error()) + "," + broken(literal(attempt.cause()));
                boolean submitted = attempt.submittedAt() != null;
                yield callback && submitted
                        ? "callbackFailsAfter(" + duration(took) + ", " + error + ")"
                        : job && submitted
                                ? "jobFailsAfter(" + duration(took) + ", " + error + ")"
                                : isLong(took)
                                        ? "failsAfter(" + duration(took) + ", " + error + ")"
                                        : "fails(" + error + ")";
            }
            case TIMED_OUT, ABORTED, RUNNING -> callback ? "accepts()" : job ? "jobNeverEnds()" : "neverAnswers()";
        };
    }

    private static boolean isCallback(Attempt attempt) {
        return String.valueOf(attempt.resource()).endsWith(".waitForTaskToken");
    }

    private static boolean isLong(Duration took) {
        return took.compareTo(AT_ONCE) >= 0;
    }

    private String duration(Duration duration) {
        usesDuration = true;
        return duration.toMillis() % 1000 == 0
                ? "Duration.ofSeconds(" + duration.toSeconds() + ")"
                : "Duration.ofMillis(" + duration.toMillis() + ")";
    }

    // ---- the execution and its end -----------------------------------------------------------------------------

    private String run() {
        return INDENT + "Execution execution = harness.run("
                + json(recording.inspection().input(), 2) + ");\n\n";
    }

    private String expectations() {
        ExecutionInspection inspection = recording.inspection();
        StringBuilder expected = new StringBuilder(INDENT).append("assertThat(execution)\n                .");
        String error = inspection.error();
        expected.append(
                switch (inspection.status()) {
                    case SUCCEEDED -> "hasSucceeded()";
                    case TIMED_OUT -> "hasTimedOut()";
                    case ABORTED -> "isAborted()";
                    case RUNNING -> "isRunning()";
                    case FAILED -> error == null ? "hasFailed()" : "failedWith(" + literal(error) + ")";
                });
        expected.append("\n                .tookPath(")
                .append(inspection.path().stream().map(TestScript::literal).collect(Collectors.joining(", ")))
                .append(");\n");
        if (inspection.status() == ExecutionStatus.SUCCEEDED) {
            expected.append(INDENT)
                    .append("assertThat(execution).output().isEqualTo(")
                    .append(json(inspection.output(), 2))
                    .append(");\n");
        }
        return expected.toString();
    }

    // ---- Java's literals ---------------------------------------------------------------------------------------

    /** JSON as a literal of JSON text: a text block where it is an object or an array of some length. */
    private static String json(@Nullable JsonNode value, int depth) {
        JsonNode node = value == null ? NullNode.getInstance() : value;
        String line = node.toString();
        if (!node.isContainerNode() || line.length() < 60) {
            return literal(line);
        }
        String margin = " ".repeat(4 * depth + 8);
        String block = node.toPrettyString()
                .replace("\\", "\\\\")
                .replace("\"\"\"", "\\\"\"\"")
                .lines()
                .map(text -> margin + text.replaceFirst("([ \\t]+)$", "$1\\\\s"))
                .collect(Collectors.joining("\n"));
        return "\"\"\"\n" + ascii(block) + "\n" + margin + "\"\"\"";
    }

    private static String literal(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(c);
            }
        }
        return ascii(literal.append('"').toString());
    }

    /** A literal that is too long for the line of its call, in lines of its own. */
    private static String broken(String literal) {
        if (literal.length() <= SHORT_LITERAL) {
            return " " + literal;
        }
        StringBuilder parts = new StringBuilder(NEXT_LINE);
        int from = 0;
        while (literal.length() - from > LONGEST_LITERAL) {
            int to = from + LONGEST_LITERAL;
            while (to > from + ESCAPE && literal.substring(to - ESCAPE, to).indexOf('\\') >= 0) {
                to--;
            }
            if (to == from + ESCAPE) {
                break;
            }
            parts.append(literal, from, to).append('"').append(NEXT_LINE).append("+ \"");
            from = to;
        }
        return parts.append(literal, from, literal.length()).toString();
    }

    /** What is no ASCII becomes an escape of Java, so that the source compiles in any encoding. */
    private static String ascii(String source) {
        StringBuilder ascii = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\n' || (c >= ' ' && c < 0x7f)) {
                ascii.append(c);
            } else {
                ascii.append(String.format("\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}
