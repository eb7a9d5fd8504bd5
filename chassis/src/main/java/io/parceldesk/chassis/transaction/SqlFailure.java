package io.parceldesk.chassis.transaction;

import java.sql.SQLException;

/** A statement failed; the cause's SQLSTATE says why. */
public class SqlFailure extends RuntimeException {
  public SqlFailure(SQLException cause) {
    super(cause);
  }
}
