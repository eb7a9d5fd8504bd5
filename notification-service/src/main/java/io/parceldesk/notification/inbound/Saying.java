package io.parceldesk.notification.inbound;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.contact.OutletStatement;

/**
 * What an outlet says about a case.
 *
 * @param answer a code; null for an acknowledgement
 * @param statement null where it wrote nothing
 */
record Saying(InboundType type, CaseNumber number, String answer, OutletStatement statement) {}
