package io.wonderlake.cli;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import picocli.CommandLine.Option;

/// For commands that a catalog may answer from its copy: how to have the copy brought up to date, and how old it is.
final class CatalogCopyOptions {
    @Option(names = "--refresh", description = "${bundle:cli.option.refresh}")
    boolean refresh;

    Catalog catalog(Workspace lake) {
        if (refresh) {
            lake.catalog().refresh(new Job(Strings.text("cli.catalog.refresh")));
        }
        return lake.catalog();
    }

    void sayAge(Catalog catalog, Output output) {
        catalog.asOf().ifPresent(time -> output.line(Strings.text("cli.catalog.age", Formats.absolute(time))));
    }
}
