package io.wonderlake.ui.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of SQL that are coloured and offered for completion.
final class SqlWords {
    static final List<String> KEYWORDS = List.of(("all alter and any as asc between by case cast copy create cross current_date current_timestamp date"
            + " delete desc describe distinct drop else end escape except exists explain extract false fetch filter first following for from full"
            + " group grouping having if ilike in inner insert intersect interval into is join last lateral left like limit natural not null nulls"
            + " offset on or order outer over partition pivot preceding qualify range recursive replace right rollup row rows sample select set"
            + " sets show similar some summarize table tablesample then time timestamp to true unbounded union unnest unpivot update using values"
            + " view when where window with within").split(" "));
    static final List<String> FUNCTIONS = List.of(("abs any_value approx_count_distinct arg_max arg_min array_agg avg ceil coalesce concat corr count"
            + " cume_dist date_diff date_part date_trunc dense_rank exp first_value floor greatest lag last_value lead least length ln lower lpad"
            + " ltrim max median min mod nullif ntile percent_rank power quantile_cont rank regexp_extract regexp_matches regexp_replace round"
            + " row_number rpad rtrim split_part sqrt stddev strftime string_agg strpos strptime substr substring sum trim try_cast upper variance")
            .split(" "));
    /// What DuckDB has and other engines have not, or call otherwise.
    private static final Set<String> OWN_OF_DUCKDB = Set.of(("arg_max arg_min date_part ilike median pivot qualify quantile_cont regexp_matches sample similar strftime string_agg"
            + " strptime summarize unpivot").split(" "));
    private static final Set<String> KEYWORD_SET = Set.copyOf(KEYWORDS);
    private static final Set<String> FUNCTION_SET = Set.copyOf(FUNCTIONS);

    private SqlWords() {
    }

    /// Whether a word is understood by other engines than DuckDB.
    static boolean common(String word) {
        return !OWN_OF_DUCKDB.contains(word);
    }

    static boolean keyword(String word) {
        return KEYWORD_SET.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean function(String word) {
        return FUNCTION_SET.contains(word.toLowerCase(Locale.ROOT));
    }
}
