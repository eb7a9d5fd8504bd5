package io.parceldesk.complaint;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;

/** What the customer is offered (CMP-10); the amount, in CNY, only where money is part of it. */
@Embeddable
public record Plan(
    @Enumerated(EnumType.STRING) Remedy remedy, BigDecimal remedyAmount, String planText) {}
