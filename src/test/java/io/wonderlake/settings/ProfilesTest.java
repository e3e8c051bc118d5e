package io.wonderlake.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
    private static final String ACME = """
            kind: aws
            awsProfile: analytics            # as the SDK resolves it; optional
            region: eu-west-1
            endpoint: http://127.0.0.1:5000
            tiers: { raw: s3://acme-raw/, curated: s3://acme-curated/lake, config: s3://acme-config/ }
            names: { raw: Bronze, curated: Silver }
            databases: [tickit_*, retail_raw]
            pipelines: [nightly]
            athena: { workgroup: primary, output: s3://acme-athena/, dollarsPerTerabyte: 6.25, reuse: 60m }
            redshift: { url: "jdbc:redshift://cluster.acme.example:5439/dev", user: analyst }
            readOnly: true
            colour: amber
            """;
    private static final String SMALLEST = "kind: aws\nregion: eu-west-1\ntiers: {raw: s3://acme-raw/}\n";
    private static final String SECRET = "hunter2-Zq9";

    @TempDir
    Path config;

    @Test
    void readsWhatAProfileSays() throws IOException {
        write("acme", ACME);
        LakeProfile.Aws read = (LakeProfile.Aws) profiles().load("acme");
        assertThat(read).isEqualTo(acme());
    }

    @Test
    void takesTheUsualWhereAProfileSaysNothing() throws IOException {
        write("small", SMALLEST);
        LakeProfile.Aws read = (LakeProfile.Aws) profiles().load("small");
        assertThat(read.awsProfile()).isEmpty();
        assertThat(read.endpoint()).isEmpty();
        assertThat(read.athena()).isEqualTo(LakeProfile.Athena.DEFAULT);
        assertThat(read.redshift()).isEmpty();
        assertThat(read.readOnly()).isFalse();
        assertThat(read.colour()).isEmpty();
    }

    @Test
    void readsBackWhatItHasSaved() {
        LakeProfile.Local local = new LakeProfile.Local("home", config.resolve("a lake # of: mine"), "teal", true);
        LakeProfile.Aws odd = new LakeProfile.Aws("odd", Optional.of("007"), "eu-west-1", Optional.empty(), Map.of(Tier.RAW, new S3Place("acme", "raw/")),
                Map.of(Tier.RAW, "null", Tier.CURATED, "- Silver: \"1\" #"), List.of("*"), List.of("true"), LakeProfile.Athena.DEFAULT, Optional.empty(), "", false);
        for (LakeProfile profile : List.of(acme(), local, odd)) {
            profiles().save(profile);
            assertThat(profiles().load(profile.name())).isEqualTo(profile);
        }
        assertThat(profiles().names()).containsExactly("acme", "home", "odd");
        assertThat(config.resolve("profiles")).isDirectoryNotContaining(file -> file.toString().endsWith(".new"));
    }

    @Test
    void startsAPathAtTheHomeFolder() throws IOException {
        write("home", "kind: local\npath: ~/lake\n");
        assertThat(((LakeProfile.Local) profiles().load("home")).path()).isEqualTo(Path.of(System.getProperty("user.home"), "lake"));
    }

    @Test
    void listsABrokenProfileBesideTheOthers() throws IOException {
        write("acme", ACME);
        write("broken", "kind: lake\n");
        assertThat(profiles().all()).satisfiesExactly(
                first -> assertThat(first).isEqualTo(new ListedProfile.Ready(acme())),
                second -> assertThat(second).isInstanceOfSatisfying(ListedProfile.Broken.class, broken -> {
                    assertThat(broken.name()).isEqualTo("broken");
                    assertThat(broken.failure().message()).endsWith("line 1: kind is lake; allowed are local and aws");
                }));
    }

    @Test
    void hasNoProfilesWhereNoFolderIs() {
        assertThat(profiles().names()).isEmpty();
        assertThat(profiles().all()).isEmpty();
    }

    @Test
    void namesTheNearestProfileAndAllOthersWhereOneIsMissing() throws IOException {
        write("acme", ACME);
        write("home", "kind: local\npath: /lake\n");
        Failure failure = refusal("acmee");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.message()).isEqualTo("There is no profile acmee. There are: acme, home.");
        assertThat(failure.advice()).isEqualTo("Did you mean acme?");
        assertThat(failure.nearest()).contains("acme");
        assertThat(refusal("elsewhere").nearest()).isEmpty();
    }

    @Test
    void saysWhereAProfileWouldStandWhenThereIsNone() {
        assertThat(refusal("acme").advice()).contains(config.resolve("profiles").resolve("acme.yaml").toString());
    }

    @Test
    void deletesAProfile() throws IOException {
        write("acme", ACME);
        profiles().delete("acme");
        assertThat(profiles().names()).isEmpty();
        assertThatThrownBy(() -> profiles().delete("acme")).isInstanceOf(FailureException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../acme", "a/b", "a\\b", ".hidden", "a b", "a.yaml", "con", "LPT1", "a\nb"})
    void refusesANameThatIsNotSafeInAFile(String name) {
        assertThat(refusal(name).kind()).isEqualTo(Failure.Kind.BAD_INPUT);
    }

    @Test
    void refusesANameThatDiffersOnlyInCapitalLetters() {
        profiles().save(new LakeProfile.Local("Acme", config, "", false));
        assertThatThrownBy(() -> profiles().save(new LakeProfile.Local("acme", config, "", false))).isInstanceOfSatisfying(FailureException.class,
                error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.CONFLICT));
    }

    @Test
    void savesNothingThatItWouldRefuseToLoad() {
        LakeProfile.Aws wrong = new LakeProfile.Aws("acme", Optional.empty(), "nowhere", Optional.empty(), Map.of(), Map.of(), List.of(), List.of(), LakeProfile.Athena.DEFAULT,
                Optional.empty(), "", false);
        assertThatThrownBy(() -> profiles().save(wrong)).isInstanceOf(FailureException.class);
        assertThat(profiles().names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "region: eu-west-1 | region: europe | line 3: region is europe, which is not a region of AWS",
        "kind: aws | kind: azure | line 1: kind is azure; allowed are local and aws",
        "kind: aws | # nothing | the key kind is missing",
        "region: eu-west-1 | # nothing | the key region is missing",
        "raw: s3://acme-raw/ | bronze: s3://acme-raw/ | line 5: the key tiers.bronze is unknown; allowed are raw, curated, analytics, archive, quarantine, config",
        "s3://acme-raw/ | acme-raw | line 5: tiers.raw is acme-raw; write it as s3://bucket/",
        "s3://acme-raw/ | s3://Acme_Raw/ | line 5: tiers.raw is s3://Acme_Raw/",
        "s3://acme-curated/lake | s3://acme-raw | line 5: the tiers curated (s3://acme-raw/) and raw (s3://acme-raw/) stand in the same place",
        "s3://acme-curated/lake | s3://acme-raw/below | line 5: the tiers curated (s3://acme-raw/below/) and raw (s3://acme-raw/) stand in the same place",
        "s3://acme-athena/ | acme | line 9: athena.output is acme",
        "endpoint: http://127.0.0.1:5000 | endpoint: 127.0.0.1:5000 | line 4: endpoint is 127.0.0.1:5000; write an address",
        "endpoint: http://127.0.0.1:5000 | endpoint: ftp://acme.example | line 4: endpoint is ftp://acme.example",
        "endpoint: http://127.0.0.1:5000 | endpoint: http://a b | line 4: endpoint is http://a b",
        "jdbc:redshift://cluster.acme.example:5439/dev | jdbc:postgresql://x/y | line 10: redshift.url is jdbc:postgresql://x/y",
        "`{ url: \"jdbc:redshift://cluster.acme.example:5439/dev\", user: analyst }` | { user: analyst } | line 10: the key redshift.url is missing",
        "workgroup: primary | workgroup: my group | line 9: athena.workgroup is my group",
        "dollarsPerTerabyte: 6.25 | dollarsPerTerabyte: cheap | line 9: athena.dollarsPerTerabyte is cheap",
        "reuse: 60m | reuse: 60 | line 9: athena.reuse is 60; write an age such as 60m",
        "reuse: 60m | reuse: 8d | line 9: athena.reuse is 8d",
        "names: { raw: Bronze, curated: Silver } | names: { raw: Gold, curated: Gold } | line 6: two tiers have the name Gold",
        "names: { raw: Bronze, curated: Silver } | names: { raw: [Bronze] } | line 6: names.raw must be a single value",
        "databases: [tickit_*, retail_raw] | databases: [a*b] | line 7: databases has a*b",
        "databases: [tickit_*, retail_raw] | databases: [[a]] | line 7: databases must be a list of single values",
        "readOnly: true | readOnly: yes | line 11: readOnly is yes; allowed are true and false",
        "colour: amber | colour: pink | line 12: colour is pink; allowed are blue, teal",
        "colour: amber | color: amber | line 12: the key color is unknown",
        "colour: amber | region: eu-west-2 | line 12: the key region stands there twice",
        "region: eu-west-1 | region: [eu-west-1] | line 3: region must be a single value",
        "athena: { | athena: { outpt: 1, | line 9: the key athena.outpt is unknown; allowed are workgroup, output"})
    void saysWhatIsWrongWhereAndWhatIsAllowed(String right, String wrong, String said) throws IOException {
        assertThat(ACME).contains(right);
        write("acme", ACME.replace(right, wrong));
        Failure failure = refusal("acme");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.BAD_INPUT);
        assertThat(failure.message()).startsWith(config.resolve("profiles").resolve("acme.yaml") + ", line ").contains(said);
    }

    @Test
    void namesTheKeyThatWasProbablyMeant() throws IOException {
        write("acme", ACME.replace("colour:", "colur:"));
        assertThat(refusal("acme").nearest()).contains("colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "just words", "- a\n- b", "kind: local", "kind: local\npath: lake", "kind: local\npath: \"a\\0b\"", "kind: [", "kind: \"aws", "\t- :x",
        "kind: aws\nregion: eu-west-1\ntiers: {}", "kind: aws\nregion: eu-west-1\ntiers: s3://acme/", "kind: aws\nregion: eu-west-1\ntiers:\n  raw:\n"})
    void refusesWhatIsNoProfile(String text) throws IOException {
        write("acme", text);
        assertThat(refusal("acme").kind()).isEqualTo(Failure.Kind.BAD_INPUT);
    }

    @Test
    void refusesAFileThatIsNoTextOrFarTooLarge() throws IOException {
        write("acme", "");
        Files.write(profiles().file("acme"), new byte[] {(byte) 0xff, (byte) 0xfe, 'k', 0});
        assertThat(refusal("acme").message()).endsWith("acme.yaml is not UTF-8 text.");
        write("acme", "#".repeat(1 << 17));
        assertThat(refusal("acme").message()).endsWith("acme.yaml is too large for a profile.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password: hunter2-Zq9", "secretAccessKey: hunter2-Zq9", "aws_secret_access_key: hunter2-Zq9", "token: hunter2-Zq9",
        "redshift: {url: 'jdbc:redshift://host:5439/dev', user: me, password: hunter2-Zq9}", "redshift: {url: 'jdbc:redshift://host:5439/dev?PWD=hunter2-Zq9'}",
        "redshift: {url: 'jdbc:redshift://host:x/dev;password=hunter2-Zq9'}", "endpoint: https://me:hunter2-Zq9@store.example", "awsProfile: AKIAIOSFODNN7EXAMPLE",
        "password: \"hunter2-Zq9", "password: hunter2-Zq9\n: ["})
    void refusesASecretAndNeverRepeatsIt(String line) throws IOException {
        write("acme", SMALLEST + line + "\n");
        Failure failure = refusal("acme");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.BAD_INPUT);
        assertThat(failure.toString()).doesNotContain(SECRET).doesNotContain("AKIAIOSFODNN7EXAMPLE");
        if (!line.contains("\"") && !line.contains("[")) {
            assertThat(failure.message()).contains("line 4", "Wonderlake never stores secrets");
        }
    }

    private LakeProfile.Aws acme() {
        return new LakeProfile.Aws("acme", Optional.of("analytics"), "eu-west-1", Optional.of(URI.create("http://127.0.0.1:5000")),
                Map.of(Tier.RAW, new S3Place("acme-raw", ""), Tier.CURATED, new S3Place("acme-curated", "lake/"), Tier.CONFIG, new S3Place("acme-config", "")),
                Map.of(Tier.RAW, "Bronze", Tier.CURATED, "Silver"), List.of("tickit_*", "retail_raw"), List.of("nightly"),
                new LakeProfile.Athena("primary", Optional.of(new S3Place("acme-athena", "")), new BigDecimal("6.25"), Duration.ofMinutes(60)),
                Optional.of(new LakeProfile.Redshift("jdbc:redshift://cluster.acme.example:5439/dev", Optional.of("analyst"))), "amber", true);
    }

    private Profiles profiles() {
        return new Profiles(config);
    }

    private Failure refusal(String name) {
        try {
            profiles().load(name);
        } catch (FailureException refused) {
            return refused.failure();
        }
        throw new AssertionError(name + " was not refused");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(config.resolve("profiles"));
        Files.writeString(config.resolve("profiles").resolve(name + ".yaml"), text);
    }
}
