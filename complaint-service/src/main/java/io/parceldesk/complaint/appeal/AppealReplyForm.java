package io.parceldesk.complaint.appeal;

import io.parceldesk.complaint.Conclusion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Our answer to the authority. */
record AppealReplyForm(@NotNull Conclusion conclusion, @NotBlank @Size(max = 4000) String text) {}
