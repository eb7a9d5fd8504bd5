package io.parceldesk.complaint.joint;

import jakarta.validation.constraints.Size;

/** Why the part is not needed any more, where somebody says so. */
record JointWithdrawalForm(@Size(max = 1000) String note) {}
