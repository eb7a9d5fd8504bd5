package io.parceldesk.chassis.contact;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people write, of which nobody knows whether it names somebody: phone numbers, e-mail
 * addresses, numbers of accounts and identity papers in it are masked as everywhere else (REG-09).
 * Names and addresses in a sentence cannot be told from other words. Waybills stay: they begin with
 * letters or have less than 16 digits and are no phone number.
 */
public final class FreeText {
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:[.][\\w-]+)+");

  private static final Pattern NUMBER =
      Pattern.compile(
          """
          (?x) (?<![A-Za-z0-9+.])(?:
              (?<phone> (?:(?:[+]|00)?86[\\x20-]?)? 1[3-9]\\d[\\x20-]?\\d{4}[\\x20-]?\\d{4}
                      | [(（]?0[1-9]\\d{1,2}[)）]?[\\x20-]?\\d{7,8}
                      | [+]\\d(?:[\\x20-]?\\d){7,14} )
            | (?<long> \\d{4}(?:[\\x20-]?\\d{4}){3}(?:[\\x20-]?\\d{1,3})? | \\d{17}[\\dXx] )
          )(?![A-Za-z0-9])
          """);

  private FreeText() {}

  /** Null stays null. */
  public static String masked(String text) {
    if (text == null || !mayTell(text)) {
      return text;
    }
    var plain = narrow(text);
    var withoutMail =
        EMAIL.matcher(plain).replaceAll(found -> literally(Masks.email(found.group())));
    return NUMBER.matcher(withoutMail).replaceAll(FreeText::number);
  }

  /** Most texts have neither seven digits nor an address. */
  private static boolean mayTell(String text) {
    return text.indexOf('@') >= 0
        || text.indexOf('\uff20') >= 0
        || text.chars().filter(Character::isDigit).count() >= 8;
  }

  /** Digits and signs that are written in full width are the same. */
  private static String narrow(String text) {
    var narrow = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point ->
                narrow.append(
                    isWide(point)
                        ? Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                        : Character.toString(point)));
    return narrow.toString();
  }

  private static boolean isWide(int point) {
    return point >= 0xff10 && point <= 0xff19
        || point == 0xff20
        || point == 0xff0b
        || point == 0xff0d;
  }

  private static String number(MatchResult found) {
    var digits = found.group().replaceAll("[^+\\dXx]", "");
    return literally(
        found.group(1) == null
            ? "**** " + digits.substring(digits.length() - 4)
            : Masks.phone(digits.replaceFirst("^(?:00)?86(?=1\\d{10}$)", "")));
  }

  private static String literally(String mask) {
    return Matcher.quoteReplacement(mask);
  }
}
