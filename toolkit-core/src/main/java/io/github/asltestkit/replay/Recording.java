package io.github.asltestkit.replay;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.asltestkit.history.EventDetails;
import io.github.asltestkit.history.ExecutionHistory;
import io.github.asltestkit.history.HistoryEvent;
import io.github.asltestkit.history.HistoryEventType;
import io.github.asltestkit.inspection.ExecutionInspection;
import io.github.asltestkit.internal.awssdk.FetchedHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * What an execution did, as {@code aws stepfunctions get-execution-history} prints it with {@code --output json},
 * {@code yaml} or {@code yaml-stream}, or as a harness wrote it. Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">GetExecutionHistory</a>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Recording {
    private static final Pattern FILE = Pattern.compile(".+\\.(?:json|ya?ml)");
    private static final Pattern PAGE = Pattern.compile("(.+?)\\.page-?(\\d+)\\.(?:json|ya?ml)");
    private static final Pattern ROLE = Pattern.compile("arn:([^:]+):iam::(\\d{12}):.*");

    private final String name;
    private final ExecutionHistory history;
    private final ExecutionInspection inspection;

    private Recording(String name, ExecutionHistory history) {
        this.name = name;
        this.history = history;
        this.inspection = ExecutionInspection.of(history);
    }

    /**
     * A recording of a history.
     *
     * @param name what messages call it
     * @throws IllegalArgumentException if the history has a gap, or does not begin with {@code ExecutionStarted}
     */
    public static Recording of(String name, ExecutionHistory history) {
        List<HistoryEvent> events = history.events();
        if (events.isEmpty() || events.get(0).type() != HistoryEventType.EXECUTION_STARTED) {
            throw new IllegalArgumentException(
                    name + " does not begin with ExecutionStarted: is the first page missing?");
        }
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).id() != i + 1) {
                throw new IllegalArgumentException(name + " has no event " + (i + 1) + ", but an event "
                        + events.get(i).id() + ": is a page missing?");
            }
        }
        return new Recording(name, history);
    }

    /**
     * Reads the JSON or YAML of GetExecutionHistory; the pages of a long history may follow one another in one JSON text.
     *
     * @param name what messages call it
     * @throws IllegalArgumentException if the text is not that, saying where
     */
    public static Recording parse(String name, String text) {
        return of(name, ExecutionHistory.parse(RecordedText.toJson(name, text)));
    }

    /**
     * Reads a file, or the files of the pages of one history, in any order.
     *
     * @throws IllegalArgumentException if they do not hold a whole history, saying what is wrong
     * @throws UncheckedIOException if one cannot be read
     */
    public static Recording read(Path file, Path... morePages) {
        List<Path> files = new ArrayList<>(List.of(file));
        files.addAll(List.of(morePages));
        Matcher page = PAGE.matcher(fileName(file));
        return read(page.matches() ? page.group(1) : fileName(file), files);
    }

    private static Recording read(String name, List<Path> files) {
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            try {
                texts.add(Files.readString(file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The recording " + file + " cannot be read", unreadable);
            }
        }
        try {
            return parse(
                    name,
                    texts.stream().map(text -> RecordedText.toJson(name, text)).collect(Collectors.joining("\n")));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(name + ": " + wrong.getMessage(), wrong);
        }
    }

    /**
     * Reads a folder of recordings: each {@code NAME.json} ({@code .yaml}, {@code .yml}) is one, and the files
     * {@code NAME.page1.json}, {@code NAME.page2.json} ... are the pages of one.
     *
     * @return the recordings, by name
     * @throws IllegalArgumentException if the folder holds none, or one that is not whole
     * @throws UncheckedIOException if it cannot be read
     */
    public static List<Recording> readAll(Path folder) {
        Map<String, List<Path>> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(file -> FILE.matcher(fileName(file)).matches())
                    .sorted()
                    .forEach(file -> {
                        Matcher page = PAGE.matcher(fileName(file));
                        files.computeIfAbsent(page.matches() ? page.group(1) : fileName(file), any -> new ArrayList<>())
                                .add(file);
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder of recordings " + folder + " cannot be read", unreadable);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("There is no recording (*.json, *.yaml, *.yml) in " + folder);
        }
        List<Recording> recordings = new ArrayList<>();
        files.forEach((name, pages) -> recordings.add(read(name, pages)));
        return List.copyOf(recordings);
    }

    /**
     * Fetches the history of an execution from AWS, all pages of it. The caller needs {@code states:GetExecutionHistory}, and the
     * AWS SDK for Java 2 ({@code software.amazon.awssdk:sfn}), which nothing else here needs.
     *
     * <pre>{@code
     * Replay.of(machine, Recording.fetch(SfnClient.create(), executionArn)).verify();
     * }</pre>
     *
     * @param client the caller's, which stays open; what it throws, such as ExecutionDoesNotExistException, comes through
     * @param executionArn of a STANDARD execution: AWS keeps no history of Express executions
     * @return the recording, named by the execution
     * @throws IllegalArgumentException if what came is not a whole history
     */
    public static Recording fetch(SfnClient client, String executionArn) {
        return of(
                executionArn.substring(executionArn.lastIndexOf(':') + 1),
                ExecutionHistory.parse(FetchedHistory.json(client, executionArn)));
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** What messages call it: the file's name, or the name it was given. */
    public String name() {
        return name;
    }

    /** The events. */
    public ExecutionHistory history() {
        return history;
    }

    /** What the events tell. */
    public ExecutionInspection inspection() {
        return inspection;
    }

    /**
     * Whether it holds inputs, outputs and parameters; without them ({@code --no-include-execution-data}) only path and
     * resources can be held against a definition.
     */
    public boolean hasData() {
        return inspection.input() != null;
    }

    /** Whether the execution had ended when it was recorded. */
    public boolean isComplete() {
        return inspection.endedAt() != null;
    }

    /** The account of the execution, from its role; null where it is not told. */
    public @Nullable String account() {
        Matcher role = role();
        return role == null ? null : role.group(2);
    }

    /** The partition of the execution, from its role; null where it is not told. */
    public @Nullable String partition() {
        Matcher role = role();
        return role == null ? null : role.group(1);
    }

    /** The region of the execution, from its first task; null where it is not told. */
    public @Nullable String region() {
        for (HistoryEvent event : history.events()) {
            String region = event.details().text("region");
            if (region != null) {
                return region;
            }
        }
        return null;
    }

    private @Nullable Matcher role() {
        EventDetails started = history.events().get(0).details();
        String arn = started.text("roleArn");
        Matcher role = arn == null ? null : ROLE.matcher(arn);
        return role != null && role.matches() ? role : null;
    }

    @Override
    public String toString() {
        return name;
    }
}
