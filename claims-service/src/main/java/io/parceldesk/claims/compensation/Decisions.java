package io.parceldesk.claims.compensation;

import io.parceldesk.claims.compensation.OutletDecision.Awarded;
import io.parceldesk.claims.compensation.OutletDecision.Fined;
import io.parceldesk.claims.compensation.OutletDecision.Payer;
import io.parceldesk.claims.compensation.OutletDecision.Referred;
import io.parceldesk.claims.compensation.OutletDecision.Returned;
import java.math.BigDecimal;
import java.util.List;

/** Closes an assessment: the handling fee of headquarters, and which tariff it was (CMPN-25). */
record Decisions(OutletTerms.Fee fee, String tariff) {

  Awarded award(OutletCase filed, Steps steps) {
    var award = steps.total();
    if (award.isZero() || !fee.isDueOn(filed)) {
      return new Awarded(award, Shares.withoutFee(award), steps.list(), tariff);
    }
    var onTop = award.times(fee.liable());
    var held = award.times(fee.winner());
    steps.note(
        "CMPN-25", Words.of("fee", percent(fee.liable()), onTop, percent(fee.winner()), held));
    return new Awarded(award, Shares.withFee(award, onTop, held), steps.list(), tariff);
  }

  Fined fine(Payer payer, Steps steps) {
    return new Fined(payer, steps.total(), steps.list(), tariff);
  }

  Referred refer(List<String> waybills, Steps steps) {
    return new Referred(waybills, steps.list(), tariff);
  }

  Returned giveBack(List<String> waybills, Steps steps) {
    return new Returned(waybills, steps.list(), tariff);
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
