package io.github.asltestkit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The guide lists the services of the catalogue, and which facts of each are not certain. After a wanted change, run with
 * {@code -Dguide.update=true} and look at the difference.
 */
class IntegrationsGuideTest {
    private static final Path PAGE = Path.of("..", "docs", "integrations.md");
    private static final String OPEN = "<!-- catalogue -->\n";

    private final ServiceCatalogue catalogue = ServiceCatalogue.load();

    @Test
    void the_guide_lists_each_service_and_what_is_not_certain_of_it() throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        int start = page.indexOf(OPEN) + OPEN.length();
        int end = page.indexOf("<!-- end -->", start);
        assertThat(end).as("the table in %s", PAGE).isGreaterThanOrEqualTo(start);
        String updated = page.substring(0, start) + table() + page.substring(end);
        if (Boolean.getBoolean("guide.update")) {
            Files.writeString(PAGE, updated);
        }
        assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
                .as("%s; where the catalogue is right, run with -Dguide.update=true", PAGE)
                .isEqualTo(updated);
    }

    private String table() {
        StringBuilder table = new StringBuilder("""
                | service | its errors begin with | a job is cancelled by | known from published definitions | unverified |
                |---|---|---|---|---|
                """);
        for (String service : catalogue.services()) {
            table.append("| [`").append(service).append("`](").append(catalogue.documentation(service));
            table.append(") | `").append(catalogue.errorPrefix(service)).append(".` | ");
            table.append(String.join(", ", cancels(service))).append(" | ");
            table.append(facts(service, "samples")).append(" | ");
            table.append(facts(service, "unverified")).append(" |\n");
        }
        return table.toString();
    }

    private List<String> cancels(String service) {
        TreeSet<String> apis = new TreeSet<>();
        for (String action : catalogue.actions(service)) {
            String api = catalogue.cancelApi(service, action);
            if (api != null) {
                apis.add(api);
            }
        }
        return List.copyOf(apis);
    }

    private String facts(String service, String evidence) {
        Map<String, List<String>> actionsOf = new LinkedHashMap<>();
        for (String action : catalogue.actions(service)) {
            for (String fact : List.of("request", "response", "job", "poll", "cancel", "adds", "fails")) {
                if (evidence.equals(catalogue.evidence(service, action, fact))) {
                    actionsOf.computeIfAbsent(fact, it -> new ArrayList<>()).add(action);
                }
            }
        }
        List<String> facts = new ArrayList<>();
        if (evidence.equals(catalogue.evidence(service, "", "errorPrefix"))) {
            facts.add("errors");
        }
        actionsOf.forEach((fact, actions) -> facts.add(fact + " of " + String.join(", ", actions)));
        return String.join("; ", facts);
    }
}
