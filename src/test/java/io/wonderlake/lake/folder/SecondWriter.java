package io.wonderlake.lake.folder;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Another program that writes into the same lake.
final class SecondWriter {
    private SecondWriter() {
    }

    /// `race LAKE N` takes the free places `raw/race/0`… and prints how many it had; `rewrite LAKE` writes one object over and over.
    public static void main(String[] args) {
        FolderStore store = new FolderStore(LakeFolder.open(Path.of(args[1])));
        if (args[0].equals("race")) {
            System.out.println(race(store, Integer.parseInt(args[2]), "the other"));
        }
        byte[] bytes = new byte[3_000_000];
        for (byte value = 1; args[0].equals("rewrite"); value++) {
            Arrays.fill(bytes, value);
            store.put(ObjectPath.parse("raw/big"), Content.of(bytes), new Job("put"));
        }
    }

    static int race(FolderStore store, int places, String name) {
        int won = 0;
        for (int i = 0; i < places; i++) {
            ObjectPath place = ObjectPath.parse("raw/race/" + i);
            won += Jobs.attempt(new Job("race"), () -> store.putIfAbsent(place, Content.of(name), new Job("put"))) instanceof Outcome.Done<?> ? 1 : 0;
        }
        return won;
    }

    static Process start(String... args) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.concat(Stream.of(java, "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                SecondWriter.class.getName()), Stream.of(args)).toList();
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
