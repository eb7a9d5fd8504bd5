package io.parceldesk.chassis.cases;

import java.util.Locale;

/** Something that can be done with a case: an enum constant whose name is the noun to POST. */
public interface CaseAction {
  String name();

  /** CLAIM_REFERRAL is POSTed as claim-referral. */
  default String noun() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
