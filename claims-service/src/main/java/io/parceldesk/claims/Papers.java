package io.parceldesk.claims;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The places of a claim's checklist.
 *
 * @param receivedSlots hold a file
 * @param requestedSlots the claimant was asked for, and they have not come yet
 * @param returnReason why the form went back last, as a code, or null
 */
@Embeddable
public record Papers(
    @Convert(converter = EvidenceSlotsJson.class) Set<EvidenceSlot> receivedSlots,
    @Convert(converter = EvidenceSlotsJson.class) Set<EvidenceSlot> requestedSlots,
    String returnReason) {
  static final Papers NONE = new Papers(Set.of(), Set.of(), null);

  public Papers {
    receivedSlots = copyOf(receivedSlots);
    requestedSlots = copyOf(requestedSlots);
  }

  /** Everything that is asked for now; the form goes back. */
  Papers returned(String reasonCode, Set<EvidenceSlot> missing) {
    return new Papers(receivedSlots, missing, reasonCode);
  }

  Papers alsoRequested(Set<EvidenceSlot> more) {
    var all = copyOf(requestedSlots);
    all.addAll(more);
    return new Papers(receivedSlots, all, returnReason);
  }

  Papers nothingRequested() {
    return new Papers(receivedSlots, Set.of(), returnReason);
  }

  Papers received(EvidenceSlot slot) {
    var here = copyOf(receivedSlots);
    here.add(slot);
    var awaited = copyOf(requestedSlots);
    awaited.remove(slot);
    return new Papers(here, awaited, returnReason);
  }

  /** Whether this file is the last of those that were asked for. */
  boolean isLastRequested(EvidenceSlot slot) {
    return requestedSlots.equals(Set.of(slot));
  }

  List<String> requestedNames() {
    return requestedSlots.stream().map(EvidenceSlot::name).toList();
  }

  private static Set<EvidenceSlot> copyOf(Collection<EvidenceSlot> slots) {
    var copy = EnumSet.noneOf(EvidenceSlot.class);
    copy.addAll(slots);
    return copy;
  }
}
