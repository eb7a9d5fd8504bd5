package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.money.Amount;

/**
 * Who pays and who gets what of an award or a fine (CMPN-25): what one side pays the others have.
 *
 * @param liablePays what whoever is liable pays in all
 */
public record Shares(Amount liablePays, Amount winnerNets, Amount headquartersKeeps) {
  static Shares withoutFee(Amount award) {
    return new Shares(award, award, Amount.ZERO);
  }

  static Shares withFee(Amount award, Amount onTop, Amount held) {
    return new Shares(award.plus(onTop), award.minus(held), onTop.plus(held));
  }
}
