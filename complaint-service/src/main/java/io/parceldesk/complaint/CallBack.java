package io.parceldesk.complaint;

import jakarta.persistence.Embeddable;

/** What the customer said when called back (CRM-05); score 1 to 5, or null. */
@Embeddable
public record CallBack(Boolean satisfied, Integer satisfactionScore, String customerComment) {}
