package io.parceldesk.inquiry.pickup;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.contact.ContactForm;
import io.parceldesk.inquiry.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer wants collected, where and by when (ORD-01, ORD-02, ORD-06). */
record PickupForm(
    @NotNull Channel channel,
    @NotNull Route route,
    boolean urgent,
    @NotNull @Valid ContactForm sender,
    @NotBlank @Size(max = 300) String address,
    @Size(max = 500) String goods,
    @Schema(description = "As agreed; where left out, as the policy has it") Instant collectBy,
    @Schema(description = "Who collects; where left out, it is dispatched later")
        @Size(min = 1, max = 40)
        String outlet) {}
