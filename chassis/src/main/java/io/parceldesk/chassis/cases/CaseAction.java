package io.parceldesk.chassis.cases;

import java.util.Locale;

/** Something that can be done with a case: an enum constant whose name is the noun to POST. */
public interface CaseAction {
  String name();

  /**
   * Where it is done to a part of the case only, such as a question that somebody was asked; the
   * part says so itself, and the case does not list it.
   */
  default boolean isOfAPart() {
    return false;
  }

  /** Whether an outlet that was asked to help may do it, though another one owns the case. */
  default boolean isForOutletsAsked() {
    return false;
  }

  /** CLAIM_REFERRAL is POSTed as claim-referral. */
  default String noun() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
