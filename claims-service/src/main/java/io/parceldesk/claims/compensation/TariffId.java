package io.parceldesk.claims.compensation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The tariffs that there are, and what each is made of. */
public enum TariffId {
  OUTLET_AWARD("outlet-award", OutletTerms.class),
  CUSTOMER_COMPENSATION("customer-compensation", CustomerTerms.class);

  private final String text;
  private final Class<?> terms;

  TariffId(String text, Class<?> terms) {
    this.text = text;
    this.terms = terms;
  }

  public static Optional<TariffId> of(String text) {
    return Arrays.stream(values()).filter(id -> id.text.equals(text)).findFirst();
  }

  @JsonValue
  public String text() {
    return text;
  }

  Class<?> terms() {
    return terms;
  }
}
