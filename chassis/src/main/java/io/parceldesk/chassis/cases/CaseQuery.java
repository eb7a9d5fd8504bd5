package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Limit;
import io.parceldesk.chassis.problem.DomainException;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The query parameters that every list of cases takes. Ranges are from inclusive to exclusive, RFC
 * 3339.
 */
public class CaseQuery {
  @QueryParam("status")
  @Parameter(description = "One or several; closed ones are shown when they are asked for")
  public List<String> status;

  @QueryParam("open")
  @Parameter(
      description =
          "true, false or any. Left out: open ones, unless the query asks for a status, a waybill"
              + " or a customer",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"true", "false", "any"}))
  public Open open;

  @QueryParam("outlet")
  public String outlet;

  @QueryParam("department")
  @Parameter(example = "STORAGE_TRANSPORT")
  public String department;

  @QueryParam("assignee")
  public String assignee;

  @QueryParam("tier")
  public CustomerTier tier;

  @QueryParam("priority")
  public Priority priority;

  @QueryParam("category")
  public String category;

  @QueryParam("waybill")
  public String waybill;

  @QueryParam("escalationLevel")
  @Parameter(description = "One or several of 0 to 3, for cases that can be escalated")
  public List<Integer> escalationLevel;

  @QueryParam("breached")
  @Parameter(description = "true: a deadline that is still to be met has passed; false: none has")
  public Boolean breached;

  @QueryParam("legalHold")
  @Parameter(description = "true: only cases that are under a legal hold themselves")
  public Boolean legalHold;

  @QueryParam("phone")
  @Parameter(
      description = "The customer's, as people write it; for those who may see contacts",
      schema = @Schema(type = SchemaType.STRING))
  public Phone phone;

  @QueryParam("name")
  @Parameter(description = "The customer's whole name; for those who may see contacts")
  public String name;

  @QueryParam("openedFrom")
  public String openedFrom;

  @QueryParam("openedTo")
  public String openedTo;

  @QueryParam("dueFrom")
  @Parameter(description = "Of the earliest deadline that runs and is not met")
  public String dueFrom;

  @QueryParam("dueTo")
  @Parameter(description = "Of the earliest deadline that runs and is not met")
  public String dueTo;

  @QueryParam("sort")
  @Parameter(
      description =
          "openedAt, or dueAt for open cases by the earliest deadline that runs and is not met",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"openedAt", "dueAt"}))
  public String sort;

  @QueryParam("limit")
  @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
  public Limit limit;

  @QueryParam("cursor")
  @Parameter(schema = @Schema(type = SchemaType.STRING))
  public Cursor cursor;

  Limit limitOrDefault() {
    return limit == null ? Limit.DEFAULT : limit;
  }

  boolean sortsByDueAt() {
    if (sort == null || sort.equals("openedAt")) {
      return false;
    }
    if (!sort.equals("dueAt")) {
      throw new DomainException(400, "bad-sort", "sort must be dueAt or openedAt");
    }
    if (open != null && open != Open.TRUE) {
      throw new DomainException(400, "bad-sort", "Only open cases have a due time to sort by");
    }
    return true;
  }

  /** The desk works on what is open; who looks for one case wants it whatever became of it. */
  Open openOrDefault() {
    if (open != null) {
      return open;
    }
    return waybill == null && !asksForCustomer() ? Open.TRUE : Open.ANY;
  }

  boolean asksForStatus() {
    return status != null && !status.isEmpty();
  }

  boolean asksForLevel() {
    return escalationLevel != null && !escalationLevel.isEmpty();
  }

  boolean asksForCustomer() {
    return phone != null || name != null;
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
