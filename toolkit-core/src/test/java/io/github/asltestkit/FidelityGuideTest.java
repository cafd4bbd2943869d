package io.github.asltestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page on fidelity lists each case of AWS that the toolkit answers otherwise, with its reason. After a wanted change, run
 * with {@code -Dguide.update=true} and look at the difference.
 */
class FidelityGuideTest {
    private static final Path PAGE = Path.of("..", "docs", "fidelity.md");
    private static final String OPEN = "<!-- differences -->\n";

    /** The beginning of the reason of a case that is still to be done, which is no difference that stays. */
    private static final String OPEN_WORK = "Not built yet";

    @Test
    void the_page_lists_each_known_difference_with_its_reason() throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        int start = page.indexOf(OPEN) + OPEN.length();
        int end = page.indexOf("<!-- end -->", start);
        assertThat(end).as("the table in %s", PAGE).isGreaterThanOrEqualTo(start);
        String updated = page.substring(0, start) + table() + page.substring(end);
        if (Boolean.getBoolean("guide.update")) {
            Files.writeString(PAGE, updated);
        }
        assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
                .as("%s; where the divergences are right, run with -Dguide.update=true", PAGE)
                .isEqualTo(updated);
    }

    private static String table() throws IOException {
        StringBuilder table = new StringBuilder("| case | why the toolkit answers otherwise |\n|---|---|\n");
        for (String kind : new String[] {"conformance", "measured"}) {
            JsonNode divergences = new ObjectMapper()
                    .readTree(Path.of("src", "test", kind, "divergences.json").toFile());
            for (var divergence : divergences.properties()) {
                String reason = divergence.getValue().asText();
                if (!reason.startsWith(OPEN_WORK)) {
                    String name = divergence.getKey();
                    table.append("| `").append(name.substring(name.lastIndexOf(':') + 1));
                    table.append("` (").append(kind.equals("measured") ? "measured" : "recorded");
                    table.append(") | ").append(reason).append(" |\n");
                }
            }
        }
        return table.toString();
    }
}
