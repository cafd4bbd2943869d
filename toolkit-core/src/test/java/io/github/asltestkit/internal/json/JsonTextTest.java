package io.github.asltestkit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[1,-2.50,1.0,true,null,\"\"]",
                "{\"a\":{\"b\":[{}]},\"z\":1,\"a2\":12345678901234567890123}",
            })
    void what_is_read_is_written_as_it_was(String text) throws JsonProcessingException {
        assertThat(JsonText.write(JsonText.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "1 2", "{\"a\":1} x", "NaN", "'a'", "// c\n1"})
    void what_is_not_exactly_one_value_is_refused(String text) {
        assertThat(JsonText.tryParse(text)).isNull();
        assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void the_size_is_that_of_the_text_in_utf_8() throws JsonProcessingException {
        JsonNode node = JsonText.parse(
                "{\"k\\u00e9y\":[1,1.50,1e3,true,false,null,\"\\u0001\\n\\t\\\"\\\\/\\u20ac\\ud83d\\ude80\\u007f\",{},[],[[\"\"]]]}");

        assertThat(JsonText.utf8Size(node)).isEqualTo(JsonText.write(node).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void the_size_of_any_string_is_that_of_its_text() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(12), 0, 0x11000)
                    .filter(c -> !Character.isSurrogate((char) c) || c > 0xffff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            JsonNode node = TextNode.valueOf(text);
            assertThat(JsonText.utf8Size(node))
                    .as(text)
                    .isEqualTo(JsonText.write(node).getBytes(StandardCharsets.UTF_8).length);
        }
    }
}
