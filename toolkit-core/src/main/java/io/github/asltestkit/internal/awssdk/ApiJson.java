package io.github.asltestkit.internal.awssdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** A model object of the SDK as the API has it: fields by their names on the wire, those that were not set left out. */
public final class ApiJson {
    private ApiJson() {}

    /** The object. */
    public static ObjectNode of(SdkPojo model) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (SdkField<?> field : model.sdkFields()) {
            Object value = field.getValueOrDefault(model);
            boolean unset =
                    value == null || value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
            if (!unset) {
                json.set(field.locationName(), value(value));
            }
        }
        return json;
    }

    private static JsonNode value(Object value) {
        if (value instanceof SdkPojo below) {
            return of(below);
        }
        if (value instanceof List<?> elements) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            elements.forEach(element -> array.add(value(element)));
            return array;
        }
        if (value instanceof Map<?, ?> entries) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            entries.forEach((key, entry) -> object.set(String.valueOf(key), value(entry)));
            return object;
        }
        if (value instanceof Number number) {
            // A float of the model is a decimal number of the API: 33.3 is not 33.299999.
            BigDecimal decimal = new BigDecimal(number.toString());
            return JsonNodeFactory.instance.numberNode(
                    decimal.stripTrailingZeros().scale() <= 0 ? decimal.setScale(0) : decimal.stripTrailingZeros());
        }
        return value instanceof Boolean truth
                ? JsonNodeFactory.instance.booleanNode(truth)
                : JsonNodeFactory.instance.textNode(value.toString());
    }
}
