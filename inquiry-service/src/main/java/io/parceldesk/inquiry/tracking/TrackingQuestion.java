package io.parceldesk.inquiry.tracking;

/**
 * What somebody wants to know.
 *
 * @param phone4 the last four digits of a phone on the waybill, or null
 * @param client a fingerprint of who asks
 */
record TrackingQuestion(String waybill, String phone4, String client) {}
