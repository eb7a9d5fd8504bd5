package io.parceldesk.claims.compensation;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.shipped.TermsJson;
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

  /** Terms as somebody has sent them; every value must be there, and none be unknown. */
  public Object termsOf(JsonNode sent) throws JsonProcessingException {
    return TermsJson.read(sent, terms);
  }

  Class<?> terms() {
    return terms;
  }
}
