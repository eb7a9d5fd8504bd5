package io.parceldesk.claims.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

/** How much evidence a case may have. */
@ConfigMapping(prefix = "parceldesk.claims.evidence")
interface EvidenceConfig {
  MemorySize maxFileSize();

  int maxFiles();
}
