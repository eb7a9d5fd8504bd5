package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A warning rung of a deadline fired: the time left is short. */
public record DeadlineApproaching(
    @JsonProperty("case") CaseFacts facts, DeadlineFacts deadline, Owner owner, String contact)
    implements InquiryEvent, ComplaintEvent, ClaimsEvent {}
