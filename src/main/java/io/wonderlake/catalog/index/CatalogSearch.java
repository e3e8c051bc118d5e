package io.wonderlake.catalog.index;

import io.wonderlake.catalog.CatalogHit;
import io.wonderlake.catalog.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Finds tables and columns by parts of words, within one transaction. Words of three letters and more go through an index of their
/// parts; shorter ones through all terms, of which 220,000 take some 30 ms.
public final class CatalogSearch {
    private static final int INDEXED = 3;
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final Handle handle;

    public CatalogSearch(Handle handle) {
        this.handle = handle;
    }

    private record Hit(long table, String column) { }

    /// Best first: the whole name, its beginning, a part of it, the description; tables before columns.
    public List<CatalogHit> search(String words, int max) {
        List<String> parts = words.isBlank() ? List.of() : List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        if (parts.isEmpty()) {
            return List.of();
        }
        List<Hit> hits = beginning(String.join("_", parts), max);
        return (hits.size() < max ? all(parts, max) : hits).stream().map(this::hit).toList();
    }

    /// Names that are the phrase or begin with it: the best of all hits, and found through the order of names.
    private List<Hit> beginning(String phrase, int max) {
        return hits(handle.createQuery("""
                select table_id, column_name from catalog_term where name >= :phrase and name < :end
                order by name <> :phrase, column_name <> '', length(name), name, context, table_id, id limit :max""")
                .bind("phrase", phrase).bind("end", phrase + LAST).bind("max", max));
    }

    private List<Hit> all(List<String> parts, int max) {
        String indexed = parts.stream().filter(part -> part.codePointCount(0, part.length()) >= INDEXED).map(CatalogSearch::quoted)
                .collect(Collectors.joining(" AND "));
        Query query = handle.createQuery(sql(parts.size(), !indexed.isEmpty())).bind("phrase", String.join("_", parts)).bind("max", max);
        if (!indexed.isEmpty()) {
            query.bind("indexed", indexed);
        }
        for (int i = 0; i < parts.size(); i++) {
            query.bind("word" + i, parts.get(i));
        }
        return hits(query);
    }

    private static List<Hit> hits(Query query) {
        return query.map((row, _) -> new Hit(row.getLong(1), row.getString(2))).list();
    }

    private static String quoted(String word) {
        return '"' + word.replace("\"", "\"\"") + '"';
    }

    private static String sql(int words, boolean indexed) {
        String narrow = indexed ? "id in (select rowid from catalog_term_part where catalog_term_part match :indexed) and " : "";
        String every = each(words, "(instr(body, :word%1$d) > 0 or instr(context, :word%1$d) > 0)", " and ");
        String any = each(words, "instr(body, :word%1$d) > 0", " or ");
        String named = each(words, "instr(name, :word%1$d) > 0", " and ");
        return """
                select table_id, column_name from catalog_term where %s%s and (%s)
                order by case when name = :phrase then 0 when instr(name, :phrase) = 1 then 1 when instr(name, :phrase) > 0 then 2 when %s then 3 else 4 end,
                         column_name <> '', length(name), name, context, table_id, id
                limit :max""".formatted(narrow, every, any, named);
    }

    private static String each(int words, String condition, String joint) {
        return IntStream.range(0, words).mapToObj(condition::formatted).collect(Collectors.joining(joint));
    }

    private CatalogHit hit(Hit hit) {
        Table table = new CatalogReader(handle).findById(hit.table()).orElseThrow();
        return new CatalogHit(table, table.allColumns().stream().filter(column -> column.name().equals(hit.column())).findFirst());
    }
}
