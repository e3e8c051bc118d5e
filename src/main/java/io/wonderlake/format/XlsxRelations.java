package io.wonderlake.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// How one part of a workbook's package points to another.
///
/// @param type a URI whose last part says what the target is
/// @param target the name of the other part in the package
record XlsxRelations(String id, String type, String target) {

    boolean is(String kind) {
        return type.endsWith("/" + kind);
    }

    /// The part that holds the relations of `part`: `xl/_rels/workbook.xml.rels`.
    static String of(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    /// The relations that stand in `xml`, with targets relative to the part `from`.
    static List<XlsxRelations> read(Optional<InputStream> part, String from) throws IOException, XMLStreamException {
        var relations = new ArrayList<XlsxRelations>();
        if (part.isEmpty()) {
            return relations;
        }
        try (Xml xml = new Xml(part.get())) {
            while (xml.nextElement()) {
                if (xml.at("Relationship")) {
                    relations.add(new XlsxRelations(xml.attribute("Id"), xml.attribute("Type"), resolve(from, xml.attribute("Target"))));
                }
            }
        }
        return relations;
    }

    private static String resolve(String from, String target) {
        String path = target.startsWith("/") ? target.substring(1) : from.substring(0, from.lastIndexOf('/') + 1) + target;
        var parts = new ArrayList<String>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
