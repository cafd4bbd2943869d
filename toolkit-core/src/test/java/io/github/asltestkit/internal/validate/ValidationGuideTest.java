package io.github.asltestkit.internal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asltestkit.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The guide lists the rules that there are, in their own words. After a wanted change, run with {@code -Dguide.update=true}
 * and look at the difference.
 */
class ValidationGuideTest {
    private static final Path PAGE = Path.of("..", "docs", "validation.md");

    @Test
    void the_guide_lists_each_rule() throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        String updated = replaced(
                replaced(page, "warnings", table(Severity.WARNING, "| code | what is wrong | consequence | rule |")),
                "errors",
                table(Severity.ERROR, "| code | what holds | rule |"));
        if (Boolean.getBoolean("guide.update")) {
            Files.writeString(PAGE, updated);
        }
        assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
                .as("%s; where the rules are right, run with -Dguide.update=true", PAGE)
                .isEqualTo(updated);
    }

    private static String table(Severity severity, String header) {
        StringBuilder table = new StringBuilder(header).append('\n').append(header.replaceAll("[^|]+", "---"));
        for (Map.Entry<String, List<RuleInfo>> rule : Validator.rules().entrySet()) {
            for (RuleInfo info : rule.getValue()) {
                if (info.severity() == severity) {
                    table.append("\n| `").append(info.code()).append("` | ").append(info.what());
                    table.append(severity == Severity.WARNING ? " | " + info.why() : "");
                    table.append(" | [")
                            .append(rule.getKey())
                            .append("](")
                            .append(info.page())
                            .append(") |");
                }
            }
        }
        return table.toString();
    }

    private static String replaced(String page, String name, String table) {
        String open = "<!-- rules: " + name + " -->\n";
        int start = page.indexOf(open) + open.length();
        int end = page.indexOf("<!-- end -->", start);
        assertThat(end).as("the table of %s in %s", name, PAGE).isGreaterThanOrEqualTo(start);
        return page.substring(0, start) + table + "\n" + page.substring(end);
    }
}
