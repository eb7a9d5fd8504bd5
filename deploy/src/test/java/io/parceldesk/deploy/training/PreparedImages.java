package io.parceldesk.deploy.training;

import java.nio.file.Path;

/** What {@code deploy/images} has prepared and trained. */
final class PreparedImages {
  /** What the manifests give a pod; a heap sized by the whole machine would hide what it needs. */
  static final String MEMORY = "-XX:MaxRAM=768m";

  static final String WITH_CACHE = "-XX:AOTCache=app.aot";
  static final String WITHOUT_CACHE = "-XX:AOTMode=off";

  static Path directory(String service) {
    return Path.of("target/images", service, "service").toAbsolutePath();
  }

  private PreparedImages() {}
}
