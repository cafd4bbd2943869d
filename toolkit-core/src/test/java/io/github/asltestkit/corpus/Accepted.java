package io.github.asltestkit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What validators refuse and AWS accepts, each with its reason: {@code corpus/accepted-by-aws.json}, whose {@code file}
 * and {@code problem} are regular expressions; without a {@code problem}, the whole file is accepted.
 */
final class Accepted {
    private static final JsonNode LIST = read();

    private Accepted() {}

    static boolean whole(String file) {
        return holds(file, null);
    }

    static boolean problem(String file, JsonNode problem) {
        return holds(file, problem.toString());
    }

    private static boolean holds(String file, String problem) {
        for (JsonNode entry : LIST) {
            boolean same = entry.has("problem")
                    ? problem != null
                            && Pattern.compile(entry.path("problem").asText())
                                    .matcher(problem)
                                    .find()
                    : problem == null;
            if (same
                    && Pattern.compile(entry.path("file").asText())
                            .matcher(file)
                            .find()) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode read() {
        try (InputStream list = Accepted.class.getResourceAsStream("/corpus/accepted-by-aws.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(list));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
