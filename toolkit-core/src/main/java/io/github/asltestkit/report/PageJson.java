package io.github.asltestkit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/** What pages are given: payloads as text of a bounded length, and JSON that may stand in a script. */
final class PageJson {
    /** Writes JSON token by token. */
    static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    /** A page shows more of a payload to nobody who reads it. */
    static final int LONGEST = 4_000;

    private PageJson() {}

    static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST)
                        + String.format(Locale.ROOT, " ... (%,d characters in all)", text.length());
    }

    /** The text of JSON with nothing in it that ends a script element or a line of one. */
    static String forScript(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
