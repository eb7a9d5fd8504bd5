package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.OutletDecision.Payer.FILER;

import java.util.function.Function;

/** DT-0: whether a report to headquarters is judged at all. First match wins. */
record AdmissibilityTable(OutletTerms.Reports terms, Decisions decisions) {

  OutletDecision decide(OutletCase filed, Function<OutletCase, OutletDecision> amounts) {
    return new FirstMatch<OutletCase, OutletDecision>()
        .row(report -> report.filing().verifiedFalse(), this::punished)
        .row(this::staysIncomplete, this::nothing)
        .row(report -> report.filing().isIncomplete(), this::returned)
        .otherwise(amounts)
        .decide(filed);
  }

  /** After three returns it is as if there were no material (AMB-16). */
  private boolean staysIncomplete(OutletCase report) {
    return report.filing().isIncomplete() && report.filing().returns() >= terms.maxReturns();
  }

  private OutletDecision punished(OutletCase report) {
    var penalty = terms.falseFilingPenalty();
    return decisions.fine(
        FILER, new Steps().add("ARB-08", penalty, Words.of("false-report", penalty)));
  }

  private OutletDecision nothing(OutletCase report) {
    var words = Words.of("material-missing", report.filing().returns(), missing(report));
    return decisions.award(report, new Steps().note("CMPN-48", words));
  }

  private OutletDecision returned(OutletCase report) {
    return decisions.giveBack(
        report.parcels().stream().map(OutletParcel::waybill).toList(),
        new Steps().note("ARB-09", Words.of("evidence-missing", missing(report))));
  }

  private static String missing(OutletCase report) {
    return String.join(", ", report.filing().missing());
  }
}
