package io.github.asltestkit.internal.expression.jsonata;

import com.dashjoin.jsonata.JException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The four functions on URLs, which are ECMAScript's {@code encodeURI}, {@code encodeURIComponent} and their opposites. */
final class JsonataUrls {
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.!~*'()";
    private static final String RESERVED = ";/?:@&=+$,#";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    static final List<JsonataFunction> FUNCTIONS = List.of(
            function("encodeUrl", text -> encode(text, UNRESERVED + RESERVED)),
            function("encodeUrlComponent", text -> encode(text, UNRESERVED)),
            function(
                    "decodeUrl",
                    text -> StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(decode(text, RESERVED))
                            .toString()),
            // Ours: AWS reads a plus sign as a blank, and bytes that are no text as U+FFFD.
            function(
                    "decodeUrlComponent",
                    text -> StandardCharsets.UTF_8
                            .decode(decode(text.replace('+', ' '), ""))
                            .toString()));

    private JsonataUrls() {}

    private interface Coding {
        String apply(String text) throws CharacterCodingException;
    }

    private static JsonataFunction function(String name, Coding coding) {
        return JsonataFunction.of(name, "<s-:s>", arguments -> code(name, coding, arguments));
    }

    private static @Nullable Object code(String name, Coding coding, List<?> arguments) {
        if (!(JsonataFunction.argument(arguments, 0) instanceof String text)) {
            return null;
        }
        try {
            return coding.apply(text);
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            throw new JException("D3140: Malformed URL passed to $" + name + "(): \"" + text + "\"", -1);
        }
    }

    private static String encode(String text, String kept) throws CharacterCodingException {
        ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        StringBuilder encoded = new StringBuilder();
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next > 0 && kept.indexOf(next) >= 0) {
                encoded.append((char) next);
            } else {
                encoded.append('%').append(HEX.toHexDigits(next));
            }
        }
        return encoded.toString();
    }

    private static ByteBuffer decode(String text, String kept) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next != '%') {
                int end = Character.isHighSurrogate(next) && i + 1 < text.length() ? i + 2 : i + 1;
                bytes.put(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end - 1;
                continue;
            }
            if (i + 2 >= text.length()) {
                throw new IllegalArgumentException("An escape is cut off");
            }
            String escape = text.substring(i, i + 3);
            int value = HexFormat.fromHexDigits(escape, 1, 3);
            if (value < 0x80 && kept.indexOf(value) >= 0) {
                bytes.put(escape.getBytes(StandardCharsets.US_ASCII));
            } else {
                bytes.put((byte) value);
            }
            i += 2;
        }
        return bytes.flip();
    }
}
