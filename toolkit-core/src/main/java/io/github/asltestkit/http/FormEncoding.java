package io.github.asltestkit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request body as a form, in the four ways in which arrays are written.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html#url-encode-request-body">Applying
 *     URL-encoding on request body</a>
 */
enum FormEncoding {
    INDICES,
    REPEAT,
    COMMAS,
    BRACKETS;

    /** @throws HttpTaskException if there is no such format */
    static FormEncoding of(String arrayFormat) {
        for (FormEncoding encoding : values()) {
            if (encoding.name().equals(arrayFormat)) {
                return encoding;
            }
        }
        throw new HttpTaskException(
                "The ArrayFormat of an HTTP Task is one of INDICES, REPEAT, COMMAS and BRACKETS, not " + arrayFormat);
    }

    /** @throws HttpTaskException if the body is no object */
    String encode(JsonNode body) {
        if (!body.isObject()) {
            throw new HttpTaskException("A request body that is URL-encoded must be an object");
        }
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            add(field.getKey(), field.getValue(), pairs);
        }
        return String.join("&", pairs);
    }

    private void add(String key, JsonNode value, List<String> pairs) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                add(key + "[" + field.getKey() + "]", field.getValue(), pairs);
            }
        } else if (value.isArray() && this == COMMAS) {
            List<String> texts = new ArrayList<>();
            value.forEach(element -> texts.add(encoded(element.asText())));
            pairs.add(encoded(key) + "=" + String.join(",", texts));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                String suffix = switch (this) {
                    case INDICES -> "[" + i + "]";
                    case BRACKETS -> "[]";
                    case REPEAT, COMMAS -> "";
                };
                add(key + suffix, value.get(i), pairs);
            }
        } else {
            pairs.add(pair(key, value.asText()));
        }
    }

    static String pair(String key, String value) {
        return encoded(key) + "=" + encoded(value);
    }

    /** Percent-encoded, a blank too (AWS's page shows {@code %20}). */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
