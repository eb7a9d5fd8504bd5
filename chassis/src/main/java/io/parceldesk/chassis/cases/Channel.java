package io.parceldesk.chassis.cases;

/** How a matter reached the desk (INQ-03, CMP-31). */
public enum Channel {
  PHONE,
  COUNTER,
  EMAIL,
  SMS,
  WEB,
  WECHAT,
  LETTER,
  SOCIAL,
  API_OUTLET,
  AUTHORITY_12305
}
