package io.parceldesk.deploy.training;

import io.parceldesk.sandbox.servers.Loopback;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/** jSMPP with nothing around it: as many submits at once as the window allows. */
final class BareSmpp {
  private static final byte[] TEXT =
      "【路路通速运】您的投诉已受理,编号CMP-261125-000001,我们会尽快处理并答复您。".getBytes(StandardCharsets.UTF_16BE);

  private final int port;
  private final int window;

  BareSmpp(int port, int window) {
    this.port = port;
    this.window = window;
  }

  /** Submits a second. */
  double run(int messages) throws Exception {
    var session = new SMPPSession();
    session.setTransactionTimer(10_000);
    session.connectAndBind(Loopback.HOST, port, account());
    var threads = Executors.newFixedThreadPool(window);
    try {
      var next = new AtomicInteger();
      var begin = System.nanoTime();
      Callable<Void> sender =
          () -> {
            for (var i = next.getAndIncrement(); i < messages; i = next.getAndIncrement()) {
              submit(session, i);
            }
            return null;
          };
      for (var result :
          threads.invokeAll(IntStream.range(0, window).mapToObj(i -> sender).toList())) {
        result.get();
      }
      return messages * 1.0e9 / (System.nanoTime() - begin);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
      session.unbindAndClose();
    }
  }

  private static BindParameter account() {
    return new BindParameter(
        BindType.BIND_TRX,
        "secondary",
        "second",
        null,
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.UNKNOWN,
        null);
  }

  private static void submit(SMPPSession session, int i) throws Exception {
    session.submitShortMessage(
        "",
        TypeOfNumber.NATIONAL,
        NumberingPlanIndicator.ISDN,
        "10690001",
        TypeOfNumber.INTERNATIONAL,
        NumberingPlanIndicator.ISDN,
        "86138%08d".formatted(i),
        new ESMClass(),
        (byte) 0,
        (byte) 1,
        null,
        null,
        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
        (byte) 0,
        new GeneralDataCoding(Alphabet.ALPHA_UCS2),
        (byte) 0,
        TEXT);
  }
}
