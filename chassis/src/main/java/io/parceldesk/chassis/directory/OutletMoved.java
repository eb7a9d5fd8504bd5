package io.parceldesk.chassis.directory;

/**
 * An outlet belongs to another region now, or is new: raised in the transaction that keeps it.
 *
 * @param from null for an outlet that was not known
 */
public record OutletMoved(String code, String from, String to) {}
