package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.OneTimeCode;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the codes by which customers read and answer without a login, and finds the case of one.
 * Ten characters that cannot be mistaken for each other: 49 bits. How long one is good for is a
 * policy (ACCESS_CODE).
 */
@ApplicationScoped
public class AccessCodes {
  private static final String CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final int HALF = 5;

  private static final String FIND =
      """
      select number from problem_parcel
       where %1$s and access_code_until > clock_timestamp()
      union all
      select number from inquiry
       where %1$s and access_code_until > clock_timestamp()
      """;

  private final SecureRandom random = new SecureRandom();
  private final Seal seal;
  private final BlindIndex index;
  private final Deadlines deadlines;
  private final Sql sql;

  AccessCodes(Seal seal, BlindIndex index, Deadlines deadlines, Sql sql) {
    this.seal = seal;
    this.index = index;
    this.deadlines = deadlines;
    this.sql = sql;
  }

  /** A new code for a case; null where no policy says how long one would be good for. */
  public AccessCode issue(CaseProfile profile, Instant now) {
    var until = deadlines.wouldBeDueAt(profile, "ACCESS_CODE", now);
    if (until == null) {
      return null;
    }
    var code = half() + "-" + half();
    return new AccessCode(seal.seal(new OneTimeCode(code)), index.code(code), until);
  }

  /** The case that somebody has a valid code for. */
  public Optional<CaseNumber> find(String code) {
    var wanted = index.anyCode(code);
    return sql.first(
            FIND.formatted(wanted.in("access_code_index")),
            row -> row.getString("number"),
            wanted.value(),
            wanted.value())
        .map(CaseNumber::parse);
  }

  /** Whether it is the code that the case gave out. */
  public boolean fits(AccessCode issued, String code, Instant now) {
    return issued != null
        && issued.isValid(now)
        && index.anyCode(code).has(issued.accessCodeIndex());
  }

  private String half() {
    return random
        .ints(HALF, 0, CHARACTERS.length())
        .mapToObj(CHARACTERS::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }
}
