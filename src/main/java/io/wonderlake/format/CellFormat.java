package io.wonderlake.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/// What a cell's number format makes of its number.
enum CellFormat {
    PLAIN, DATE, TIME, TIMESTAMP, DURATION;

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^\\]]*]|am/pm|a/p");

    /// The formats of a workbook's cell styles, by style number.
    static List<CellFormat> read(Optional<InputStream> styles) throws IOException, XMLStreamException {
        var formats = new ArrayList<CellFormat>();
        Map<String, String> codes = new HashMap<>();
        if (styles.isEmpty()) {
            return formats;
        }
        try (Xml xml = new Xml(styles.get())) {
            while (xml.nextElement()) {
                if (xml.at("numFmt")) {
                    codes.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
                } else if (xml.at("cellXfs")) {
                    while (xml.nextElementIn("cellXfs")) {
                        if (xml.at("xf")) {
                            formats.add(of(xml.attribute("numFmtId"), codes));
                        }
                    }
                }
            }
        }
        return formats;
    }

    private static CellFormat of(String id, Map<String, String> codes) {
        if (codes.containsKey(id)) {
            return of(codes.get(id));
        }
        return switch (id) {
            case "14", "15", "16", "17", "27", "30", "36", "50", "57" -> DATE;
            case "18", "19", "20", "21", "45", "47" -> TIME;
            case "22" -> TIMESTAMP;
            case "46" -> DURATION;
            default -> PLAIN;
        };
    }

    /// What a format code such as `yyyy-mm-dd hh:mm` shows.
    static CellFormat of(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        String letters = LITERALS.matcher(lower).replaceAll("");
        if (letters.contains(";")) {
            letters = letters.substring(0, letters.indexOf(';'));
        }
        if (letters.contains("general")) {
            return PLAIN;
        }
        if (letters.contains("[")) {
            return DURATION;
        }
        boolean clock = letters.contains("h") || letters.contains("s");
        boolean calendar = letters.contains("y") || letters.contains("d") || letters.contains("m") && !clock;
        return calendar ? clock ? TIMESTAMP : DATE : clock ? TIME : PLAIN;
    }
}
