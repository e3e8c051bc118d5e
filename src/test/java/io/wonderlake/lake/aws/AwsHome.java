package io.wonderlake.lake.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.utils.internal.SystemSettingUtilsTestBackdoor;

/// A home folder with AWS files of its own; until it is closed, the SDK looks there and nowhere else. It is the same folder each time, emptied,
/// because the SDK remembers for good where it looked first for logins.
public final class AwsHome implements AutoCloseable {
    private static final List<String> CLEARED = List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.sessionToken", "aws.profile", "aws.endpointUrlSts", "aws.endpointUrlSso",
            "aws.endpointUrlSsoOidc");

    private static final Path FOLDER = make();

    private final Map<String, String> before = new HashMap<>();

    public AwsHome() {
        empty();
        CLEARED.forEach(name -> set(name, null));
        set("aws.configFile", FOLDER.resolve(".aws/config").toString());
        set("aws.sharedCredentialsFile", FOLDER.resolve(".aws/credentials").toString());
        SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride("HOME", FOLDER.toString());
        for (String variable : List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE")) {
            SystemSettingUtilsTestBackdoor.addEnvironmentVariableOverride(variable, null);
        }
    }

    /// Sets a property of the system, which stands again as it was when the home is closed.
    public void set(String property, String value) {
        String old = value == null ? System.clearProperty(property) : System.setProperty(property, value);
        if (!before.containsKey(property)) {
            before.put(property, old);
        }
    }

    public AwsHome config(String text) {
        return write("config", text);
    }

    public AwsHome credentials(String text) {
        return write("credentials", text);
    }

    public Path sessions() {
        return FOLDER.resolve(".aws/sso/cache");
    }

    private AwsHome write(String name, String text) {
        try {
            Files.createDirectories(FOLDER.resolve(".aws"));
            Files.writeString(FOLDER.resolve(".aws").resolve(name), text);
            return this;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static Path make() {
        try {
            return Files.createTempDirectory("wonderlake-aws-home");
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static void empty() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(each -> !each.equals(FOLDER)).sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    @Override
    public void close() {
        empty();
        SystemSettingUtilsTestBackdoor.clearEnvironmentVariableOverrides();
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }
}
