package io.parceldesk.claims.evidence;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What kinds of file are evidence: what every phone, scanner and browser can make and show. */
enum FileType {
  JPEG("image/jpeg", Set.of("jpg", "jpeg", "jpe", "jfif")),
  PNG("image/png", Set.of("png")),
  PDF("application/pdf", Set.of("pdf"));

  private final String mediaType;
  private final Set<String> extensions;

  FileType(String mediaType, Set<String> extensions) {
    this.mediaType = mediaType;
    this.extensions = extensions;
  }

  static Optional<FileType> of(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  String mediaType() {
    return mediaType;
  }

  boolean hasExtension(String extension) {
    return extensions.contains(extension);
  }

  /** How a browser may declare it; some do not say, and some call JPEG by its extension. */
  boolean mayBeDeclaredAs(String declared) {
    return declared.equals(mediaType)
        || declared.equals("application/octet-stream")
        || (this == JPEG && (declared.equals("image/jpg") || declared.equals("image/pjpeg")));
  }

  String extension() {
    return switch (this) {
      case JPEG -> "jpg";
      case PNG -> "png";
      case PDF -> "pdf";
    };
  }
}
