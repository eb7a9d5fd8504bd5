package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.WrongValue;

/** What the values of a tariff must respect among themselves. */
final class Consistent {
  private Consistent() {}

  static void inOrder(String lower, Amount least, String upper, Amount most) {
    require(!least.isMoreThan(most), lower + " must not be more than " + upper);
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new WrongValue(otherwise);
    }
  }
}
