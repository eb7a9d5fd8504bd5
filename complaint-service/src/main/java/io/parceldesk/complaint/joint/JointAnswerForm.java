package io.parceldesk.complaint.joint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the party says for its part. */
record JointAnswerForm(@NotBlank @Size(max = 4000) String text) {}
