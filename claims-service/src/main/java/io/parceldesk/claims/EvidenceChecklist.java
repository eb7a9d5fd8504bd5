package io.parceldesk.claims;

import static io.parceldesk.claims.EvidenceSlot.CLAIM_LETTER;
import static io.parceldesk.claims.EvidenceSlot.DAMAGE_PHOTO;
import static io.parceldesk.claims.EvidenceSlot.DELIVERY_NOTE;
import static io.parceldesk.claims.EvidenceSlot.ID_COPY;
import static io.parceldesk.claims.EvidenceSlot.INVOICE;
import static io.parceldesk.claims.EvidenceSlot.MARKER_COPY;
import static io.parceldesk.claims.EvidenceSlot.RECIPIENT_CONFIRMATION;
import static io.parceldesk.claims.EvidenceSlot.SEAL;
import static io.parceldesk.claims.EvidenceSlot.TRADE_SCREENSHOT;
import static io.parceldesk.claims.EvidenceSlot.WAYBILL_IMAGE;
import static io.parceldesk.claims.compensation.OutletGround.DAMAGE;
import static io.parceldesk.claims.compensation.OutletGround.DELAY;

import io.parceldesk.claims.compensation.OutletGround;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The evidence that headquarters asks for by ground (ARB-01 to ARB-05).
 *
 * @param online whether a parcel was bought on line
 * @param missort whether the delay came of a missort
 * @param received the places of the file store that hold a file
 */
public record EvidenceChecklist(
    OutletGround ground,
    boolean online,
    boolean missort,
    boolean recipientVerified,
    boolean announced,
    Set<EvidenceSlot> received) {

  /** What is asked for. */
  public enum Item {
    WAYBILL_IMAGE,
    DAMAGE_PHOTO,
    CLAIM_LETTER,
    SEAL_OR_ID,
    REPORT_DATA,
    PRICE_PROOF,
    RECIPIENT_CONFIRMATION,
    MARKER_COPY,
    ANNOUNCEMENT
  }

  /** One line of the list: it is there or it is missing. */
  public record Line(Item item, boolean present) {}

  /** What is asked for in this case; what its ground does not ask for is left out. */
  public List<Line> lines() {
    var lines = new ArrayList<Line>();
    lines.add(new Line(Item.WAYBILL_IMAGE, has(WAYBILL_IMAGE)));
    if (ground == DAMAGE) {
      lines.add(new Line(Item.DAMAGE_PHOTO, has(DAMAGE_PHOTO)));
    }
    if (ground != DELAY) {
      lines.add(new Line(Item.CLAIM_LETTER, has(CLAIM_LETTER)));
      lines.add(new Line(Item.SEAL_OR_ID, has(SEAL) || has(ID_COPY)));
    }
    lines.add(new Line(Item.REPORT_DATA, true)); // an incomplete one is refused at once (ARB-01)
    if (online) {
      lines.add(
          new Line(Item.PRICE_PROOF, has(TRADE_SCREENSHOT) || has(INVOICE) || has(DELIVERY_NOTE)));
    }
    if (ground == DELAY) {
      lines.add(
          new Line(Item.RECIPIENT_CONFIRMATION, recipientVerified || has(RECIPIENT_CONFIRMATION)));
      if (missort) {
        lines.add(new Line(Item.MARKER_COPY, has(MARKER_COPY)));
      }
    }
    lines.add(new Line(Item.ANNOUNCEMENT, announced));
    return List.copyOf(lines);
  }

  public List<String> missing() {
    return lines().stream()
        .filter(line -> !line.present())
        .map(line -> line.item().name())
        .toList();
  }

  private boolean has(EvidenceSlot slot) {
    return received.contains(slot);
  }
}
