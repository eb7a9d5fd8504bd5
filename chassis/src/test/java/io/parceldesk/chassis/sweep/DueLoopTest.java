package io.parceldesk.chassis.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.sweep.DueLoop.Next;
import io.parceldesk.chassis.sweep.DueLoop.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueLoopTest {
  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
  private final Logger logger = Logger.getLogger(DueLoop.class.getName());
  private final Handler listener = listener();

  @BeforeEach
  void listen() {
    logger.addHandler(listener);
  }

  @AfterEach
  void listenNoMore() {
    logger.removeHandler(listener);
  }

  @Test
  void endsQuietlyWhenWhatItWorksWithIsTakenAwayAtShutdown() throws InterruptedException {
    var working = new CountDownLatch(1);
    var taken = new CountDownLatch(1);
    var loop = new DueLoop("test", failing(working, taken), alarmThatAlsoTakes(taken));

    loop.start();
    assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
    loop.stop();

    assertThat(logged).isEmpty();
  }

  @Test
  void saysThatItFailedWhileItRuns() throws InterruptedException {
    var tried = new CountDownLatch(2);
    var loop = new DueLoop("test", failing(tried, new CountDownLatch(0)), Alarm.plain());

    loop.start();
    assertThat(tried.await(10, TimeUnit.SECONDS)).isTrue();
    loop.stop();

    assertThat(logged).isNotEmpty();
  }

  private static Work failing(CountDownLatch working, CountDownLatch taken) {
    return new Work() {
      @Override
      public Next next(Instant lowWater) {
        return new Next(Instant.EPOCH, Instant.EPOCH);
      }

      @Override
      public int sweep(Instant lowWater) {
        working.countDown();
        try {
          taken.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("The connection was closed");
      }
    };
  }

  /** Stopping wakes the alarm; only then the work fails. */
  private static Alarm alarmThatAlsoTakes(CountDownLatch taken) {
    var plain = Alarm.plain();
    return new Alarm() {
      @Override
      public void await(Duration longest) throws InterruptedException {
        plain.await(longest);
      }

      @Override
      public void wakeNow() {
        taken.countDown();
        plain.wakeNow();
      }
    };
  }

  private Handler listener() {
    return new Handler() {
      @Override
      public void publish(LogRecord said) {
        logged.add(said.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
