package io.parceldesk.claims;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the filer puts before headquarters, and how often it came back (ARB-09).
 *
 * @param returns so far
 * @param missing JSON of what lacked at the last filing or return
 * @param receivedSlots places of the file store that hold the filer's evidence
 */
@Embeddable
public record Material(
    int returns,
    String returnReason,
    String missing,
    @Convert(converter = EvidenceSlotsJson.class) Set<EvidenceSlot> receivedSlots) {
  static final Material NONE = new Material(0, null, null, EnumSet.noneOf(EvidenceSlot.class));

  public List<String> missingItems() {
    return DisputeJson.readList(missing, String.class);
  }

  Material with(EvidenceSlot slot) {
    var more = EnumSet.copyOf(receivedSlots);
    more.add(slot);
    return new Material(returns, returnReason, missing, more);
  }

  Material lacking(List<String> items) {
    return new Material(returns, returnReason, DisputeJson.write(items), receivedSlots);
  }

  Material returned(String reasonCode, List<String> items) {
    return new Material(returns + 1, reasonCode, DisputeJson.write(items), receivedSlots);
  }

  /** Whether the next incomplete filing, or silence, is the last (AMB-16). */
  boolean isReturnedOut(int maxReturns) {
    return returns >= maxReturns;
  }
}
