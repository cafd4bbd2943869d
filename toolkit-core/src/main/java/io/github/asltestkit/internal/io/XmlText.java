package io.github.asltestkit.internal.io;

import java.util.ArrayDeque;
import java.util.Deque;

/** XML as text. Written here: the JDK's own writer loads more classes than a small report has lines. */
public final class XmlText {
    private final StringBuilder text = new StringBuilder();
    private final boolean indented;
    private final Deque<Element> open = new ArrayDeque<>();

    /** An element that is open. */
    private static final class Element {
        private final String name;
        private boolean hasElements;

        Element(String name) {
            this.name = name;
        }
    }

    private XmlText(boolean indented) {
        this.indented = indented;
    }

    /** XML with each element on a line of its own, two blanks further in than the one around it. */
    public static XmlText indented() {
        return new XmlText(true);
    }

    /** XML whose lines are broken by {@link #words} only. */
    public static XmlText compact() {
        return new XmlText(false);
    }

    /** The declaration of XML, in UTF-8, and that of the document's type. */
    public XmlText document(String type) {
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").append(type).append('\n');
        return this;
    }

    /** Opens an element; its attributes are names and values in turn. */
    public XmlText start(String name, Object... attributes) {
        tag(name, attributes).append('>');
        open.push(new Element(name));
        return this;
    }

    /** An element without contents. */
    public XmlText empty(String name, Object... attributes) {
        tag(name, attributes).append("/>");
        return this;
    }

    /** Text within an element, escaped where it has to be. */
    public XmlText words(String words) {
        escape(words, false);
        return this;
    }

    /** Closes the element that was opened last. */
    public XmlText end() {
        Element last = open.pop();
        if (last.hasElements) {
            newLine();
        }
        text.append("</").append(last.name).append('>');
        return this;
    }

    /** All that was written, and a line feed. */
    public String text() {
        return text + "\n";
    }

    private StringBuilder tag(String name, Object... namesAndValues) {
        Element around = open.peek();
        // The first element of a document begins where the document does.
        if (around != null) {
            around.hasElements = true;
            newLine();
        }
        text.append('<').append(name);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text.append(' ').append(namesAndValues[i]).append("=\"");
            escape(namesAndValues[i + 1].toString(), true);
            text.append('"');
        }
        return text;
    }

    private void newLine() {
        if (indented) {
            text.append('\n').append("  ".repeat(open.size()));
        }
    }

    private void escape(String words, boolean inAttribute) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append(inAttribute ? "&quot;" : "\"");
                default -> text.append(c);
            }
        }
    }
}
