package io.github.asltestkit.diff;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.explore.Plan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What both definitions were run with.
 *
 * @param kind where it comes from
 * @param name what is special about it, such as {@code total = 1000} or {@code ChargeCard fails with Bank.Busy, always}
 * @param input the input; not to be changed
 * @param plan what goes wrong in it
 * @param answers what the calls returned that nobody had mocked, by the paths of their states; not to be changed
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Scenario(ScenarioKind kind, String name, JsonNode input, Plan plan, Map<String, JsonNode> answers) {

    /** Keeps the answers as they are ordered. */
    public Scenario {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    @Override
    public String toString() {
        return name;
    }
}
