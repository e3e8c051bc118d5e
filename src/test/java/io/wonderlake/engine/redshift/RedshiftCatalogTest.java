package io.wonderlake.engine.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import io.wonderlake.engine.Schemas;
import io.wonderlake.work.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedshiftCatalogTest {
    private final Job job = new Job("look");
    private PostgresProxy proxy;
    private RedshiftEngine engine;
    private Schemas schemas;

    @BeforeEach
    void open() {
        proxy = Warehouse.proxy();
        engine = Warehouse.engine(proxy);
        schemas = new RedshiftCatalog(engine);
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
            proxy.close();
        }
    }

    @Test
    void listsSchemasWithTheExternalOnes() {
        assertThat(schemas.schemas(job)).contains(new Schemas.Schema("tickit", Schemas.Place.INSIDE, ""),
                new Schemas.Schema("spectrum", Schemas.Place.EXTERNAL, "clicks_curated"));
        assertThat(schemas.schemas(job)).extracting(Schemas.Schema::name).isSorted().doesNotContain("pg_catalog", "information_schema");
    }

    @Test
    void listsTablesAndViewsWithWhatTheyMean() {
        assertThat(schemas.relations("tickit", job)).containsSubsequence(new Schemas.Relation("tickit", "big_sales", Schemas.Kind.VIEW, ""),
                new Schemas.Relation("tickit", "event", Schemas.Kind.TABLE, ""), new Schemas.Relation("tickit", "sales", Schemas.Kind.TABLE, "One row for each sale."));
        assertThat(schemas.relations("spectrum", job)).containsExactly(new Schemas.Relation("spectrum", "clicks", Schemas.Kind.EXTERNAL_TABLE, ""));
        assertThat(schemas.relations("nowhere", job)).isEmpty();
    }

    @Test
    void listsColumnsWithTheirTypes() {
        assertThat(schemas.columns("tickit", "sales", job)).containsExactly(new Column("salesid", "integer"),
                new Column("qty", new ColumnType("smallint"), "Tickets sold."), new Column("price", "decimal(8,2)"), new Column("saletime", "timestamp"));
        assertThat(schemas.columns("spectrum", "clicks", job)).containsExactly(new Column("at", "timestamp"), new Column("page", "varchar(200)"));
        assertThat(schemas.columns("tickit", "nothing", job)).isEmpty();
    }

    @Test
    void needsOneConnectionOnly() {
        schemas.schemas(job);
        schemas.relations("tickit", job);
        schemas.columns("tickit", "sales", job);
        assertThat(proxy.sessions()).isEqualTo(1);
    }
}
