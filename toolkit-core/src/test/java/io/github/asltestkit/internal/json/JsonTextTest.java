package io.github.asltestkit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
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

    @Test
    void a_tree_is_written_as_jackson_writes_it() throws JsonProcessingException {
        ObjectMapper jackson = new ObjectMapper();
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            JsonNode tree = anyTree(random, 0);

            assertThat(JsonText.write(tree)).isEqualTo(jackson.writeValueAsString(tree));
        }
    }

    private static JsonNode anyTree(Random random, int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth < 4 ? 16 : 13)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt());
            case 3 -> nodes.numberNode(random.nextLong());
            case 4 -> nodes.numberNode(new BigInteger(100, random));
            case 5 -> DecimalNode.valueOf(new BigDecimal(new BigInteger(70, random), random.nextInt(600) - 300));
            case 6 -> nodes.numberNode(random.nextBoolean() ? Double.NaN : random.nextGaussian() * 1e12);
            case 7 -> nodes.numberNode((short) random.nextInt());
            case 8 -> nodes.numberNode(random.nextFloat());
            case 9 -> nodes.binaryNode(new byte[] {1, (byte) random.nextInt()});
            case 10 -> nodes.pojoNode(anyText(random));
            case 11, 12 -> nodes.textNode(anyText(random));
            case 13 -> {
                ArrayNode array = nodes.arrayNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    array.add(anyTree(random, depth + 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = nodes.objectNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(anyText(random), anyTree(random, depth + 1));
                }
                yield object;
            }
        };
    }

    /** With control characters, quotation marks, and halves of pairs. */
    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return text.toString();
    }

    @Test
    void a_tree_too_deep_for_jackson_is_refused_as_before() {
        JsonNode tree = JsonNodeFactory.instance.objectNode();
        for (int depth = 1; depth < 1_000; depth++) {
            tree = JsonNodeFactory.instance.arrayNode().add(tree);
        }
        JsonNode written = tree;
        for (int depth = 0; depth < 100; depth++) {
            tree = JsonNodeFactory.instance.arrayNode().add(tree);
        }
        JsonNode deeper = tree;

        assertThat(JsonText.write(written)).startsWith("[[[").hasSize(2_000);
        assertThatThrownBy(() -> JsonText.write(deeper)).isInstanceOf(IllegalStateException.class);
    }
}
