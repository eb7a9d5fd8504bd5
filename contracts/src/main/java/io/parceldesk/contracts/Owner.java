package io.parceldesk.contracts;

/** Who has to act on a case; each part may be null. */
public record Owner(String outlet, String department, String assignee) {}
