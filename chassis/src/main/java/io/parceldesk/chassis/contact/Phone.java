package io.parceldesk.chassis.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 form with the extension of a privacy number or switchboard, or null.
 * Hotlines (95311, 12305) and virtual numbers (95013…) are kept as their digits. Numbers without a
 * country code are Chinese.
 */
public record Phone(String e164, String extension) {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String HOME = "CN";
  private static final Pattern WITH_EXTENSION =
      Pattern.compile("^(?<number>.+?)\\s*(?:转(?:分机)?|分机|,|-|ext\\.?)\\s*(?<extension>\\d{1,6})$");
  // hotlines such as 95311, 956025, 11183 and 12305; virtual numbers such as 95013 and the rest
  private static final Pattern NOT_DIALLED_ABROAD =
      Pattern.compile("95\\d{3,4}|1[12]\\d{3}|95013\\d{5,11}");

  /** Reads what people write; {@code pointer} is named when it is no phone number. */
  public static Phone parse(String written, String pointer) {
    return tryParse(written).orElseThrow(() -> new InvalidBody(pointer, "is not a phone number"));
  }

  /** JAX-RS reads query parameters with this. */
  public static Phone fromString(String written) {
    return tryParse(written)
        .orElseThrow(() -> new DomainException(400, "bad-phone", "This is not a phone number"));
  }

  static Optional<Phone> tryParse(String written) {
    var text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip(); // also in full width
    return chinese(text)
        .map(number -> new Phone(number, null))
        .or(() -> whole(text).map(Phone::of))
        .or(() -> withExtension(text));
  }

  /** Only mobile numbers can receive an SMS. */
  public boolean canReceiveSms() {
    return whole(e164)
        .map(NUMBERS::getNumberType)
        .filter(
            type -> type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE)
        .isPresent();
  }

  private static Optional<String> chinese(String text) {
    var digits = text.replaceAll("[ -]", "");
    return NOT_DIALLED_ABROAD.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
  }

  private static Optional<Phone> withExtension(String text) {
    var parts = WITH_EXTENSION.matcher(text);
    return parts.matches()
        ? chinese(parts.group("number"))
            .or(() -> whole(parts.group("number")).map(Phone::format))
            .map(number -> new Phone(number, parts.group("extension")))
        : Optional.empty();
  }

  private static Optional<PhoneNumber> whole(String text) {
    try {
      var number = NUMBERS.parse(text, HOME);
      return NUMBERS.isValidNumber(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty(); // the caller says so with the field's name
    }
  }

  /** The library itself knows a comma before an extension. */
  private static Phone of(PhoneNumber number) {
    return new Phone(format(number), number.hasExtension() ? number.getExtension() : null);
  }

  private static String format(PhoneNumber number) {
    return NUMBERS.format(number, PhoneNumberFormat.E164);
  }
}
