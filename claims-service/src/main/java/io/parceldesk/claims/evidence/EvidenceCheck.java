package io.parceldesk.claims.evidence;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.claims.EvidenceSlot;
import io.parceldesk.claims.NewEvidence;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Looks at an uploaded file before it becomes evidence. What it is its bytes say; a name or a
 * declared type that says otherwise is refused, as it deceives whoever opens the file.
 */
@ApplicationScoped
class EvidenceCheck {
  private final EvidenceConfig config;
  private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();

  EvidenceCheck(EvidenceConfig config) {
    this.config = config;
  }

  NewEvidence check(EvidenceForm form) {
    var slot = slot(form.slot);
    if (form.file == null) {
      throw new InvalidBody("/file", "is required");
    }
    if (slot.isSensitive() && !form.consent) {
      throw DomainException.refusedByRule(
          "REG-10",
          "consent-missing",
          "Identity papers and bank data need the person's separate consent");
    }
    var content = form.file.uploadedFile();
    requireSize(form.file.size());
    var type = typeOf(content);
    requireHonesty(type, form.file.fileName(), form.file.contentType());
    requireWhole(type, content);
    return new NewEvidence(slot, type.mediaType(), form.file.size(), sha256(content), content);
  }

  private static EvidenceSlot slot(String name) {
    return Arrays.stream(EvidenceSlot.values())
        .filter(slot -> slot.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidBody(
                    "/slot", "must be one of " + Arrays.toString(EvidenceSlot.values())));
  }

  private void requireSize(long bytes) {
    if (bytes == 0) {
      throw new DomainException(422, "empty-file", "The file is empty");
    }
    var limit = config.maxFileSize().asLongValue();
    if (bytes > limit) {
      throw new DomainException(413, "file-too-large", "The file is too large")
          .with("maxBytes", limit);
    }
  }

  private FileType typeOf(Path content) {
    try (var bytes = TikaInputStream.get(content)) {
      var found = magic.detect(bytes, new Metadata()).getBaseType().toString();
      return FileType.of(found)
          .orElseThrow(
              () ->
                  new DomainException(
                          415, "unsupported-file-type", "Evidence is a JPEG, PNG or PDF file")
                      .with("found", found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireHonesty(FileType type, String name, String declared) {
    var dot = name == null ? -1 : name.lastIndexOf('.');
    var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (!extension.isEmpty() && !type.hasExtension(extension)) {
      throw mismatch("The file's extension is not that of what it is", type);
    }
    var mediaType = declared == null ? "" : declared.split(";")[0].strip().toLowerCase(Locale.ROOT);
    if (!mediaType.isEmpty() && !type.mayBeDeclaredAs(mediaType)) {
      throw mismatch("The file's declared type is not what it is", type);
    }
  }

  private static DomainException mismatch(String detail, FileType type) {
    return new DomainException(422, "file-type-mismatch", detail).with("found", type.mediaType());
  }

  private static void requireWhole(FileType type, Path content) {
    try (var in = Files.newInputStream(content)) {
      Pictures.copyWithoutMetadata(type, in, OutputStream.nullOutputStream());
    } catch (BrokenPicture e) {
      throw new DomainException(422, "broken-file", "The file is cut off or damaged");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha256(Path content) {
    try (var digest =
        new DigestOutputStream(
            OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      Files.copy(content, digest);
      return digest.getMessageDigest().digest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
