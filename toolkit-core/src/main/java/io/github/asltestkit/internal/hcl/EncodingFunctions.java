package io.github.asltestkit.internal.hcl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.asltestkit.internal.hcl.Functions.Function;
import io.github.asltestkit.internal.hcl.Value.Decoded;
import io.github.asltestkit.internal.hcl.Value.Encoded;
import io.github.asltestkit.internal.hcl.Value.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions from one form of a value to another. */
final class EncodingFunctions {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private EncodingFunctions() {}

    static void register(Map<String, Function> functions, Environment environment) {
        functions.put("jsonencode", (arguments, at) -> new Encoded(arguments.get(0), at));
        functions.put("jsondecode", (arguments, at) -> decoded(arguments.get(0), false, at, environment));
        functions.put("yamldecode", (arguments, at) -> decoded(arguments.get(0), true, at, environment));
        functions.put(
                "base64encode",
                (arguments, at) -> Value.text(Base64.getEncoder().encodeToString(bytes(arguments, at)), at));
        functions.put("base64decode", (arguments, at) -> {
            try {
                return Value.text(
                        new String(Base64.getDecoder().decode(bytes(arguments, at)), StandardCharsets.UTF_8), at);
            } catch (IllegalArgumentException notBase64) {
                throw new HclException("The text is not Base64", at);
            }
        });
        functions.put(
                "urlencode",
                (arguments, at) ->
                        Value.text(URLEncoder.encode(Values.plain(arguments.get(0), at), StandardCharsets.UTF_8), at));
        digest(functions, "md5", "MD5");
        digest(functions, "sha1", "SHA-1");
        digest(functions, "sha256", "SHA-256");
        digest(functions, "sha512", "SHA-512");
        functions.put(
                "base64sha256",
                (arguments, at) ->
                        Value.text(Base64.getEncoder().encodeToString(digest(bytes(arguments, at), "SHA-256")), at));
    }

    private static byte[] bytes(List<Value> arguments, Span at) {
        return Values.plain(arguments.get(0), at).getBytes(StandardCharsets.UTF_8);
    }

    private static void digest(Map<String, Function> functions, String name, String algorithm) {
        functions.put(
                name,
                (arguments, at) -> Value.text(HexFormat.of().formatHex(digest(bytes(arguments, at), algorithm)), at));
    }

    private static byte[] digest(byte[] bytes, String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has MD5, SHA-1 and SHA-2", absent);
        }
    }

    private static Value decoded(Value value, boolean yaml, Span at, Environment environment) {
        if (value instanceof Encoded encoded) {
            return encoded.value();
        }
        if (!(value instanceof Text text)) {
            throw new HclException("Expected text, found " + Values.type(value), at);
        }
        return new Decoded(text, yaml, () -> Value.of(tree(text.text(), yaml, at, environment), at), at);
    }

    private static JsonNode tree(String text, boolean yaml, Span at, Environment environment) {
        JsonNode tree = yaml ? environment.yaml(text) : json(text);
        if (tree == null) {
            throw new HclException("The text is not " + (yaml ? "YAML" : "JSON"), at);
        }
        return tree;
    }

    private static @Nullable JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException | NumberFormatException notJson) {
            return null;
        }
    }
}
