package io.wonderlake.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void followsTheHabitsOfLinux() {
        UserFolders folders = UserFolders.of(Map.of("XDG_DATA_HOME", "/big/data"), "Linux", HOME);
        assertThat(folders.config()).isEqualTo(HOME.resolve(".config/wonderlake"));
        assertThat(folders.practiceLake()).isEqualTo(Path.of("/big/data/wonderlake/practice-lake"));
    }

    @Test
    void followsTheHabitsOfMacAndWindows() {
        assertThat(UserFolders.of(Map.of(), "Mac OS X", HOME).config()).isEqualTo(HOME.resolve("Library/Application Support/wonderlake/config"));
        assertThat(UserFolders.of(Map.of("APPDATA", "/r"), "Windows 11", HOME).config()).isEqualTo(Path.of("/r/wonderlake"));
    }

    @Test
    void letsTheEnvironmentNameOtherFolders() {
        UserFolders folders = UserFolders.of(Map.of("WONDERLAKE_CONFIG", "/c", "WONDERLAKE_DATA", "/d"), "Linux", HOME);
        assertThat(folders.config()).isEqualTo(Path.of("/c"));
        assertThat(folders.data()).isEqualTo(Path.of("/d"));
    }
}
