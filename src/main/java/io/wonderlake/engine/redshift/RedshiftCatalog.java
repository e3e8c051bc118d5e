package io.wonderlake.engine.redshift;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.Schemas;
import io.wonderlake.work.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The warehouse's own schemas, tables and columns, external ones included, from its system views. The views are named without a schema,
/// and hold what the user may see.
public final class RedshiftCatalog implements Schemas {
    private static final int PAGE = 1000;

    private final RedshiftEngine engine;

    public RedshiftCatalog(RedshiftEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<Schema> schemas(Job job) {
        Map<String, String> sources = new HashMap<>();
        rows(job, "select schemaname, databasename from svv_external_schemas").forEach(row -> sources.put(text(row[0]), text(row[1])));
        return rows(job, """
                select schema_name, schema_type from svv_all_schemas
                where database_name = current_database() and substring(schema_name, 1, 3) <> 'pg_' and schema_name <> 'information_schema'
                order by schema_name""")
                .stream().map(row -> new Schema(text(row[0]), place(text(row[1])), sources.getOrDefault(text(row[0]), ""))).toList();
    }

    @Override
    public List<Relation> relations(String schema, Job job) {
        return rows(job, """
                select table_name, table_type, remarks from svv_all_tables
                where database_name = current_database() and schema_name = ? order by table_name""", schema)
                .stream().map(row -> new Relation(schema, text(row[0]), kind(text(row[1])), text(row[2]))).toList();
    }

    @Override
    public List<Column> columns(String schema, String relation, Job job) {
        return rows(job, """
                select column_name, data_type, character_maximum_length, numeric_precision, numeric_scale, remarks from svv_all_columns
                where database_name = current_database() and schema_name = ? and table_name = ? order by ordinal_position""", schema, relation)
                .stream().map(row -> new Column(text(row[0]), type(text(row[1]), number(row[2]), number(row[3]), number(row[4])), text(row[5]))).toList();
    }

    private static ColumnType type(String name, int length, int digits, int scale) {
        ColumnType type = Types.type(name, digits, scale);
        return length > 0 && type.sql().equals("varchar") ? new ColumnType("varchar(" + length + ")") : type;
    }

    private static Place place(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "external" -> Place.EXTERNAL;
            case "shared" -> Place.SHARED;
            default -> Place.INSIDE;
        };
    }

    private static Kind kind(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        return upper.contains("VIEW") ? Kind.VIEW : upper.contains("EXTERNAL") ? Kind.EXTERNAL_TABLE : Kind.TABLE;
    }

    private List<Object[]> rows(Job job, String sql, Object... parameters) {
        List<Object[]> rows = new ArrayList<>();
        try (QueryRun run = engine.run(new Query(sql, List.of(parameters), false), job)) {
            for (List<Object[]> page = run.next(PAGE); !page.isEmpty(); page = run.next(PAGE)) {
                rows.addAll(page);
            }
        }
        return rows;
    }

    private static String text(Object value) {
        return Objects.toString(value, "").strip();
    }

    private static int number(Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
