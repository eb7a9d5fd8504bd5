package io.parceldesk.claims.compensation;

import java.util.List;

/**
 * How a report to headquarters stands when it is judged (DT-0).
 *
 * @param verifiedFalse headquarters found that it is not true (ARB-08)
 * @param returns how often it went back (ARB-09)
 * @param missing the mandatory evidence that it still lacks; silence leaves it lacking (AMB-16)
 */
public record Filing(boolean verifiedFalse, int returns, List<String> missing) {
  public static Filing complete() {
    return new Filing(false, 0, List.of());
  }

  boolean isIncomplete() {
    return !missing.isEmpty();
  }
}
