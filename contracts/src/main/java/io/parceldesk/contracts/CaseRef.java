package io.parceldesk.contracts;

/** Another case, by its number and kind. */
public record CaseRef(String number, String kind) {}
