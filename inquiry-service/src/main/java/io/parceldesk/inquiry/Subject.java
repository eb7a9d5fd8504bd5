package io.parceldesk.inquiry;

/** What a customer asks about (INQ-05). */
public enum Subject {
  SERVICE_AREA,
  PRICE,
  DELIVERY_STATE,
  OTHER
}
