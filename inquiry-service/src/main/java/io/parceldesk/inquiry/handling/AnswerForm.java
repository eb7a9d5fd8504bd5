package io.parceldesk.inquiry.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the customer was told. */
record AnswerForm(@NotBlank @Size(max = 4000) String text) {}
