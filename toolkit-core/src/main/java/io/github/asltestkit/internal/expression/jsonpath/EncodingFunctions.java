package io.github.asltestkit.internal.expression.jsonpath;

import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.MAX_CHARACTERS;
import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.check;
import static io.github.asltestkit.internal.expression.jsonpath.IntrinsicFunction.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.asltestkit.internal.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The intrinsic functions that encode, decode and hash. */
final class EncodingFunctions {
    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private EncodingFunctions() {}

    static List<IntrinsicFunction> all() {
        return List.of(
                new IntrinsicFunction(
                        "States.Base64Encode", 1, 1, (arguments, random) -> encode(string(arguments.get(0)))),
                new IntrinsicFunction(
                        "States.Base64Decode", 1, 1, (arguments, random) -> decode(string(arguments.get(0)))),
                new IntrinsicFunction(
                        "States.Hash", 2, 2, (arguments, random) -> hash(arguments.get(0), string(arguments.get(1)))));
    }

    private static JsonNode encode(String text) {
        check(text.length() <= MAX_CHARACTERS);
        return TextNode.valueOf(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Decodes up to the first padding and skips what is not of the alphabet, as AWS does. */
    private static JsonNode decode(String text) {
        check(text.length() <= MAX_CHARACTERS);
        StringBuilder alphabetOnly = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
            char c = text.charAt(i);
            if ((c < 0x80 && Character.isLetterOrDigit(c)) || c == '+' || c == '/') {
                alphabetOnly.append(c);
            } else if (c == '-') {
                alphabetOnly.append('+');
            } else if (c == '_') {
                alphabetOnly.append('/');
            }
        }
        if (alphabetOnly.length() % 4 == 1) {
            alphabetOnly.setLength(alphabetOnly.length() - 1);
        }
        byte[] bytes = Base64.getDecoder().decode(alphabetOnly.toString());
        return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
    }

    private static JsonNode hash(JsonNode data, String algorithm) {
        check(ALGORITHMS.contains(algorithm));
        String text = data.isTextual() ? data.textValue() : JsonText.write(data);
        check(text.length() <= MAX_CHARACTERS);
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return TextNode.valueOf(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
