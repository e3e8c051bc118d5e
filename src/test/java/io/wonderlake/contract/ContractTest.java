package io.wonderlake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.ObjectPath;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final ObjectPath FILE = ObjectPath.parse("config/contracts/tickit.event.yaml");

    private static final String EVENT = """
            apiVersion: v3.0.2
            kind: DataContract
            id: tickit.event
            name: event
            version: 1.0.0
            status: active
            domain: tickit
            description: {purpose: One row for each event.}
            team: [{name: Ticket sales team, username: tickets@madhatter.example, role: owner}]
            customProperties:
              - {property: reads, value: raw/tickit/event/}
              - {property: layouts, value: {txt: {format: text, delimiter: "|", quote: "", header: false, skip: 0, charset: utf-8}}}
              - {property: nullMarks, value: ["\\\\N", ""]}
              - {property: maxRejectedPercent, value: 0.1}
            schema:
              - name: event
                physicalName: tickit_curated.event
                properties:
                  - {name: eventid, logicalType: integer, physicalType: integer, primaryKey: true, required: true, description: Number.}
                  - name: venueid
                    physicalType: smallint
                    customProperties:
                      - {property: references, value: tickit_curated.venue.venueid}
                  - {name: starttime, physicalType: timestamp, logicalTypeOptions: {format: "yyyy-MM-dd HH:mm:ss"}}
                  - {name: unnamed_0, physicalName: "unnamed: 0", physicalType: char(8)}
                  - name: month_number
                    physicalType: smallint
                    customProperties: [{property: derive, value: "extract(month from starttime)"}, {property: inFile, value: false}]
                quality:
                  - name: start_day_differs
                    type: sql
                    description: The event starts on another day than its dateid says.
                    query: select count(*) from {table} e join tickit_curated.date d on d.dateid = e.dateid
                    mustBe: 0
                    severity: warning
            """;

    @Test
    void readsTheWholeContract() {
        Contract contract = Contract.parse(EVENT, FILE);
        assertThat(contract.id()).isEqualTo("tickit.event");
        assertThat(contract.owner()).isEqualTo("tickets@madhatter.example");
        assertThat(contract.nullMarks()).containsExactly("\\N", "");
        assertThat(contract.maxRejectedPercent()).isEqualTo(0.1);
        assertThat(contract.layout("allevents_pipe.TXT.gz")).contains(new StorageFormat.Text("|", "", false, 0, "utf-8"));
        assertThat(contract.layout("allevents.csv")).isEmpty();
        assertThat(contract.columns()).extracting(ContractColumn::name).containsExactly("eventid", "venueid", "starttime", "unnamed_0", "month_number");
        assertThat(contract.fileColumns()).extracting(ContractColumn::fileName).containsExactly("eventid", "venueid", "starttime", "unnamed: 0");
        assertThat(contract.columns().get(3).maxLength()).hasValue(8);
        assertThat(contract.columns().get(3).type().sql()).isEqualTo("varchar");
        assertThat(contract.needs()).containsExactly(TableName.parse("tickit_curated.date"), TableName.parse("tickit_curated.venue"));
        assertThat(contract.rules()).extracting(QualityRule::severity).containsExactly(QualityRule.Severity.WARNING);
    }

    @Test
    void namesTheFileAndTheLineOfAnUnknownType() {
        assertThatThrownBy(() -> Contract.parse(EVENT.replace("physicalType: smallint", "physicalType: smallish"), FILE))
                .hasMessage("config/contracts/tickit.event.yaml, line 20: the column venueid has the type smallish, which is not known.");
    }

    @Test
    void namesTheLineOfBrokenYaml() {
        assertThatThrownBy(() -> Contract.parse(EVENT.replace("domain: tickit", "domain: [tickit"), FILE))
                .hasMessageContaining("config/contracts/tickit.event.yaml cannot be read at line 7");
    }

    @Test
    void refusesAColumnThatStandsThereTwice() {
        assertThatThrownBy(() -> Contract.parse(EVENT.replace("{name: starttime", "{name: EventId"), FILE)).hasMessageContaining("stands there twice");
    }

    @Test
    void refusesWhatIsNoContract() {
        assertThatThrownBy(() -> Contract.parse("", FILE)).hasMessageContaining("cannot be read at line 1");
        assertThatThrownBy(() -> Contract.parse("kind: Pod", FILE)).hasMessageContaining("not a data contract");
    }

    @Test
    void refusesBrokenReferencesFormatsPatternsAndRules() {
        assertThatThrownBy(() -> Contract.parse(EVENT.replace("tickit_curated.venue.venueid", "venue"), FILE)).hasMessageContaining("not a reference");
        assertThatThrownBy(() -> Contract.parse(EVENT.replace("yyyy-MM-dd HH:mm:ss", "yyyy-QQ"), FILE)).hasMessageContaining("no date pattern");
        assertThatThrownBy(() -> Contract.parse(EVENT.replace("format: \"yyyy-MM-dd HH:mm:ss\"", "pattern: \"[a\""), FILE))
                .hasMessageContaining("no regular expression");
        assertThatThrownBy(() -> Contract.parse(EVENT.replace("severity: warning", "severity: loud"), FILE)).hasMessageContaining("severity loud");
        assertThatThrownBy(() -> Contract.parse(EVENT.replace("value: 0.1", "value: many"), FILE)).hasMessageContaining("maxRejectedPercent");
    }

    @Test
    void findsTheTablesThatARuleNames() {
        assertThat(SqlText.tables("select 'from x.y' from A_curated.b q join c.d /* from e.f */ on q.z = d.z -- from g.h"))
                .containsExactly(TableName.parse("a_curated.b"), TableName.parse("c.d"));
    }

    @Test
    void looksOverLongValuesToo() {
        String list = "''" + "x".repeat(200_000) + "''";
        assertThat(SqlText.tables("select '" + list + " from a.b' from c.d")).containsExactly(new TableName("c", "d"));
    }
}
