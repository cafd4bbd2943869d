package io.github.asltestkit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;

/** What pages are given: payloads as text of a bounded length, and JSON that may stand in a script. */
final class PageJson {
    /** Writes JSON token by token. */
    static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    /** A page shows more of a payload to nobody who reads it. */
    private static final int LONGEST = 4_000;

    private PageJson() {}

    static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST)
                        + String.format(Locale.ROOT, " ... (%,d characters in all)", text.length());
    }

    /** The beginning of a payload's text; no more of it is written out than that. */
    static String cut(JsonNode payload) {
        if ((payload.isValueNode() && !payload.isTextual()) || (payload.isEmpty() && payload.isContainerNode())) {
            return payload.toString();
        }
        Beginning beginning = new Beginning();
        try (JsonGenerator json = FACTORY.createGenerator(beginning)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.writeTree(payload);
            json.flush();
        } catch (Full full) {
            return beginning.text.substring(0, LONGEST) + " ... (cut here)";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return cut(beginning.text.toString());
    }

    /** Enough was written. */
    private static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final class Beginning extends Writer {
        private final StringBuilder text = new StringBuilder(256);

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            if (text.length() >= LONGEST) {
                throw new Full();
            }
            text.append(characters, from, length);
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** The text of JSON with nothing in it that ends a script element or a line of one. */
    static String forScript(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
