package io.parceldesk.inquiry;

import io.parceldesk.chassis.problem.InvalidBody;
import java.math.BigDecimal;

/** What a sender decided, before it is sealed; what does not change is null. */
public record Decision(
    InstructionKind kind, Party newContact, BigDecimal codAmount, BigDecimal freight) {

  /** Refused where what the decision is about is missing, or something else is there. */
  public Decision {
    var changesPerson =
        newContact != null && (newContact.name() != null || newContact.phone() != null);
    var changesAddress = newContact != null && newContact.address() != null;
    require(
        (kind == InstructionKind.CHANGE_AMOUNT) == (codAmount != null || freight != null),
        "/codAmount",
        "an amount comes with CHANGE_AMOUNT, and with nothing else");
    require(
        kind != InstructionKind.CHANGE_CONTACT || changesPerson,
        "/phone",
        "CHANGE_CONTACT needs a name or a phone");
    require(
        (kind == InstructionKind.CHANGE_ADDRESS) == changesAddress,
        "/address",
        "an address comes with CHANGE_ADDRESS, and with nothing else");
    require(
        !changesPerson
            || kind == InstructionKind.CHANGE_CONTACT
            || kind == InstructionKind.CHANGE_ADDRESS,
        "/phone",
        "a name or phone comes with CHANGE_CONTACT or CHANGE_ADDRESS");
  }

  private static void require(boolean holds, String pointer, String message) {
    if (!holds) {
      throw new InvalidBody(pointer, message);
    }
  }
}
