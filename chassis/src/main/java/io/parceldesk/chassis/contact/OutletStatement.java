package io.parceldesk.chassis.contact;

/**
 * What an outlet wrote in answer to a case. Free text, so it travels in events only sealed.
 *
 * @param text what it has to say
 * @param cause of an investigation: the concrete cause (CMP-09), else null
 * @param responsible of an investigation: who is responsible (CMP-09), or null
 */
public record OutletStatement(String text, String cause, String responsible) {}
