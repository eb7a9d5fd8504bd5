package io.parceldesk.inquiry.parcel;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.chassis.shipped.ShippedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whose number a waybill may be. Patterns overlap and are never a reason to refuse a number: they
 * suggest a carrier and warn of a check digit that is not right (C1).
 */
@ApplicationScoped
class WaybillFormats {
  /** In the order in which suggestions are of use. */
  enum Check {
    RIGHT,
    NOT_PUBLIC,
    WRONG
  }

  /**
   * A carrier that has such numbers.
   *
   * @param service kind of number, or null where the carrier has one kind only
   * @param hotline where its customers are helped (INQ-11), or null where it is not known
   */
  record Suggestion(String carrier, String service, String hotline, Check checkDigit) {}

  private record Format(
      String carrier, String service, String hotline, Pattern pattern, CheckDigit check) {
    Suggestion suggestion(String waybill) {
      return new Suggestion(
          carrier,
          service,
          hotline,
          check == null ? Check.NOT_PUBLIC : check.isRight(waybill) ? Check.RIGHT : Check.WRONG);
    }
  }

  private final List<Format> formats;

  WaybillFormats() {
    formats = ShippedFile.yaml("waybill-formats.yaml", new TypeReference<>() {});
  }

  /** The likely ones first; none for a number that looks like nobody's. */
  List<Suggestion> of(String waybill) {
    return formats.stream()
        .filter(format -> format.pattern().matcher(waybill).matches())
        .map(format -> format.suggestion(waybill))
        .sorted(Comparator.comparing(Suggestion::checkDigit))
        .toList();
  }

  /** It looks like somebody's number, and for none of them is its check digit right. */
  boolean looksMistyped(String waybill) {
    var suggestions = of(waybill);
    return !suggestions.isEmpty()
        && suggestions.stream().allMatch(one -> one.checkDigit() == Check.WRONG);
  }
}
