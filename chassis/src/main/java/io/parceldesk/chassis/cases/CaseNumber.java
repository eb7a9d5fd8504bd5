package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.contracts.CaseRef;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * What people call a case: {@code PREFIX-yyMMdd-nnnnnC}. The day is the one it was opened on in
 * Asia/Shanghai, the sequence the service's own and at least five digits long, C the check
 * character of ISO 7064 MOD 37,36 over prefix, day and sequence. A mistyped number is refused as
 * such.
 */
public record CaseNumber(CaseKind kind, String text) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
  private static final Pattern FORM =
      Pattern.compile("(?<prefix>[A-Z]{3})-(?<day>\\d{6})-(?<sequence>\\d{5,})(?<check>[0-9A-Z])");
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  public static CaseNumber of(CaseKind kind, Instant openedAt, long sequence) {
    var day = DAY.format(openedAt.atZone(ZONE));
    var digits = "%05d".formatted(sequence);
    var check = checkCharacter(kind.prefix() + day + digits);
    return new CaseNumber(kind, kind.prefix() + "-" + day + "-" + digits + check);
  }

  /** Reads a number of any kind; 400 {@code bad-case-number} when it cannot be one. */
  public static CaseNumber parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw bad();
    }
    var payload = parts.group("prefix") + parts.group("day") + parts.group("sequence");
    if (checkCharacter(payload) != parts.group("check").charAt(0)) {
      throw bad();
    }
    return new CaseNumber(
        CaseKind.ofPrefix(parts.group("prefix")).orElseThrow(CaseNumber::bad), text);
  }

  /** JAX-RS reads path parameters with this. */
  public static CaseNumber fromString(String text) {
    return parse(text);
  }

  /** How events and other cases name it. */
  public CaseRef reference() {
    return new CaseRef(text, kind.name());
  }

  @Override
  public String toString() {
    return text;
  }

  private static char checkCharacter(String payload) {
    var product = 36;
    for (var character : payload.toCharArray()) {
      var sum = (product + CHARACTERS.indexOf(character)) % 36;
      product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return CHARACTERS.charAt((37 - product) % 36);
  }

  private static DomainException bad() {
    return new DomainException(
        400, "bad-case-number", "This is not a case number; one character or more is mistyped");
  }
}
