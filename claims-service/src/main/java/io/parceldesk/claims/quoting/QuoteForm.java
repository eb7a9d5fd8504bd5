package io.parceldesk.claims.quoting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parceldesk.chassis.money.Amount;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be assessed. The two tracks have nothing in common but the dispatch date (CMPN-01).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "track")
@JsonSubTypes({
  @Type(name = "CUSTOMER", value = CustomerQuoteForm.class),
  @Type(name = "OUTLET", value = OutletQuoteForm.class)
})
@Schema(
    name = "QuoteForm",
    oneOf = {CustomerQuoteForm.class, OutletQuoteForm.class},
    discriminatorProperty = "track",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "CUSTOMER", schema = CustomerQuoteForm.class),
      @DiscriminatorMapping(value = "OUTLET", schema = OutletQuoteForm.class)
    })
sealed interface QuoteForm permits CustomerQuoteForm, OutletQuoteForm {
  LocalDate dispatchedOn();

  static Amount amount(String text) {
    return text == null ? null : Amount.of(text);
  }
}
