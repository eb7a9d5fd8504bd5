package io.parceldesk.chassis.retention;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Something that this service holds on persons, found by fingerprints of phone or e-mail. */
public interface SubjectData {
  /** COMPLAINT, PARCEL, MESSAGE. */
  String what();

  /** In the order of ids, after one of them or from the first. */
  List<Held> held(List<String> subjects, UUID after, int most);

  /** All of it, opened, as the person may have it. */
  JsonNode tell(List<String> subjects, Held one);

  /** Erases it now, in one transaction, unless something keeps it. */
  Verdict erase(List<String> subjects, Held one, String because);

  /** Waits for whoever erases something of the person just now. */
  default void lock(List<String> subjects) {
    // nothing to wait for
  }

  /**
   * One thing.
   *
   * @param name the case's number, the waybill
   * @param closedAt when its period began, or null while it has not
   */
  record Held(UUID id, String name, Instant closedAt) {}

  /**
   * What became of it.
   *
   * @param obstacle null: erased
   * @param until the first day on which it can be, where that is known
   */
  record Verdict(String obstacle, LocalDate until) {
    public static final Verdict ERASED = new Verdict(null, null);

    boolean isErased() {
      return obstacle == null;
    }
  }
}
