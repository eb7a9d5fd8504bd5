package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.claims.Liability.Part;
import io.parceldesk.claims.Posting.Cause;
import io.parceldesk.claims.Posting.Purpose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a ruling moves, and what it makes each outlet pay. */
public record RulingMoney(String filingOutlet, Ruling ruling) {

  /** Nothing moves for the part that the filing outlet is liable for itself, nor a fee on it. */
  public Posting posting(CaseNumber number, int occurrence) {
    var posting = Posting.of(number, Cause.RULING, occurrence);
    var filer = Account.outlet(filingOutlet);
    var received = Amount.ZERO;
    for (var part : parts(ruling.award())) {
      posting =
          posting.moving(Purpose.AWARD, part.amount().value(), Account.of(part.party()), filer);
      received = isFiler(part) ? received : received.plus(part.amount());
    }
    for (var part : parts(ruling.feeOnTop())) {
      posting = isFiler(part) ? posting : toHeadquarters(posting, Purpose.FEE, part);
    }
    var held = new Part(filingOutlet, ruling.feeHeld().share(received, ruling.award()));
    posting = toHeadquarters(posting, Purpose.FEE, held);
    for (var part : fines()) {
      posting = toHeadquarters(posting, Purpose.PENALTY, part);
    }
    return posting;
  }

  /** The penalty orders: each outlet that pays, with what it pays in all (ARB-08). */
  public Map<String, Amount> orders() {
    var orders = new LinkedHashMap<String, Amount>();
    parts(ruling.award()).stream()
        .filter(part -> !isFiler(part))
        .forEach(part -> add(orders, part));
    parts(ruling.feeOnTop()).stream()
        .filter(part -> !isFiler(part))
        .forEach(part -> add(orders, part));
    fines().forEach(part -> add(orders, part));
    orders.remove(Account.HEADQUARTERS.owner());
    orders.values().removeIf(Amount::isZero);
    return orders;
  }

  private List<Part> fines() {
    return ruling.falseReport()
        ? List.of(new Part(filingOutlet, ruling.penalty()))
        : parts(ruling.penalty());
  }

  private List<Part> parts(Amount amount) {
    return Liability.split(amount, ruling.liability());
  }

  private boolean isFiler(Part part) {
    return part.party().equals(filingOutlet);
  }

  private static Posting toHeadquarters(Posting posting, Purpose purpose, Part part) {
    return posting.moving(
        purpose, part.amount().value(), Account.of(part.party()), Account.HEADQUARTERS);
  }

  private static void add(Map<String, Amount> orders, Part part) {
    orders.merge(part.party(), part.amount(), Amount::plus);
  }
}
