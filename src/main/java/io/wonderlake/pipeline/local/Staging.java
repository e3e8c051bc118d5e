package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.HiveValues;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.contract.Contract;
import io.wonderlake.contract.ContractColumn;
import io.wonderlake.contract.SqlText;
import io.wonderlake.contract.TypingSql;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.pipeline.DatasetShape;
import io.wonderlake.pipeline.RawFile;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Brings the rows of a dataset's files, as text and with where they came from, into one table of the session.
final class Staging {

    static final String STAGE = "wonderlake_stage";
    static final String FILES = "wonderlake_files";
    private static final int MOST_EXTRAS = 500;

    private final Tools tools;
    private final Contract contract;
    private final TypingSql typing;
    private final StepContext context;
    private final EngineSession session;
    private final Map<String, TypingSql.Extra> extras = new LinkedHashMap<>();
    private final Map<String, List<String>> missing = new LinkedHashMap<>();

    Staging(Tools tools, Contract contract, StepContext context, EngineSession session) {
        this.tools = tools;
        this.contract = contract;
        this.typing = new TypingSql(contract);
        this.context = context;
        this.session = session;
    }

    List<TypingSql.Extra> extras() {
        return List.copyOf(extras.values());
    }

    void fill(List<RawFile> files, Uploads uploads) {
        files.forEach(this::noteExtras);
        String texts = contract.fileColumns().stream().map(column -> ", " + typing.stageColumn(column) + " varchar").collect(Collectors.joining())
                + extras.values().stream().map(extra -> ", " + extra.stage() + " varchar").collect(Collectors.joining());
        session.execute("create table " + STAGE + " (_object varchar, _sheet varchar, _row bigint, _upload varchar, _arrived timestamp, _bad varchar" + texts + ")");
        session.execute("create table " + FILES + " (_object varchar, _cells varchar[])");
        int done = 0;
        for (RawFile file : files) {
            context.job().checkCancelled();
            context.job().report(new Progress(Strings.text("progress.stage", contract.name()), done++, files.size(), Progress.Unit.FILES));
            stage(file, uploads.of(file.path()));
        }
        missing.forEach((column, lacking) -> context.info("log.stage.missing", column, StepContext.number(lacking.size()), lacking.getFirst()));
    }

    private void noteExtras(RawFile file) {
        for (Column column : named(file)) {
            if (contract.fileColumns().stream().noneMatch(agreed -> agreed.fileName().equalsIgnoreCase(column.name())) && extras.size() < MOST_EXTRAS) {
                extras.computeIfAbsent(key(column.name()), _ -> new TypingSql.Extra("_x" + extras.size(), column.name()));
            }
        }
    }

    private List<Column> named(RawFile file) {
        return file.facts().orElseThrow().named(Optional.of(contract));
    }

    private void stage(RawFile file, Optional<Uploads.Upload> upload) {
        RawFile.Facts facts = file.facts().orElseThrow();
        List<Column> named = named(file);
        Map<String, String> partition = DatasetShape.partition(contract.reads(), file);
        List<String> values = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (ContractColumn column : contract.columns()) {
            int at = column.inFile() ? position(named, column.fileName()) : -1;
            cells.add(at < 0 ? "null" : SqlText.value(letters(at)));
            if (column.inFile()) {
                values.add(at >= 0 ? text(facts.columns().get(at)) : constant(Optional.ofNullable(partition.get(key(column.fileName()))).flatMap(HiveValues::known)));
                if (at < 0 && !partition.containsKey(key(column.fileName()))) {
                    missing.computeIfAbsent(column.fileName(), _ -> new ArrayList<>()).add(file.path().name());
                }
            }
        }
        extras.values().forEach(extra -> {
            int at = position(named, extra.name());
            values.add(at < 0 ? "null" : text(facts.columns().get(at)));
        });
        insert(file, facts, upload, values);
        session.execute("insert into " + FILES + " values (" + SqlText.value(file.path().toString()) + ", [" + String.join(", ", cells) + "])");
    }

    private void insert(RawFile file, RawFile.Facts facts, Optional<Uploads.Upload> upload, List<String> values) {
        boolean sheet = facts.storage() instanceof StorageFormat.Xlsx;
        boolean judged = !(facts.storage() instanceof StorageFormat.Parquet);
        session.execute("insert into " + STAGE + " select " + SqlText.value(file.path().toString()) + ", " + (sheet ? "_sheet" : "null") + ", "
                + (judged ? "_row" : "file_row_number + 1") + ", " + constant(upload.map(Uploads.Upload::id)) + ", "
                + upload.map(known -> "timestamp " + SqlText.value(known.time().toString().replace("Z", ""))).orElse("null") + ", " + (judged ? "_bad" : "null")
                + values.stream().map(value -> ", " + value).collect(Collectors.joining()) + " from " + relation(file, facts));
    }

    private String relation(RawFile file, RawFile.Facts facts) {
        Path path = tools.files().file(file.path());
        List<Column> columns = new ArrayList<>();
        switch (facts.storage()) {
            case StorageFormat.Parquet _ -> {
                return "read_parquet(" + SqlText.value(path.toString()) + ", file_row_number = true)";
            }
            case StorageFormat.Xlsx _ -> {
                columns.add(new Column("_sheet", "varchar"));
                columns.add(new Column("_row", "bigint"));
                columns.add(new Column("_bad", "varchar"));
            }
            // of a format known by name only: the session refuses it
            case StorageFormat.Text _, StorageFormat.JsonLines _, StorageFormat.Json _, StorageFormat.Avro _, StorageFormat.Other _ -> {
                columns.add(new Column("_row", "bigint"));
                columns.add(new Column("_bad", "varchar"));
            }
        }
        facts.columns().forEach(column -> columns.add(new Column(column.name(), "varchar")));
        return session.relation(List.of(path), facts.storage(), columns);
    }

    private static String text(Column column) {
        return "cast(" + SqlText.name(column.name()) + " as varchar)";
    }

    private static String constant(Optional<String> value) {
        return value.map(SqlText::value).orElse("null");
    }

    /// The exact name first, then one that differs in case only.
    private static int position(List<Column> columns, String name) {
        List<String> names = columns.stream().map(Column::name).toList();
        int exact = names.indexOf(name);
        return exact >= 0 ? exact : names.stream().map(Staging::key).toList().indexOf(key(name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// A, B … Z, AA …
    static String letters(int index) {
        String letters = "";
        for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
            letters = (char) ('A' + (rest - 1) % 26) + letters;
        }
        return letters;
    }
}
