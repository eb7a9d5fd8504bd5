package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A warning rung of a deadline fired: the time left is short.
 *
 * @param accessCode the sealed one-time code by which the customer answers on the page, or null
 */
public record DeadlineApproaching(
    @JsonProperty("case") CaseFacts facts,
    DeadlineFacts deadline,
    Owner owner,
    String contact,
    String accessCode)
    implements InquiryEvent, ComplaintEvent, ClaimsEvent {}
