package io.parceldesk.claims.quoting;

import io.parceldesk.chassis.language.Language;
import io.parceldesk.claims.compensation.Tariffs;
import jakarta.enterprise.context.ApplicationScoped;

/** Assesses what is asked, without a case; nothing is written. */
@ApplicationScoped
class Quoting {
  private final Tariffs tariffs;

  Quoting(Tariffs tariffs) {
    this.tariffs = tariffs;
  }

  QuoteView quote(QuoteForm form, Language language) {
    return form instanceof CustomerQuoteForm customer
        ? quote(customer, language)
        : quote((OutletQuoteForm) form, language);
  }

  private CustomerQuote quote(CustomerQuoteForm form, Language language) {
    var claim = form.toCase();
    return CustomerQuote.of(tariffs.forCustomers(form.dispatchedOn()).assess(claim), language);
  }

  private OutletQuote quote(OutletQuoteForm form, Language language) {
    var filed = form.toCase();
    return OutletQuote.of(tariffs.forOutlets(form.dispatchedOn()).assess(filed), language);
  }
}
