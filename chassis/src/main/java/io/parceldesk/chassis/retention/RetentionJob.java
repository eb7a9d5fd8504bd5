package io.parceldesk.chassis.retention;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes what is not kept any more, class by class (REG-11). What one run leaves the next does. */
@ApplicationScoped
public class RetentionJob {
  private static final Logger LOG = Logger.getLogger(RetentionJob.class);

  private final DataClasses classes;
  private final RetentionPeriods periods;
  private final SubjectDesk desk;
  private final SubjectHolds holds;

  RetentionJob(
      DataClasses classes, RetentionPeriods periods, SubjectDesk desk, SubjectHolds holds) {
    this.classes = classes;
    this.periods = periods;
    this.desk = desk;
    this.holds = holds;
  }

  @Scheduled(every = "1h", delayed = "12m", concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    holds.renew(); // first of all: whoever is held stays so under a new key
    classes.all().forEach(this::clear);
  }

  /** Erasures that a crash cut off; doing one twice, even at once, is doing it once. */
  @Scheduled(every = "5m", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
  public void goOnErasing() {
    desk.goOn();
  }

  private void clear(DataClass dataClass) {
    try {
      dataClass.clear(periods.closedBefore(dataClass.name()));
    } catch (RuntimeException e) {
      LOG.errorf(e, "What is due of %s could not be cleared", dataClass.name());
    }
  }
}
