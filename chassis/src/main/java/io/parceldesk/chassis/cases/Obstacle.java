package io.parceldesk.chassis.cases;

/**
 * What keeps a closed case from being anonymised although its period is over.
 *
 * @param code such as PAYMENT_PENDING
 * @param condition in SQL, on the case {@code c}
 */
public record Obstacle(String code, String condition) {
  String branch() {
    return "when " + condition + " then '" + code + "'";
  }
}
