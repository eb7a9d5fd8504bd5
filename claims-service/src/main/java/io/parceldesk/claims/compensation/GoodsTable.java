package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.Exemption.FORCE_MAJEURE;
import static io.parceldesk.claims.compensation.Harm.DELAY;
import static io.parceldesk.claims.compensation.Harm.PARTIAL_DAMAGE;

import io.parceldesk.claims.Ground;

/** What a customer is owed for the goods, the freight apart. */
record GoodsTable(CustomerTerms terms) {

  Steps decide(CustomerCase claim, Harm harm) {
    var steps = new Steps();
    if (harm == DELAY) {
      return steps;
    }
    if (claim.ground() == Ground.MISMATCH) {
      steps.note("CMPN-09", Words.of("mismatch." + claim.mismatch()));
    }
    addWhole(claim, steps);
    if (harm == PARTIAL_DAMAGE) {
      addPart(claim, steps);
    }
    return steps;
  }

  private void addWhole(CustomerCase claim, Steps steps) {
    if (claim.isInsured()) {
      addInsured(claim, steps);
    } else {
      addUninsured(claim, steps);
    }
  }

  private void addInsured(CustomerCase claim, Steps steps) {
    if (claim.exemption() == FORCE_MAJEURE) {
      steps.note("CLM-13", Words.of("insured-anyway"));
    }
    steps.add("CMPN-05", claim.insuredAmount(), Words.of("insured", claim.insuredAmount()));
    if (terms.insured().capAtActual()) {
      var value = claim.knownValue("AMB-21");
      steps.atMost("AMB-21", value, Words.of("insured-actual", value));
    }
  }

  private void addUninsured(CustomerCase claim, Steps steps) {
    var value = claim.knownValue("CMPN-06");
    steps.add("CMPN-06", value, Words.of("uninsured", value));
    claim
        .agreedLimit()
        .or(() -> terms.uninsured().usualLimit(claim))
        .ifPresent(
            limit -> {
              if (claim.limit().isValid()) {
                steps.atMost("REG-05", limit, Words.of("contract-limit", limit));
              } else {
                steps.note("REG-05", Words.of("limit-void." + claim.limit().flaw(), limit));
              }
            });
  }

  /** Lost value by total value, of what the whole would give (CMPN-08). */
  private static void addPart(CustomerCase claim, Steps steps) {
    var loss = claim.knownLoss("CMPN-08");
    var value = claim.knownValue("CMPN-08");
    var part = steps.total().share(loss, value);
    steps.add("CMPN-08", part.minus(steps.total()), Words.of("part", loss, value, part));
  }
}
