package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.money.Amount;
import java.util.List;

/**
 * What the tariff says between outlets: an award, a fine, or why there is neither. Never what a
 * customer is owed: that is a {@link Compensation} (CMPN-01).
 */
public sealed interface OutletDecision {
  Outcome outcome();

  /** The rules that made it; their amounts add up to the award, or to the fine. */
  List<Step> steps();

  /** The tariff that applied, {@code id@version}. */
  String tariff();

  /** The liable outlet owes the sending outlet an amount, 0.00 included. */
  record Awarded(Amount award, Shares shares, List<Step> steps, String tariff)
      implements OutletDecision {
    @Override
    public Outcome outcome() {
      return Outcome.AWARD;
    }
  }

  /** Headquarters is owed a fine; nobody is awarded anything (AMB-33). */
  record Fined(Payer payer, Amount penalty, List<Step> steps, String tariff)
      implements OutletDecision {
    @Override
    public Outcome outcome() {
      return Outcome.PENALTY;
    }

    /** All of it goes to headquarters. */
    public Shares shares() {
      return new Shares(penalty, Amount.ZERO, penalty);
    }
  }

  /** These parcels have no amount in any table: people decide (CMPN-34). */
  record Referred(List<String> waybills, List<Step> steps, String tariff)
      implements OutletDecision {
    @Override
    public Outcome outcome() {
      return Outcome.REFER;
    }
  }

  /** Something is missing for these parcels: the filing goes back (ARB-09). */
  record Returned(List<String> waybills, List<Step> steps, String tariff)
      implements OutletDecision {
    @Override
    public Outcome outcome() {
      return Outcome.RETURN;
    }
  }

  /** Who pays a fine. */
  enum Payer {
    /** The outlet that was complained against. */
    LIABLE,
    /** The outlet that reported falsely (ARB-08). */
    FILER
  }
}
