package io.parceldesk.chassis.directory;

import io.parceldesk.contracts.ParcelEvent;
import java.time.Instant;

/**
 * Something happened to a parcel: raised in the transaction that takes the event in.
 *
 * @param toldAt when inquiry-service told of it
 */
public record ParcelMilestone(ParcelEvent event, Instant toldAt) {}
