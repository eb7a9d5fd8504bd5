package io.parceldesk.complaint.handling;

import jakarta.validation.constraints.Size;

/** What ended the waiting. */
record ResumptionForm(@Size(max = 1000) String note) {}
