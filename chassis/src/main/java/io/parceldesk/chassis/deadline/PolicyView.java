package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A policy: the version in force, or the newest where none is.
 *
 * @param versions all of them, oldest first; only where one policy is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyView(
    @JsonUnwrapped DeadlinePolicy policy, boolean inForce, List<DeadlinePolicy> versions) {}
