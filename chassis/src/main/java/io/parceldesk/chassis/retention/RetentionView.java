package io.parceldesk.chassis.retention;

import java.time.Instant;
import java.util.List;

/**
 * A class of data with its period and what is due of it.
 *
 * @param closedBefore what was closed before is due
 * @param overdue by what keeps it all the same; null: the next run takes it
 */
record RetentionView(
    RetentionPeriod period, Instant closedBefore, List<DataClass.Overdue> overdue) {}
