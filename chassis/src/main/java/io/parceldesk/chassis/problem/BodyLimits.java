package io.parceldesk.chassis.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How large a request body may be: small everywhere but on the routes that take files, so that
 * nobody fills the memory with JSON because a photo may be large.
 */
@ApplicationScoped
class BodyLimits {
  private final long usual;
  private final long uploads;
  private final Pattern uploadPaths;

  /**
   * @param uploadPaths a regular expression of the paths that take files
   */
  BodyLimits(
      @ConfigProperty(name = "parceldesk.http.max-body-size") MemorySize usual,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize uploads,
      @ConfigProperty(name = "parceldesk.http.upload-paths") Optional<String> uploadPaths) {
    this.usual = usual.asLongValue();
    this.uploads = uploads.asLongValue();
    this.uploadPaths = uploadPaths.map(Pattern::compile).orElse(null);
  }

  /** In bytes. */
  long of(String path) {
    return uploadPaths != null && uploadPaths.matcher(path).matches() ? uploads : usual;
  }
}
