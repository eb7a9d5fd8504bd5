package io.parceldesk.chassis.problem;

/** One wrong place of a request body. {@code pointer} is a JSON Pointer (RFC 6901). */
public record FieldError(String pointer, String message) {}
