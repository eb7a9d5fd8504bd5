package io.parceldesk.sandbox.servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner can read. */
public final class SecretFile {
  /** Writes it whole or not at all. */
  public static void write(Path file, String content) throws IOException {
    var directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    var draft = directory.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var creation = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = Files.newByteChannel(draft, creation, ownerOnly)) {
      channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private SecretFile() {}
}
