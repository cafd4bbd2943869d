package io.github.asltestkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.json.JsonText;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTextTest {
    private final PayloadText text = new PayloadText(100);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "\"\"",
                "{\"a\":[1,-2.50,1E+400,9007199254740993,{\"b\":null}],\"\":{}}",
                "\"quote \\\" backslash \\\\ slash / line \\n tab \\t \\b\\f\\r bell \\u0007 nul \\u0000 \\u001F del \u007f\"",
                "\"\u00e9 \ud83d\ude00 \\u2028\"",
                "{\"a\\\"b\":[[],[[]],{\"x\":{}}]}",
            })
    void it_is_the_text_that_Jackson_writes(String json) {
        JsonNode payload = Objects.requireNonNull(JsonText.tryParse(json));

        assertThat(text.of(payload)).isEqualTo(JsonText.write(payload));
        assertThat(text.of(payload)).as("a second time").isEqualTo(JsonText.write(payload));
    }

    @Test
    void of_a_long_one_the_beginning_is_shown() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 1_000; i++) {
            array.add(i);
        }

        assertThat(text.of(array)).isEqualTo(JsonText.write(array).substring(0, 100) + " ... (cut here)");
        assertThat(text.of(TextNode.valueOf("x".repeat(1_000_000))))
                .isEqualTo("\"" + "x".repeat(99) + " ... (cut here)");
        assertThat(text.of(TextNode.valueOf("x".repeat(98)))).isEqualTo("\"" + "x".repeat(98) + "\"");
    }
}
