package id.tenggat.pipeline;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document as it is written: nested elements, a line each, indented; any text may be told. */
final class XmlElements {

    private final XMLStreamWriter writer;
    private int depth;
    private boolean leaf = true;

    XmlElements(XMLStreamWriter writer) throws XMLStreamException {
        this.writer = writer;
        writer.writeStartDocument("UTF-8", "1.0");
    }

    XmlElements open(String name) throws XMLStreamException {
        beginLine();
        writer.writeStartElement(name);
        depth++;
        leaf = true;
        return this;
    }

    /** An attribute of the element that was opened last. */
    XmlElements with(String name, String value) throws XMLStreamException {
        writer.writeAttribute(name, PlainText.onOneLine(value));
        return this;
    }

    XmlElements with(String name, long value) throws XMLStreamException {
        return with(name, Long.toString(value));
    }

    XmlElements text(String text) throws XMLStreamException {
        writer.writeCharacters(PlainText.of(text));
        return this;
    }

    void close() throws XMLStreamException {
        depth--;
        if (!leaf) {
            beginLine();
        }
        writer.writeEndElement();
        leaf = false;
    }

    void end() throws XMLStreamException {
        writer.writeEndDocument();
        writer.flush();
    }

    private void beginLine() throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(depth));
    }
}
