package io.github.asltestkit.samples;

import static io.github.asltestkit.assertj.AslAssertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.asltestkit.Execution;
import io.github.asltestkit.StateMachineHarness;
import io.github.asltestkit.json.JsonMapping;
import io.github.asltestkit.junit.StateMachineTest;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

@StateMachineTest(definition = """
        {"StartAt": "Keep", "States": {"Keep": {"Type": "Pass", "End": true}}}""")
class JsonTest {

    // tag::text[]
    @Test
    void text_is_JSON(StateMachineHarness harness) {
        Execution execution = harness.run("{\"amount\": 5000, \"account\": \"5000\", \"sku\": \"tea\"}");

        assertThat(execution).output().node("/amount").isEqualTo(5000).isEqualTo("5000");
        assertThat(execution).output().node("/account").isEqualTo("\"5000\"").isNotEqualTo("5000");
        assertThat(execution).output().node("/sku").isEqualTo("\"tea\"").isEqualTo("tea");
    }
    // end::text[]

    // tag::objects[]
    record Order(String sku, int amount) {}

    @Test
    void objects_maps_and_trees_of_either_Jackson_are_JSON(StateMachineHarness harness) {
        tools.jackson.databind.JsonNode tree =
                JsonNodeFactory.instance.objectNode().put("sku", "tea").put("amount", 2);

        assertThat(harness.run(new Order("tea", 2))).output().isEqualTo(tree);
        assertThat(harness.run(Map.of("order", tree))).output().isEqualTo(Map.of("order", new Order("tea", 2)));
    }
    // end::objects[]

    // tag::provider[]
    public static final class OurJson implements JsonMapping.Provider {
        @Override
        public JsonMapping mapping() {
            return JsonMapping.of(JsonMapper.builder()
                    .findAndAddModules()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build());
        }
    }
    // end::provider[]

    @Test
    void the_mapper_is_used_as_it_is_set_up() {
        Assertions.assertThat(new OurJson().mapping().write(new Total(5))).hasToString("{\"total_amount\":5}");
    }

    record Total(int totalAmount) {}
}
