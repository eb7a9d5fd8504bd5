package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A deadline passed without having been met; announced exactly once for each deadline. */
public record DeadlineBreached(
    @JsonProperty("case") CaseFacts facts, DeadlineFacts deadline, Owner owner, String contact)
    implements InquiryEvent, ComplaintEvent, ClaimsEvent {}
