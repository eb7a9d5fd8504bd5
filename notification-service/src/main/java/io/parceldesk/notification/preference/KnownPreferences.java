package io.parceldesk.notification.preference;

import io.parceldesk.chassis.retention.OpenedRow;
import io.parceldesk.chassis.retention.SubjectData;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Both kinds of preference, for whoever asks what is held of them. */
@Singleton
class KnownPreferences {
  private final Sql sql;
  private final OpenedRow rows;

  KnownPreferences(Sql sql, OpenedRow rows) {
    this.sql = sql;
    this.rows = rows;
  }

  @Produces
  @Singleton
  SubjectData optOuts() {
    return PreferenceData.optOuts(sql, rows);
  }

  @Produces
  @Singleton
  SubjectData consents() {
    return PreferenceData.consents(sql, rows);
  }
}
