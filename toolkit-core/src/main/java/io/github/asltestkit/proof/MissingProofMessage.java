package io.github.asltestkit.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.internal.message.Facts;
import io.github.asltestkit.internal.message.Text;
import io.github.asltestkit.internal.proof.TreeDifferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AWS was not asked about stays of a test. */
final class MissingProofMessage {
    private static final int SHOWN = 10;

    private final ProofFolder folder;
    private final ProofResult result;

    MissingProofMessage(ProofFolder folder, ProofResult result) {
        this.folder = folder;
        this.result = result;
    }

    String text() {
        Map<String, Stay> byKey = new LinkedHashMap<>();
        result.missing().forEach(stay -> byKey.putIfAbsent(stay.key(), stay));
        List<Stay> missing = List.copyOf(byKey.values());
        StringBuilder text = new StringBuilder();
        String verdict = missing.size() == 1
                ? "AWS was not asked yet about " + missing.get(0) + ": " + DeviationMessage.shown(folder.path())
                        + " has no proof of it."
                : "AWS was not asked yet about " + missing.size() + " states of this test: "
                        + DeviationMessage.shown(folder.path()) + " has no proofs of them.";
        text.append(String.join("\n", Text.wrap(verdict, Text.WIDTH))).append("\n\n");
        for (Stay stay : missing.subList(0, Math.min(SHOWN, missing.size()))) {
            Facts facts = new Facts();
            facts.cut("state", stay.toString());
            if (stay.test() != null) {
                facts.cut("in", stay.test());
            }
            if (stay.location() != null) {
                facts.whole("at", stay.location().toString());
            }
            facts.wrapped("nearest", nearest(stay));
            text.append(facts.text()).append('\n');
        }
        if (missing.size() > SHOWN) {
            text.append("  and ").append(missing.size() - SHOWN).append(" more\n\n");
        }
        text.append("  Ask AWS, with credentials that allow states:TestState:\n\n")
                .append("    mvn test -Dasl.testkit.prove=true -Daws.profile=sandbox");
        return text.toString();
    }

    /** In what the request differs from the nearest one that AWS was asked with; null if there is none about this state. */
    private @Nullable String nearest(Stay stay) {
        List<TreeDifferences.Difference> fewest = null;
        for (JsonNode request :
                folder.requestsAbout(stay.stored().path("stateName").asText())) {
            List<TreeDifferences.Difference> found =
                    TreeDifferences.between(request, stay.stored(), (known, now) -> false);
            if (fewest == null || found.size() < fewest.size()) {
                fewest = found;
            }
        }
        if (fewest == null || fewest.isEmpty()) {
            return null;
        }
        List<String> said = new ArrayList<>();
        TreeDifferences.Difference first = fewest.get(0);
        said.add("a proof of this state with " + first.left() + " instead of " + first.right() + " at "
                + first.pointer());
        if (fewest.size() > 1) {
            said.add((fewest.size() - 1) + " more");
        }
        return String.join(", and ", said);
    }
}
