package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.asltestkit.integration.StepFunctionsException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list. Its token names the last item shown, so that what is added at either end meanwhile moves nothing.
 *
 * @param nextToken null on the last page
 */
record Page<T>(List<T> items, @Nullable String nextToken) {
    private static final int USUAL = 100;

    /**
     * The page that a request asks for with {@code maxResults} and {@code nextToken}.
     *
     * @param operation tells its tokens from those of others
     * @param key names an item, for good
     * @throws StepFunctionsException InvalidToken
     */
    static <T> Page<T> of(String operation, List<T> all, JsonNode request, Function<? super T, String> key) {
        int size = request.path("maxResults").asInt(0);
        int from = 0;
        JsonNode token = request.get("nextToken");
        if (token != null && !token.isNull()) {
            from = 1 + indexOf(all, key, lastShown(operation, token.asText()));
        }
        int to = Math.min(all.size(), from + (size == 0 ? USUAL : size));
        return new Page<>(
                List.copyOf(all.subList(from, to)),
                to < all.size() ? token(operation, key.apply(all.get(to - 1))) : null);
    }

    /** Writes the items and the token. */
    ObjectNode answer(String field, Function<? super T, ? extends JsonNode> item) {
        ObjectNode answer = Answers.empty();
        var array = answer.putArray(field);
        items.forEach(it -> array.add(item.apply(it)));
        if (nextToken != null) {
            answer.put("nextToken", nextToken);
        }
        return answer;
    }

    private static <T> int indexOf(List<T> all, Function<? super T, String> key, String last) {
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(last)) {
                return i;
            }
        }
        throw StepFunctionsException.invalidToken();
    }

    private static String token(String operation, String last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((operation + " " + last).getBytes(StandardCharsets.UTF_8));
    }

    private static String lastShown(String operation, String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(operation + " ")) {
                return text.substring(operation.length() + 1);
            }
        } catch (IllegalArgumentException notBase64) {
            // Nothing that was given out here.
        }
        throw StepFunctionsException.invalidToken();
    }
}
