package io.parceldesk.chassis.contact;

/** A code that lets a customer read or answer without a login. It travels in events only sealed. */
public record OneTimeCode(String code) {}
