package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.problem.DomainException;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * The query parameters that every list of cases takes. Ranges are from inclusive to exclusive, RFC
 * 3339.
 */
public class CaseQuery {
  @QueryParam("status")
  List<String> status;

  @QueryParam("outlet")
  String outlet;

  @QueryParam("assignee")
  String assignee;

  @QueryParam("tier")
  CustomerTier tier;

  @QueryParam("category")
  String category;

  @QueryParam("waybill")
  String waybill;

  @QueryParam("openedFrom")
  String openedFrom;

  @QueryParam("openedTo")
  String openedTo;

  @QueryParam("dueFrom")
  String dueFrom;

  @QueryParam("dueTo")
  String dueTo;

  @QueryParam("sort")
  String sort;

  @QueryParam("limit")
  Limit limit;

  @QueryParam("cursor")
  Cursor cursor;

  Limit limitOrDefault() {
    return limit == null ? Limit.DEFAULT : limit;
  }

  boolean sortsByDueAt() {
    if (sort == null || sort.equals("openedAt")) {
      return false;
    }
    if (sort.equals("dueAt")) {
      return true;
    }
    throw new DomainException(400, "bad-sort", "sort must be dueAt or openedAt");
  }

  public static Instant instant(String name, String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new DomainException(
          400, "bad-time", name + " must be a time such as 2026-11-22T08:00:00Z");
    }
  }
}
