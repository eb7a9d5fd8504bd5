package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.Case;
import io.parceldesk.contracts.DeadlineFacts;
import java.time.Instant;

/**
 * A rung fired: raised synchronously in the transaction that fired it and holds the case's lock.
 * The deadline's own event has been appended before. An observer that fails undoes the firing,
 * which is then tried again.
 *
 * @param now the database's time
 */
public record RungFired(Case subject, DeadlineFacts deadline, Rung rung, Instant now) {}
