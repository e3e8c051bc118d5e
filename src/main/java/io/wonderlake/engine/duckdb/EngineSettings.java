package io.wonderlake.engine.duckdb;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/// What the local engine may touch and use up.
///
/// @param allowedFolders the only folders whose files it can read or write
/// @param spillFolder where it puts what does not fit into memory
/// @param memoryLimit as DuckDB says it: `2GB`, `500MB`
public record EngineSettings(List<Path> allowedFolders, Path spillFolder, String memoryLimit, int threads) {
    private static final long MAX_MEMORY_MB = 2048;

    public EngineSettings {
        allowedFolders = List.copyOf(allowedFolders);
    }

    /// The usual settings: 2 GB or a quarter of this computer's memory, whichever is less, and all its processors.
    public static EngineSettings of(List<Path> allowedFolders, Path spillFolder) {
        return new EngineSettings(allowedFolders, spillFolder, defaultMemoryLimit(), Runtime.getRuntime().availableProcessors());
    }

    public static String defaultMemoryLimit() {
        return Math.min(MAX_MEMORY_MB, physicalMemory() / 4 / 1024 / 1024) + "MB";
    }

    private static long physicalMemory() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getTotalMemorySize();
        }
        return 4 * MAX_MEMORY_MB * 1024 * 1024;
    }
}
