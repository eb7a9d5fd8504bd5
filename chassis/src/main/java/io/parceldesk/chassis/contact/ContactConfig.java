package io.parceldesk.chassis.contact;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** The keys that personal data is sealed with. */
@ConfigMapping(prefix = "parceldesk.contact")
interface ContactConfig {
  /** Which of the keys seals; the others still open what they sealed. */
  String currentKey();

  /** Base64 of 32 bytes each, by key id. */
  Map<String, String> keys();

  /** Base64 of 32 bytes: the key of the blind indexes. */
  String indexKey();
}
