package io.parceldesk.sandbox.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.util.DeliveryReceiptState;

/** What became of a submitted message, told to its sender with a {@code deliver_sm}. */
record SmsReceipt(SubmitSm submit, String messageId, SmsBehaviour.Receipt outcome, Instant sentAt) {

  /** Whether the sender took it. */
  boolean sendOver(SMPPServerSession session) {
    try {
      session.deliverShortMessage(
          "",
          TypeOfNumber.INTERNATIONAL,
          NumberingPlanIndicator.ISDN,
          submit.getDestAddress(),
          TypeOfNumber.UNKNOWN,
          NumberingPlanIndicator.UNKNOWN,
          submit.getSourceAddr(),
          new ESMClass(
              MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
          (byte) 0,
          (byte) 0,
          new RegisteredDelivery(0),
          new RawDataCoding((byte) 0),
          text().getBytes(StandardCharsets.US_ASCII),
          parameters());
      return true;
    } catch (PDUException
        | ResponseTimeoutException
        | InvalidResponseException
        | NegativeResponseException
        | IOException
        | IllegalStateException e) {
      return false; // the session ended, or its client refused: another session may take it
    }
  }

  private String text() {
    var delivered = outcome == SmsBehaviour.Receipt.DELIVERED ? 1 : 0;
    var error = delivered == 1 ? "000" : "001";
    var at = Date.from(sentAt);
    return new DeliveryReceipt(messageId, 1, delivered, at, at, state(), error, "").toString();
  }

  private OptionalParameter[] parameters() {
    List<OptionalParameter> parameters = new ArrayList<>();
    parameters.add(new OptionalParameter.Receipted_message_id(messageId));
    parameters.add(new OptionalParameter.Message_state(stateCode()));
    OptionalParameter reference =
        submit.getOptionalParameter(OptionalParameter.Tag.USER_MESSAGE_REFERENCE);
    if (reference != null) {
      parameters.add(reference);
    }
    return parameters.toArray(OptionalParameter[]::new);
  }

  private DeliveryReceiptState state() {
    return switch (outcome) {
      case DELIVERED -> DeliveryReceiptState.DELIVRD;
      case UNDELIVERABLE -> DeliveryReceiptState.UNDELIV;
      case EXPIRED -> DeliveryReceiptState.EXPIRED;
      case NONE -> throw new IllegalStateException("no receipt");
    };
  }

  private byte stateCode() {
    return switch (outcome) {
      case DELIVERED -> 2;
      case UNDELIVERABLE -> 5;
      case EXPIRED -> 3;
      case NONE -> throw new IllegalStateException("no receipt");
    };
  }
}
