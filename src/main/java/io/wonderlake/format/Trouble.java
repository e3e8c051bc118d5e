package io.wonderlake.format;

import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Failure.Kind;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;

/// What can be wrong with a file as a whole, each in its own two sentences.
final class Trouble {
    private Trouble() {
    }

    static Failure missing(String file) {
        return Failure.of(Kind.NOT_FOUND, "failure.file.absent", file);
    }

    static Failure denied(String file) {
        return Failure.of(Kind.DENIED, "failure.file.denied", file);
    }

    static Failure folder(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.folder", file);
    }

    static Failure device(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.device", file);
    }

    static Failure storage(String file, String cause) {
        return Failure.of(Kind.STORAGE, "failure.file.storage", file, cause);
    }

    static Failure charset(String name) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.charset", name);
    }

    static Failure gzip(String file, String place) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.gzip", file, place);
    }

    static Failure keys(String file, int most) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.keys", file, most);
    }

    static Failure json(String file, long line, long column, String cause) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.json", file, String.valueOf(line), String.valueOf(column), cause);
    }

    static Failure jsonText(String file, String place) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.json-text", file, place);
    }

    static Failure zip(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.zip", file);
    }

    static Failure zipNames(String file, String entry) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.zip-names", file, entry);
    }

    static Failure bomb(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.bomb", file);
    }

    static Failure bookSize(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.book-size", file);
    }

    static Failure protectedBook(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.protected", file);
    }

    static Failure noWorkbook(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.no-workbook", file);
    }

    static Failure workbook(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.workbook", file);
    }

    static Failure sheet(String file, String sheet, String sheets) {
        return Failure.of(Kind.NOT_FOUND, "failure.file.sheet", file, sheet, sheets);
    }

    static Failure sheetRow(String file, String sheet, int row) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.sheet-row", file, sheet, String.valueOf(row));
    }

    static Failure cell(String file, String sheet, String reference) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.cell", file, sheet, reference);
    }

    static Failure notYet(String file, String kind) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.not-yet", file, kind);
    }

    static Failure packed(String file, String kind) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.packed", file, kind);
    }

    static Failure empty(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.empty", file);
    }

    static Failure emptySheet(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.empty-sheet", file);
    }

    static Failure noTable(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.no-table", file);
    }

    static Failure noObjects(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.no-objects", file);
    }

    static Failure parquet(String file, String part) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.parquet", file, part);
    }

    static Failure encrypted(String file) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.encrypted", file);
    }

    /// Too large to be looked at from here.
    static Failure large(ObjectEntry entry) {
        return Failure.of(Kind.BAD_INPUT, "failure.preview.large", entry.path().name(), Formats.bytes(entry.size()), entry.path());
    }

    static Failure changing(ObjectPath path) {
        return Failure.of(Kind.CONFLICT, "failure.preview.changed", path);
    }

    static Failure fetching(ObjectPath path, String cause) {
        return Failure.of(Kind.OFFLINE, "failure.preview.fetch", path, cause);
    }

    static Failure avro(String file, String place) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.avro", file, place);
    }

    static Failure codec(String file, String codec) {
        return Failure.of(Kind.BAD_INPUT, "failure.file.codec", file, codec);
    }

    /// The place at the very beginning of a file.
    static String start() {
        return Strings.text("format.place.start");
    }

    static String line(long line) {
        return Strings.text("format.place.line", String.valueOf(line));
    }

    static String element(long number) {
        return Strings.text("format.place.element", String.valueOf(number));
    }

    static String record(long number) {
        return Strings.text("format.place.record", String.valueOf(number));
    }
}
