package io.github.asltestkit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.asltestkit.assertj.error.JsonComparison;
import io.github.asltestkit.assertj.error.JsonPlace;
import io.github.asltestkit.assertj.error.Why;
import org.jspecify.annotations.Nullable;

/** Leads to a JSON value. */
record JsonValue<R>(@Nullable JsonNode node, JsonPlace place, JsonComparison comparison, R origin)
        implements Link<JsonAssert<R>> {

    static <R> JsonValue<R> of(JsonNode node, JsonPlace place, R origin) {
        return new JsonValue<>(node, place, JsonComparison.STRICT, origin);
    }

    static <R> JsonValue<R> nowhere(R origin) {
        return new JsonValue<>(null, new JsonPlace("", Why.UNKNOWN), JsonComparison.STRICT, origin);
    }

    @Override
    public Class<?> type() {
        return JsonAssert.class;
    }

    @Override
    public JsonAssert<R> plain() {
        return new JsonAssert<>(this);
    }
}
