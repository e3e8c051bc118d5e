package io.wonderlake.bench;

import io.wonderlake.lake.s3.ComputedBucket;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/// The servers of a measurement, in a process of their own: one that keeps what it is sent in files, and one that only lists.
record BenchServers(URI store, URI listing, Process process) implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("org.gaul");

    static BenchServers start(Path folder) throws IOException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-cp",
                System.getProperty("java.class.path"), BenchServers.class.getName(), folder.toString())).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader out = process.inputReader();
        return new BenchServers(URI.create(out.readLine()), URI.create(out.readLine()), process);
    }

    /// Prints where the two answer.
    public static void main(String[] args) throws Exception {
        LOG.setLevel(Level.WARNING);
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", args[0]);
        S3Proxy server = S3Proxy.builder().blobStore(BlobStores.create("filesystem-nio2", properties)).endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.NONE, "", "").ignoreUnknownHeaders(true).build();
        server.start();
        System.out.println("http://127.0.0.1:" + server.getPort());
        System.out.println(new ComputedBucket().endpoint());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
