package io.parceldesk.chassis.contact;

/** What a customer said and asks for. Free text, so it travels in events only sealed. */
public record Statement(String description, String demand) {}
