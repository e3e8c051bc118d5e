package io.wonderlake.lake.aws;

import io.wonderlake.lake.Documents;
import io.wonderlake.work.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.utils.UserHomeDirectoryUtils;

/// The folder in which the AWS tools keep logins, in their format, so that each of them goes on with a login of another. Only the owner may read it.
record SsoCache(Path folder) {

    static SsoCache ofThisUser() {
        return new SsoCache(Path.of(UserHomeDirectoryUtils.userHomeDirectory(), ".aws", "sso", "cache"));
    }

    Path file(SsoSettings settings) {
        try {
            byte[] name = MessageDigest.getInstance("SHA-1").digest(settings.key().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(name) + ".json");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Writes a session whole or not at all.
    void write(SsoSettings settings, Map<String, String> session) {
        Path file = file(settings);
        try {
            boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(folder, attributes(posix, "rwx------"));
            Path draft = folder.resolve(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            try (FileChannel channel = FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(posix, "rw-------"))) {
                channel.write(ByteBuffer.wrap(Documents.writeJson(session).getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.aws.sso.cache", folder, String.valueOf(error.getMessage())).withOrigin(error).exception();
        }
    }

    private static FileAttribute<?>[] attributes(boolean posix, String permissions) {
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))} : new FileAttribute<?>[0];
    }
}
