package io.github.asltestkit.replay;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** What may differ between a recording and its replay. Immutable: each {@code with} method gives a changed copy. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ReplayOptions {
    private static final ReplayOptions NONE = new ReplayOptions(List.of(), Map.of());

    private final List<IgnoredPlace> ignored;
    private final Map<String, String> renamed;

    private ReplayOptions(List<IgnoredPlace> ignored, Map<String, String> renamed) {
        this.ignored = List.copyOf(ignored);
        this.renamed = Map.copyOf(renamed);
    }

    /** Nothing may differ. */
    public static ReplayOptions none() {
        return NONE;
    }

    /**
     * A place in parameters and outputs that is not compared.
     *
     * @param path such as {@code $.requestedAt}, {@code $.items[*].id}, or {@code $..traceId} for any depth
     * @throws IllegalArgumentException if it is no such path
     */
    public ReplayOptions withIgnored(String path) {
        return withIgnored("", path);
    }

    /**
     * A place in the parameters of one state's calls that is not compared.
     *
     * @param state the state's name today
     * @param path as in {@link #withIgnored(String)}
     * @throws IllegalArgumentException if it is no such path
     */
    public ReplayOptions withIgnored(String state, String path) {
        List<IgnoredPlace> more = new ArrayList<>(ignored);
        more.add(IgnoredPlace.parse(state, path));
        return new ReplayOptions(more, renamed);
    }

    /** A state has another name today. */
    public ReplayOptions withRenamed(String recorded, String today) {
        Map<String, String> more = new LinkedHashMap<>(renamed);
        more.put(recorded, today);
        return new ReplayOptions(ignored, more);
    }

    /** Whether a place is not compared; {@code state} is empty for the output of the execution. */
    boolean ignores(String state, String pointer) {
        return ignored.stream().anyMatch(place -> place.matches(state, pointer));
    }

    /** Whether two JSON texts are the recorded and today's name of a state, as the Context object gives them. */
    boolean isRenamed(String recorded, String replayed) {
        return renamed.entrySet().stream()
                .anyMatch(names -> recorded.equals("\"" + names.getKey() + "\"")
                        && replayed.equals("\"" + names.getValue() + "\""));
    }

    /** A recorded cause, in which AWS names states in single quotes, with the names of today. */
    String renamedIn(String cause) {
        String today = cause;
        for (Map.Entry<String, String> names : renamed.entrySet()) {
            today = today.replace("'" + names.getKey() + "'", "'" + names.getValue() + "'");
        }
        return today;
    }

    /** Today's name of a recorded state, or today's path of a recorded path such as {@code ForEach[3]/Charge}. */
    String today(String recorded) {
        if (renamed.isEmpty()) {
            return recorded;
        }
        String whole = renamed.get(recorded);
        if (whole != null) {
            return whole;
        }
        StringBuilder path = new StringBuilder();
        for (String segment : recorded.split("(?<=\\])/", -1)) {
            int index = segment.endsWith("]") ? segment.lastIndexOf('[') : segment.length();
            String name = segment.substring(0, index);
            path.append(path.isEmpty() ? "" : "/")
                    .append(renamed.getOrDefault(name, name))
                    .append(segment.substring(index));
        }
        return path.toString();
    }
}
