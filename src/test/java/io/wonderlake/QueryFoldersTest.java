package io.wonderlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryFoldersTest {
    @TempDir
    Path config;

    @Test
    void givesEachLakeAFolderOfItsOwnAndAlwaysTheSame() {
        Path one = QueryFolders.of(config, "/home/ada/lake");
        assertThat(one).isEqualTo(QueryFolders.of(config, "/home/ada/lake")).isNotEqualTo(QueryFolders.of(config, "/home/ada-lake"));
        assertThat(config.relativize(one).toString()).matches("lakes.home-ada-lake-[0-9a-f]{8}.query");
    }

    @Test
    void letsTheFirstLakeTakeOverWhatAllLakesShared() throws IOException {
        Files.createDirectories(config.resolve("query/open"));
        Files.writeString(config.resolve("query/open/a.sql"), "select 1");
        assertThat(QueryFolders.of(config, "first").resolve("open/a.sql")).hasContent("select 1");
        assertThat(QueryFolders.of(config, "second").resolve("open")).doesNotExist();
    }
}
