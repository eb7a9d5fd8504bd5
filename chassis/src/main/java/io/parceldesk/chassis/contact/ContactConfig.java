package io.parceldesk.chassis.contact;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that personal data is sealed with. What is behind an id never changes: a new key is a
 * new id, for sealing and for the blind indexes alike.
 */
@ConfigMapping(prefix = "parceldesk.contact")
interface ContactConfig {
  /** Which of the keys seals; the others still open what they sealed. */
  String currentKey();

  /** Base64 of 32 bytes each, by key id. */
  Map<String, String> keys();

  /** Base64 of 32 bytes: the key of the blind indexes of ids that have none of their own. */
  Optional<String> indexKey();

  /** Base64 of 32 bytes each, by key id; what is looked up is looked up under all of them. */
  Map<String, String> indexKeys();
}
