package io.parceldesk.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.servers.SmsBehaviour.Answer;
import io.parceldesk.sandbox.servers.SmsBehaviour.Receipt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsCentreTest {
  private static final String CUSTOMER = "8613800138000";
  private static final int UDHI = 0x40;
  private static final RawDataCoding UCS_2 = new RawDataCoding((byte) 8);
  private static final RawDataCoding GSM = new RawDataCoding((byte) 0);

  private final List<DeliveryReceipt> receipts = new CopyOnWriteArrayList<>();
  private SmsCentre centre;
  private SMPPSession session;

  @BeforeEach
  void bind() throws Exception {
    centre = SmsCentre.start(SmsCentre.Settings.on(0));
    session = bound("primary", "primary");
  }

  @AfterEach
  void close() {
    session.unbindAndClose();
    centre.close();
  }

  @Test
  void showsAMessageAndSendsItsReceipt() throws Exception {
    var messageId = submit("【路路通】您的投诉已受理".getBytes(StandardCharsets.UTF_16BE), UCS_2, 0);

    assertThat(centre.messagesTo(CUSTOMER))
        .singleElement()
        .satisfies(
            sms -> {
              assertThat(sms.text()).isEqualTo("【路路通】您的投诉已受理");
              assertThat(sms.segments()).isEqualTo(1);
              assertThat(sms.gateway()).isEqualTo("primary");
              assertThat(sms.messageIds()).containsExactly(messageId);
            });
    await().until(() -> receipts.size() == 1);
    assertThat(receipts.get(0).getId()).isEqualTo(messageId);
    assertThat(receipts.get(0).getFinalStatus()).isEqualTo(DeliveryReceiptState.DELIVRD);
  }

  @Test
  void putsThePartsOfALongMessageTogetherInWhicheverOrderTheyCome() throws Exception {
    var first = "一".repeat(67);
    var second = "二".repeat(67);
    var third = "三".repeat(6);

    submit(part(7, 3, 2, second), UCS_2, UDHI);
    submit(part(7, 3, 3, third), UCS_2, UDHI);
    assertThat(centre.messages()).isEmpty();
    submit(part(7, 3, 1, first), UCS_2, UDHI);

    assertThat(centre.messages())
        .singleElement()
        .satisfies(
            sms -> {
              assertThat(sms.text()).isEqualTo(first + second + third);
              assertThat(sms.segments()).isEqualTo(3);
            });
    await().until(() -> receipts.size() == 3);
  }

  @Test
  void readsConcatenationFromSarParametersToo() throws Exception {
    for (var number = 1; number <= 2; number++) {
      submit(
          ("part" + number).getBytes(StandardCharsets.US_ASCII),
          GSM,
          0,
          new OptionalParameter.Sar_msg_ref_num((short) 300),
          new OptionalParameter.Sar_total_segments((byte) 2),
          new OptionalParameter.Sar_segment_seqnum((byte) number));
    }

    assertThat(centre.messages())
        .singleElement()
        .satisfies(sms -> assertThat(sms.text()).isEqualTo("part1part2"));
  }

  @Test
  void readsTheGsmAlphabet() throws Exception {
    submit(new byte[] {0x00, 0x01, 0x41, 0x1b, 0x65, 0x7f, 0x20, 0x11}, GSM, 0);

    assertThat(centre.messages())
        .singleElement()
        .satisfies(sms -> assertThat(sms.text()).isEqualTo("@£A€à _"));
  }

  @Test
  void throttlesWhenTold() {
    centre.treat("primary", SmsBehaviour.normal().answering(Answer.THROTTLED));

    assertThatExceptionOfType(NegativeResponseException.class)
        .isThrownBy(() -> submit("x".getBytes(), GSM, 0))
        .satisfies(
            e -> assertThat(e.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RTHROTTLED));
    assertThat(centre.messages()).isEmpty();
  }

  @Test
  void takesAMessageWithoutAnswerWhenToldYetItsReceiptCarriesTheSendersReference() {
    centre.treat("primary", SmsBehaviour.normal().answering(Answer.NONE));
    session.setTransactionTimer(200);

    assertThatExceptionOfType(ResponseTimeoutException.class)
        .isThrownBy(
            () ->
                submit(
                    "x".getBytes(),
                    GSM,
                    0,
                    new OptionalParameter.User_message_reference((short) 4711)));

    assertThat(centre.messages())
        .singleElement()
        .satisfies(sms -> assertThat(sms.reference()).isEqualTo(4711));
    await().until(() -> receipts.size() == 1);
  }

  @Test
  void saysUndeliverableWhenTold() throws Exception {
    centre.treat("primary", SmsBehaviour.normal().receipting(Receipt.UNDELIVERABLE));

    submit("x".getBytes(), GSM, 0);

    await().until(() -> receipts.size() == 1);
    assertThat(receipts.get(0).getFinalStatus()).isEqualTo(DeliveryReceiptState.UNDELIV);
  }

  @Test
  void keepsAReceiptForAClientThatHasGoneUntilItComesBack() throws Exception {
    submit("x".getBytes(), GSM, 0);
    session.unbindAndClose();

    session = bound("primary", "primary");

    await().until(() -> receipts.size() == 1);
  }

  @Test
  void refusesAWrongPassword() {
    assertThatExceptionOfType(java.io.IOException.class)
        .isThrownBy(() -> bound("secondary", "primary"));
  }

  @Test
  void comesBackAtTheSamePortAfterAnOutage() throws Exception {
    centre.halt();
    await().until(() -> !session.getSessionState().isBound());
    assertThatExceptionOfType(java.io.IOException.class)
        .isThrownBy(() -> bound("primary", "primary"));

    centre.resume();

    session = bound("primary", "primary");
    submit("x".getBytes(), GSM, 0);
    assertThat(centre.messages()).hasSize(1);
  }

  private SMPPSession bound(String systemId, String password) throws java.io.IOException {
    var client = new SMPPSession();
    client.setMessageReceiverListener(new Receipts());
    client.setTransactionTimer(10_000);
    client.connectAndBind(
        Loopback.HOST,
        centre.port(),
        new BindParameter(
            BindType.BIND_TRX,
            systemId,
            password,
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            null),
        2_000);
    return client;
  }

  private String submit(
      byte[] bytes, RawDataCoding coding, int esmClass, OptionalParameter... parameters)
      throws Exception {
    return session
        .submitShortMessage(
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            "10690000",
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            CUSTOMER,
            new ESMClass(esmClass),
            (byte) 0,
            (byte) 0,
            null,
            null,
            new RegisteredDelivery(1),
            (byte) 0,
            coding,
            (byte) 0,
            bytes,
            parameters)
        .getMessageId();
  }

  private static byte[] part(int reference, int total, int number, String text) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) number});
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_16BE));
    return bytes.toByteArray();
  }

  private final class Receipts implements MessageReceiverListener {
    @Override
    public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
      try {
        receipts.add(deliverSm.getShortMessageAsDeliveryReceipt());
      } catch (InvalidDeliveryReceiptException e) {
        throw new ProcessRequestException("not a receipt", SMPPConstant.STAT_ESME_RSYSERR);
      }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source)
        throws ProcessRequestException {
      throw new ProcessRequestException("not expected", SMPPConstant.STAT_ESME_RINVCMDID);
    }
  }
}
