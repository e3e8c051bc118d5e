package io.wonderlake.bench;

import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.lake.folder.Folders;
import io.wonderlake.lake.s3.S3Server;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/// Copies files to S3 and back and lists many keys, with Wonderlake and with other programs in turn, all called as commands; prints seconds, and
/// how many times as long as Wonderlake the others took.
public final class TransferBenchmark {
    private static final int MEGABYTES = 1_000;
    private static final int FOLDERS = 100;
    private static final int FILES_EACH = 100;
    private static final int SMALL = 4_000;

    private final Path home;
    private final BenchServers servers;
    private final List<BenchTool> tools;

    private TransferBenchmark(Path home, BenchServers servers, List<BenchTool> tools) {
        this.home = home;
        this.servers = servers;
        this.tools = tools;
    }

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("wonderlake-bench");
        List<BenchTool> tools = Stream.of(BenchTool.values()).filter(BenchTool::isInstalled).toList();
        Stream.of(BenchTool.values()).filter(tool -> !tools.contains(tool)).forEach(tool -> System.out.println(tool + " is not installed and is left out."));
        try (BenchServers own = BenchServers.start(Files.createDirectory(home.resolve("store")))) {
            URI store = Optional.ofNullable(System.getenv("WONDERLAKE_BENCH_ENDPOINT")).map(URI::create).orElse(own.store());
            new TransferBenchmark(home, new BenchServers(store, own.listing(), own.process()), tools).run();
        } finally {
            Folders.delete(home);
        }
    }

    private void run() throws IOException, InterruptedException {
        prepare();
        Path big = home.resolve("big");
        Path small = home.resolve("small");
        System.out.printf(Locale.ENGLISH, "%-28s", "seconds");
        tools.forEach(tool -> System.out.printf("%12s", tool.name().toLowerCase(Locale.ROOT)));
        System.out.println("    times as long as wonderlake");
        measure("upload of 1 GB", tool -> tool.put(big, "big/", true));
        measure("upload of 10,000 files", tool -> tool.put(small, "small/", true));
        measure("download of 1 GB", tool -> tool.get("big/", home.resolve("back-" + tool + "/big"), true));
        measure("download of 10,000 files", tool -> tool.get("small/", home.resolve("back-" + tool + "/small"), true));
        measure("listing of 100,000 keys", BenchTool::list);
        for (BenchTool tool : tools) {
            demand(count(home.resolve("back-" + tool)) == FOLDERS * FILES_EACH + 1, tool + " brought back something else");
        }
    }

    private void prepare() throws IOException {
        try (AwsAccount account = FakeAws.account(FakeAws.profile(servers.store()))) {
            S3Server.client(account).createBucket(r -> r.bucket("wonderlake-bench"));
        }
        Path profiles = Files.createDirectories(home.resolve("profiles"));
        Files.writeString(profiles.resolve("store.yaml"), profile(servers.store(), "s3://wonderlake-bench/wonderlake/"));
        Files.writeString(profiles.resolve("listing.yaml"), profile(servers.listing(), "s3://endless/"));
        byte[] megabyte = new byte[1_000_000];
        Random random = new Random(5);
        try (OutputStream out = Files.newOutputStream(Files.createDirectory(home.resolve("big")).resolve("big.bin"))) {
            for (int i = 0; i < MEGABYTES; i++) {
                random.nextBytes(megabyte);
                out.write(megabyte);
            }
        }
        for (int folder = 0; folder < FOLDERS; folder++) {
            Path here = Files.createDirectories(home.resolve("small/day=" + folder));
            for (int file = 0; file < FILES_EACH; file++) {
                byte[] bytes = new byte[SMALL];
                random.nextBytes(bytes);
                Files.write(here.resolve(file + ".bin"), bytes);
            }
        }
    }

    private static String profile(URI endpoint, String raw) {
        return "kind: aws\nregion: eu-west-1\nendpoint: " + endpoint + "\ntiers: {raw: \"" + raw + "\"}\n";
    }

    private void measure(String task, Function<BenchTool, List<String>> command) throws IOException, InterruptedException {
        Map<BenchTool, Double> seconds = new EnumMap<>(BenchTool.class);
        for (BenchTool tool : tools) {
            seconds.put(tool, time(tool, task, command.apply(tool)));
        }
        System.out.printf(Locale.ENGLISH, "%-28s", task);
        seconds.values().forEach(each -> System.out.printf(Locale.ENGLISH, "%12.1f", each));
        seconds.forEach((tool, each) -> System.out.printf(Locale.ENGLISH, tool == BenchTool.WONDERLAKE ? "   " : " %5.2f", each / seconds.get(BenchTool.WONDERLAKE)));
        System.out.println();
    }

    private double time(BenchTool tool, String task, List<String> command) throws IOException, InterruptedException {
        List<String> words = command.stream().map(word -> word.equals(BenchTool.STORE) ? servers.store().toString()
                : word.equals(BenchTool.LISTING) ? servers.listing().toString() : word).toList();
        Path err = home.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(err.toFile());
        builder.environment().remove("AWS_CA_BUNDLE");
        builder.environment().putAll(BenchTool.environment(servers, home));
        long begun = System.nanoTime();
        int code = builder.start().waitFor();
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (code != 0) {
            System.out.println(tool + " failed at the " + task + ": " + Files.readString(err).lines().reduce((_, last) -> last).orElse(""));
            return Double.NaN;
        }
        return seconds;
    }

    private static void demand(boolean condition, String words) {
        if (!condition) {
            throw new IllegalStateException(words);
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
