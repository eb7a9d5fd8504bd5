package io.parceldesk.notification.sms;

import io.parceldesk.notification.Breaker;
import io.parceldesk.notification.Carrier;
import io.parceldesk.notification.Delivery;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.Outcome;
import io.parceldesk.notification.Outcome.SmsPart;
import io.parceldesk.notification.SmsConfig;
import io.parceldesk.notification.SmsLanes;
import io.parceldesk.notification.SmsText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/**
 * One SMPP account. It carries what waits in its own lane, and in the lanes of gateways that cannot
 * carry now where it is the first that can: traffic moves by being fetched elsewhere, not a row is
 * rewritten for it, and moves back the same way.
 */
final class SmsGateway implements Carrier {
  private static final RegisteredDelivery RECEIPT =
      new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE);

  /** So many wait in this process for each that is under way, that the window never runs dry. */
  private static final int AHEAD = 4;

  private final String name;
  private final SmsConfig config;
  private final int window;
  private final SmppLink link;
  private final Breaker breaker;
  private final SmppRefusals refusals;
  private final Function<SmsGateway, List<String>> lanes;
  private final DeliveryRepository deliveries;

  SmsGateway(
      String name,
      SmsConfig config,
      SmppLink link,
      Breaker breaker,
      Function<SmsGateway, List<String>> lanes,
      DeliveryRepository deliveries) {
    this.name = name;
    this.config = config;
    this.window = config.gateways().get(name).window();
    this.link = link;
    this.breaker = breaker;
    this.refusals = new SmppRefusals(breaker);
    this.lanes = lanes;
    this.deliveries = deliveries;
  }

  String lane() {
    return SmsLanes.of(name);
  }

  boolean isUsable() {
    return link.session().isPresent() && !breaker.isOpen();
  }

  boolean canBeTried() {
    return link.session().isPresent() && !breaker.rests();
  }

  @Override
  public String name() {
    return "sms:" + name;
  }

  @Override
  public int window() {
    return window;
  }

  @Override
  public List<String> lanes() {
    return lanes.apply(this);
  }

  @Override
  public int room(String lane) {
    return link.session().isPresent() ? breaker.room(window * AHEAD) : 0;
  }

  @Override
  public Health health() {
    if (link.session().isEmpty()) {
      return Health.UNREACHABLE;
    }
    return breaker.health();
  }

  @Override
  public Outcome carry(Delivery delivery) {
    var parts = new SmsText(delivery.message().text()).parts();
    var done = parts.size() == 1 ? Set.<Integer>of() : accepted(delivery);
    var sent = new ArrayList<SmsPart>();
    for (var number = 1; number <= parts.size(); number++) {
      if (done.contains(number)) {
        continue; // accepted in an earlier attempt
      }
      var trouble = send(delivery, parts, number, sent);
      if (trouble != null) {
        return trouble;
      }
    }
    breaker.succeeded();
    return new Outcome.Sent(0, sent);
  }

  private Collection<Integer> accepted(Delivery delivery) {
    return deliveries.acceptedParts(delivery.id());
  }

  /** Null when the part was accepted. */
  private Outcome send(Delivery delivery, List<String> parts, int number, List<SmsPart> sent) {
    var session = link.session();
    if (session.isEmpty()) {
      return new Outcome.Postponed(sent);
    }
    try {
      sent.add(new SmsPart(number, name, submit(session.get(), delivery, parts, number)));
      return null;
    } catch (NegativeResponseException e) {
      return refusals.outcome(e.getCommandStatus(), delivery.attempt(), sent);
    } catch (GenericNackResponseException e) {
      return refusals.outcome(e.getCommandStatus(), delivery.attempt(), sent);
    } catch (PDUException e) {
      return new Outcome.Refused(null, "the message does not fit into a submit_sm", sent);
    } catch (ResponseTimeoutException e) {
      return unknown(number, "no answer to submit_sm in time", sent);
    } catch (IOException | InvalidResponseException e) {
      return unknown(number, "the link was lost before the answer to submit_sm", sent);
    }
  }

  private Outcome unknown(int part, String error, List<SmsPart> sent) {
    breaker.failed();
    return new Outcome.Unknown(part, error, config.settleWithin(), sent);
  }

  private String submit(SMPPSession session, Delivery delivery, List<String> parts, int number)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    var text = parts.get(number - 1);
    var pdu =
        parts.size() == 1
            ? SmsPdu.whole(text)
            : SmsPdu.part(text, SmsReference.ofWhole(delivery.id()), parts.size(), number);
    var reference = (short) SmsReference.ofPart(delivery.id(), number);
    return session
        .submitShortMessage(
            null,
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            config.sender(),
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            delivery.message().address().substring(1), // without the plus sign
            pdu.esmClass(),
            (byte) 0,
            (byte) 0,
            null,
            null,
            RECEIPT,
            (byte) 0,
            SmsPdu.UCS2,
            (byte) 0,
            pdu.bytes(),
            new OptionalParameter.User_message_reference(reference))
        .getMessageId();
  }
}
