package io.wonderlake.format;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/// Reads XML forward, without document types: nothing is expanded and nothing outside the file is opened.
final class Xml implements AutoCloseable {
    /// Longest text of one element; a cell holds at most 32,767 characters.
    private static final int LONGEST_TEXT = 1 << 20;
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;

    Xml(InputStream in) throws XMLStreamException {
        this.in = in;
        this.reader = FACTORY.createXMLStreamReader(in);
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Lazy parsing would throw what is wrong with a text unchecked, when the text is asked for.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }

    /// Moves to the next element that begins; false at the end of the document.
    boolean nextElement() throws XMLStreamException {
        int event;
        do {
            event = next();
        } while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT);
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /// Moves to the next beginning of an element inside `parent`; false at the end of `parent`.
    boolean nextElementIn(String parent) throws XMLStreamException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT || event == XMLStreamConstants.END_ELEMENT && at(parent)) {
                return false;
            }
        }
    }

    /// The text up to the end of the element that just began, without the reading aids of East Asian text.
    String text(String element) throws XMLStreamException {
        var text = new StringBuilder();
        boolean plain = !element.equals("si") && !element.equals("is");
        boolean inText = plain;
        boolean aid = false;
        for (int event = next(); !(event == XMLStreamConstants.END_ELEMENT && at(element)); event = next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    aid |= at("rPh");
                    inText = plain || at("t") && !aid;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    aid &= !at("rPh");
                    inText = plain;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> append(text, inText);
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("no end of " + element);
                default -> { }
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, boolean wanted) throws XMLStreamException {
        if (wanted) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
        if (text.length() > LONGEST_TEXT) {
            throw new XMLStreamException("a text of more than " + LONGEST_TEXT + " characters", reader.getLocation());
        }
    }

    boolean at(String element) {
        return reader.getLocalName().equals(element);
    }

    /// The attribute's value, or an empty text.
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private int next() throws XMLStreamException {
        int event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("document types and entities are not read", reader.getLocation());
        }
        return event;
    }

    @Override
    public void close() throws XMLStreamException, IOException {
        reader.close();
        in.close();
    }
}
