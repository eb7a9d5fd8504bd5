package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.Account;
import io.parceldesk.claims.Dispute;
import io.parceldesk.claims.Liability;
import io.parceldesk.claims.Ruling;
import io.parceldesk.claims.arbitration.DisputeForms.RulingForm;
import io.parceldesk.claims.compensation.Filing;
import io.parceldesk.claims.compensation.OutletCase;
import io.parceldesk.claims.compensation.OutletDecision;
import io.parceldesk.claims.compensation.OutletDecision.Awarded;
import io.parceldesk.claims.compensation.OutletDecision.Fined;
import io.parceldesk.claims.compensation.OutletDecision.Payer;
import io.parceldesk.claims.compensation.OutletDecision.Referred;
import io.parceldesk.claims.compensation.OutletDecision.Returned;
import io.parceldesk.claims.compensation.OutletParcel;
import io.parceldesk.claims.compensation.Tariffs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a ruling of what the tariff of the dispatch date says and what the arbitrator found. */
@ApplicationScoped
class Judgement {
  /** What moves, before it is known who bears it. */
  private record Sums(Amount award, Amount penalty, Amount feeOnTop, Amount feeHeld) {
    static Sums of(Awarded awarded) {
      return new Sums(
          awarded.award(),
          Amount.ZERO,
          awarded.shares().liablePays().minus(awarded.award()),
          awarded.award().minus(awarded.shares().winnerNets()));
    }
  }

  private final Tariffs tariffs;
  private final KnownOutlets outlets;
  private final CurrentCaller caller;

  Judgement(Tariffs tariffs, KnownOutlets outlets, CurrentCaller caller) {
    this.tariffs = tariffs;
    this.outlets = outlets;
    this.caller = caller;
  }

  Ruling of(Dispute dispute, RulingForm form, Instant now) {
    var intake = dispute.intake();
    var parcels = found(intake.parcelList(), form);
    var agency = outlets.isInAgencyPeriod(intake.destinationOutlet(), intake.dispatchedOn());
    var filed =
        new OutletCase(
            intake.category(),
            agency,
            dispute.verdict().batchConfirmed() || parcels.size() > 1,
            true,
            intake.thirdPartyTransfer(),
            filing(dispute),
            parcels);
    var tariff = tariffs.forOutlets(intake.dispatchedOn());
    var decision = tariff.assess(filed);
    var falseReport = decision instanceof Fined fined && fined.payer() == Payer.FILER;
    var set = decision instanceof Referred referred ? set(referred, parcels, form) : null;
    var awarded = set == null ? null : tariff.awarded(filed, set);
    var sums = awarded == null ? sums(decision, form) : Sums.of(awarded);
    return new Ruling(
        decision.outcome(),
        falseReport,
        sums.award(),
        sums.penalty(),
        sums.feeOnTop(),
        sums.feeHeld(),
        falseReport ? none(form) : liable(form),
        agency,
        parcels,
        decision.tariff(),
        steps(decision, awarded),
        form.reason(),
        form.practicalReason(),
        caller.get().name(),
        now);
  }

  private static Filing filing(Dispute dispute) {
    return new Filing(
        Boolean.FALSE.equals(dispute.verdict().verifiedTrue()),
        dispute.material().returns(),
        dispute.checklist().missing());
  }

  /** What headquarters found of a parcel goes before what was reported. */
  private static List<OutletParcel> found(List<OutletParcel> reported, RulingForm form) {
    Map<String, DisputedParcelForm> found =
        form.found().stream()
            .collect(
                Collectors.toMap(
                    DisputedParcelForm::waybill, Function.identity(), (one, other) -> other));
    if (form.found().stream().anyMatch(parcel -> parcel.practical() != null)
        && (form.practicalReason() == null || form.practicalReason().isBlank())) {
      throw DomainException.refusedByRule(
          "AMB-05", "reason-needed", "Why goods count as practical or not is written down");
    }
    var parcels =
        reported.stream()
            .map(
                parcel ->
                    found.containsKey(parcel.waybill())
                        ? found.remove(parcel.waybill()).over(parcel)
                        : parcel)
            .toList();
    if (!found.isEmpty()) {
      throw new DomainException(422, "not-in-dispute", "The dispute has no such waybill")
          .with("waybills", found.keySet());
    }
    return parcels;
  }

  private static Sums sums(OutletDecision decision, RulingForm form) {
    if (form.amount() != null) {
      throw DomainException.refusedByRule(
          "CMPN-34", "amount-not-free", "The tariff has an amount; nobody sets another");
    }
    if (decision instanceof Awarded awarded) {
      return Sums.of(awarded);
    }
    if (decision instanceof Fined fined) {
      return new Sums(Amount.ZERO, fined.penalty(), Amount.ZERO, Amount.ZERO);
    }
    throw DomainException.refusedByRule(
            "ARB-09", "evidence-missing", "What lacks mandatory evidence is returned")
        .with("waybills", ((Returned) decision).waybills());
  }

  private static Amount set(Referred referred, List<OutletParcel> parcels, RulingForm form) {
    if (form.amount() == null) {
      throw DomainException.refusedByRule(
              "CMPN-34", "amount-needed", "No table has an amount: the arbitrator sets it")
          .with("waybills", referred.waybills());
    }
    var set = new Amount(form.amount().toAmount());
    var worth = Amount.sum(parcels.stream().map(OutletParcel::value).toList());
    if (set.isMoreThan(worth)) {
      throw DomainException.refusedByRule(
              "CMPN-34", "amount-above-value", "No award is more than the goods were worth")
          .with("value", worth);
    }
    return set;
  }

  private List<Liability> liable(RulingForm form) {
    var liable = Liability.checked(form.split());
    liable.stream()
        .map(Liability::party)
        .filter(party -> !party.equals(Account.HEADQUARTERS.owner()))
        .forEach(outlets::require);
    return liable;
  }

  private static List<Liability> none(RulingForm form) {
    if (!form.split().isEmpty()) {
      throw DomainException.refusedByRule(
          "ARB-08", "false-report", "Nobody is liable for what is not true");
    }
    return List.of();
  }

  /** Of what was referred, then of what the arbitrator set. */
  private static List<Ruling.Step> steps(OutletDecision decision, Awarded set) {
    return Stream.of(decision, set)
        .filter(Objects::nonNull)
        .flatMap(made -> made.steps().stream())
        .map(
            step ->
                new Ruling.Step(
                    step.rule(), step.words().zh(), step.words().en(), step.amount().toString()))
        .toList();
  }
}
