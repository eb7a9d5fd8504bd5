package io.parceldesk.chassis.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal that the caller can understand and act upon. It becomes an RFC 9457 problem whose type
 * is {@code urn:parceldesk:problem:} and the code. The detail never holds personal data.
 */
public class DomainException extends RuntimeException {
  /** A word that may be somebody's name, mailbox or phone, typed where a number belongs. */
  private static final String TELLING =
      "\\S*[^\\x00-\\x7f@]\\S*|\\S*@\\S*|(?<![\\w-])[+]?\\d{7,}(?![\\w-])";

  private final int status;
  private final String code;
  private final Map<String, Object> members = new LinkedHashMap<>();

  public DomainException(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /** The rule of the trade refuses what is well-formed: 422, naming the rule. */
  public static DomainException refusedByRule(String rule, String code, String detail) {
    return new DomainException(422, code, detail).with("rule", rule);
  }

  public static DomainException notFound(String what) {
    var shown = what.replaceAll(TELLING, "(not shown)");
    return new DomainException(404, "not-found", shown + " does not exist");
  }

  /** Adds an extension member to the problem. */
  public DomainException with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public Map<String, Object> members() {
    return members;
  }
}
