package io.parceldesk.claims;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;

/**
 * What headquarters found and decided (ARB-08).
 *
 * @param verifiedTrue null before it looked into the report
 * @param batchConfirmed the parcels are a batch or whole bag (AMB-10)
 * @param rulings JSON, the newest last
 * @param objection JSON, or null
 */
@Embeddable
public record Verdict(
    Boolean verifiedTrue, boolean batchConfirmed, String rulings, String objection) {
  static final Verdict PENDING = new Verdict(null, false, "[]", null);

  /** The newest last. */
  public List<Ruling> rulingList() {
    return DisputeJson.readList(rulings, Ruling.class);
  }

  public Ruling newest() {
    var all = rulingList();
    return all.get(all.size() - 1);
  }

  public Objection objected() {
    return DisputeJson.read(objection, Objection.class);
  }

  Verdict verified(boolean isTrue, boolean batch) {
    return new Verdict(isTrue, batch, rulings, objection);
  }

  Verdict with(Ruling ruling) {
    var all = new ArrayList<>(rulingList());
    all.add(ruling);
    return new Verdict(verifiedTrue, batchConfirmed, DisputeJson.write(all), objection);
  }

  Verdict with(Objection said) {
    return new Verdict(verifiedTrue, batchConfirmed, rulings, DisputeJson.write(said));
  }
}
