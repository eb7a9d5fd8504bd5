package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** What a customer without a waybill can tell (INQ-16). Days of dispatch, both included. */
public class ParcelQuery {
  @QueryParam("phone")
  String phone;

  @QueryParam("name")
  String name;

  @QueryParam("from")
  String from;

  @QueryParam("to")
  String to;

  @QueryParam("outlet")
  String outlet;

  @QueryParam("limit")
  Limit limit;

  @QueryParam("cursor")
  Cursor cursor;

  /** Null where it was not told; 400 {@code bad-phone} without repeating it. */
  Phone phoneOrNull() {
    try {
      return phone == null || phone.isBlank() ? null : Phone.parse(phone, "/phone");
    } catch (InvalidBody e) {
      throw new DomainException(400, "bad-phone", "phone is not a phone number");
    }
  }

  String nameOrNull() {
    return name == null || name.isBlank() ? null : name;
  }

  LocalDate fromOrNull() {
    return day("from", from);
  }

  LocalDate toOrNull() {
    return day("to", to);
  }

  Limit limitOrDefault() {
    return limit == null ? Limit.DEFAULT : limit;
  }

  private static LocalDate day(String name, String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new DomainException(400, "bad-date", name + " must be a day such as 2026-11-22");
    }
  }
}
