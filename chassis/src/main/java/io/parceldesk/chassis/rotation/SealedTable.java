package io.parceldesk.chassis.rotation;

import io.parceldesk.chassis.contact.BlindIndex;
import java.util.List;
import java.util.Map;

/**
 * A table that holds what is sealed, as {@code privacy/sealed.yaml} declares it.
 *
 * @param key its column, unique and in order, by which rows are walked
 * @param sealed its columns of compact JWEs, alone or within JSON
 * @param fingerprints its columns of fingerprints, by name
 */
record SealedTable(
    String key, List<String> sealed, Map<String, SealedTable.Fingerprint> fingerprints) {

  SealedTable {
    fingerprints = fingerprints == null ? Map.of() : fingerprints;
  }

  /**
   * What a fingerprint is of.
   *
   * @param of the sealed column
   * @param at where in the JSON that is sealed there, as a JSON pointer
   */
  record Fingerprint(String of, String at, Kind as) {}

  /** How a fingerprint is made. */
  enum Kind {
    /** Of an E.164 number or an e-mail address; ids of webhook endpoints are none. */
    ADDRESS,
    CODE,
    NAME;

    /** Null where there is nothing to make one of. */
    String of(String text, BlindIndex index) {
      return switch (this) {
        case ADDRESS -> text.matches("\\+?\\d+|.*@.*") ? index.address(text) : null;
        case CODE -> index.code(text);
        case NAME -> index.name(text);
      };
    }
  }
}
