package io.parceldesk.claims.evidence;

import io.parceldesk.claims.EvidenceFile;
import io.parceldesk.claims.EvidenceFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Answers with a file so that no browser runs it, guesses its type or keeps it: a customer sent it.
 */
@ApplicationScoped
class Downloads {
  private final EvidenceFiles files;

  Downloads(EvidenceFiles files) {
    this.files = files;
  }

  /** The picture without where and by whom it was taken. */
  RestResponse<StreamingOutput> shown(String number, EvidenceFile file) {
    var content = files.open(file);
    return answer(
        number,
        file,
        out -> {
          try (content) {
            Pictures.copyWithoutMetadata(type(file), content, out);
          }
        });
  }

  /** Byte for byte what came in. */
  RestResponse<StreamingOutput> original(String number, EvidenceFile file) {
    var content = files.open(file);
    return answer(
        number,
        file,
        out -> {
          try (content) {
            content.transferTo(out);
          }
        });
  }

  private static RestResponse<StreamingOutput> answer(
      String number, EvidenceFile file, StreamingOutput content) {
    var name = number + "-" + file.slot() + "-" + file.sha256().substring(0, 8);
    return ResponseBuilder.ok(content)
        .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + name + "." + type(file).extension() + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private static FileType type(EvidenceFile file) {
    return FileType.of(file.mediaType()).orElseThrow();
  }
}
