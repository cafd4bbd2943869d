package io.github.asltestkit.internal.io;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML as text. The JDK's own writer makes it, whichever others are on the class path. */
public final class XmlText {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final boolean indented;

    /** For each element that is open, whether it has elements within. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private XmlText(boolean indented) {
        this.indented = indented;
        try {
            this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException impossible) {
            throw unwritable(impossible);
        }
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
        return write(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeDTD(type);
            xml.writeCharacters("\n");
        });
    }

    /** Opens an element; its attributes are names and values in turn. */
    public XmlText start(String name, Object... attributes) {
        return write(() -> {
            newLine();
            xml.writeStartElement(name);
            attributes(attributes);
            open.push(false);
        });
    }

    /** An element without contents. */
    public XmlText empty(String name, Object... attributes) {
        return write(() -> {
            newLine();
            xml.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    /** Text within an element, escaped where it has to be. */
    public XmlText words(String words) {
        return write(() -> xml.writeCharacters(words));
    }

    /** Closes the element that was opened last. */
    public XmlText end() {
        return write(() -> {
            if (open.pop() && indented) {
                xml.writeCharacters("\n" + "  ".repeat(open.size()));
            }
            xml.writeEndElement();
        });
    }

    /** All that was written, and a line feed. */
    public String text() {
        write(xml::flush);
        return text + "\n";
    }

    /** Before an element; the first of a document begins where the document does. */
    private void newLine() throws XMLStreamException {
        if (!open.isEmpty()) {
            open.pop();
            open.push(true);
            if (indented) {
                xml.writeCharacters("\n" + "  ".repeat(open.size()));
            }
        }
    }

    private void attributes(Object... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    private XmlText write(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException impossible) {
            throw unwritable(impossible);
        }
        return this;
    }

    private static IllegalStateException unwritable(XMLStreamException impossible) {
        return new IllegalStateException("A text takes all that is written to it", impossible);
    }
}
