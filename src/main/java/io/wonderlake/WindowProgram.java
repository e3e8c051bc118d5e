package io.wonderlake;

import io.wonderlake.cli.Windows;
import io.wonderlake.settings.UserFolders;
import java.nio.file.Path;
import java.util.Optional;

final class WindowProgram implements Windows {
    WindowProgram(AppContext context, UserFolders folders) {
    }

    @Override
    public int open(Optional<Path> lake) {
        return 0;
    }

    @Override
    public int tour(Optional<Path> lake, Path folder) {
        return 0;
    }
}
