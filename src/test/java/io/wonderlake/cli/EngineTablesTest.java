package io.wonderlake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.Schemas;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EngineTablesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintWriter text = new PrintWriter(out, false, StandardCharsets.UTF_8);
    private final EngineTables tables = new EngineTables(new Warehouse(), "Redshift", new Output(out, text, text, new CompletableFuture<>()), new Job("test"));

    @Test
    void listsTheTablesOfAllSchemasAndSaysWhereTheyLie() {
        tables.tables(Optional.empty(), false);
        assertThat(printed()).contains("sales.orders", "view", "in the warehouse").contains("lake.events", "external table", "external tickit_curated");
    }

    @Test
    void listsOneSchemaInWhateverCase() {
        tables.tables(Optional.of("SALES"), false);
        assertThat(printed()).contains("sales.orders").doesNotContain("lake.events");
    }

    @Test
    void saysThatASchemaIsNotThere() {
        tables.tables(Optional.of("nowhere"), false);
        assertThat(printed()).isEqualToIgnoringNewLines("There are no tables in the database nowhere.");
    }

    @Test
    void describesAnExternalTable() {
        tables.describe("lake.events", true);
        assertThat(printed()).contains("\"name\" : \"eventid\"", "\"type\" : \"integer\"");
    }

    @Test
    void aTableThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> tables.describe("lake.nothing", false)).isInstanceOfSatisfying(FailureException.class, error -> {
            assertThat(error.failure().kind()).isEqualTo(Failure.Kind.NOT_FOUND);
            assertThat(error.failure().advice()).isEqualTo("See what there is: wonderlake tables --engine redshift");
        });
    }

    private String printed() {
        text.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    /// Two schemas: one of the warehouse's own, one over the data catalog.
    private static final class Warehouse implements Schemas {
        @Override
        public List<Schema> schemas(Job job) {
            return List.of(new Schema("lake", Place.EXTERNAL, "tickit_curated"), new Schema("sales", Place.INSIDE, ""));
        }

        @Override
        public List<Relation> relations(String schema, Job job) {
            return schema.equals("lake") ? List.of(new Relation("lake", "events", Kind.EXTERNAL_TABLE, ""))
                    : List.of(new Relation("sales", "orders", Kind.VIEW, "All orders."));
        }

        @Override
        public List<Column> columns(String schema, String relation, Job job) {
            return relation.equals("events") ? List.of(new Column("eventid", "integer")) : List.of();
        }
    }
}
