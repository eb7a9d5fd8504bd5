package io.parceldesk.notification.routing;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.BrokenSeal;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.notification.Addressee;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.Outlet;
import io.parceldesk.notification.OutletRepository;
import io.parceldesk.notification.Person;
import io.parceldesk.notification.QuietTime;
import io.parceldesk.notification.WebhookEndpoint;
import io.parceldesk.notification.WebhookEndpointRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Finds whom a rule reaches: in the event's contact, and in the directory read once per batch. */
@ApplicationScoped
class Recipients {
  private static final Logger LOG = Logger.getLogger(Recipients.class);

  private final OutletRepository outlets;
  private final WebhookEndpointRepository endpoints;
  private final Seal seal;
  private final BlindIndex index;

  Recipients(
      OutletRepository outlets, WebhookEndpointRepository endpoints, Seal seal, BlindIndex index) {
    this.outlets = outlets;
    this.endpoints = endpoints;
    this.seal = seal;
    this.index = index;
  }

  /** The part of the directory that a batch of events is about. */
  record Book(Map<String, Outlet> outlets, List<WebhookEndpoint> endpoints) {
    /** Null for no code, and for one that the directory does not have. */
    Outlet outlet(String code) {
      return code == null ? null : outlets.get(code);
    }

    String nameOf(String code, String locale) {
      var known = outlet(code);
      return known == null ? code : known.nameIn(locale);
    }
  }

  Book bookFor(Collection<Happening> happenings) {
    Set<String> codes =
        happenings.stream().flatMap(h -> h.outlets().stream()).collect(Collectors.toSet());
    return new Book(outlets.withAncestors(codes), endpoints.activeOf(codes));
  }

  List<Recipient> of(RoutingRule rule, Happening happening, Book book) {
    return switch (rule.to()) {
      case CUSTOMER -> customer(rule, happening);
      case OUTLET -> outlet(rule, happening, book);
      case PEOPLE -> people(rule, happening, book);
      case SUBSCRIBERS -> subscribers(happening, book);
    };
  }

  private List<Recipient> customer(RoutingRule rule, Happening happening) {
    if (happening.contact() == null) {
      return List.of();
    }
    var contact = open(happening.contact());
    var quiet = new QuietTime(QuietTime.NIGHT, ZoneId.of(contact.zone()));
    return rule.by().stream()
        .flatMap(channel -> customer(channel, contact))
        .map(reach -> recipient("CUSTOMER", null, reach, contact.locale(), quiet))
        .toList();
  }

  /** Buried with its event when the key is missing: once there is one it can be replayed. */
  private Contact open(String sealed) {
    try {
      return seal.open(sealed, Contact.class);
    } catch (BrokenSeal e) {
      throw new DomainException(422, "sealed-contact", "The sealed contact cannot be opened");
    }
  }

  /** A way to somebody; {@code phone} is null for e-mail. */
  private record Reach(MessageChannel channel, Phone phone, String email) {}

  private static Stream<Reach> customer(MessageChannel channel, Contact contact) {
    var reach = new Reach(channel, contact.phone(), contact.email());
    return Stream.of(reach)
        .filter(r -> channel == MessageChannel.SMS ? r.phone() != null : r.email() != null);
  }

  private List<Recipient> outlet(RoutingRule rule, Happening happening, Book book) {
    var code = happening.responsibleOutlet();
    var outlet = book.outlet(code);
    if (outlet == null || !outlet.active()) {
      if (code != null) {
        LOG.warnf(
            "Outlet %s is closed or not in the directory: it is not told of %s %s",
            code, happening.type(), happening.facts().number());
      }
      return List.of();
    }
    return rule.by().stream()
        .flatMap(
            channel ->
                outlet.addresses(channel, rule.purpose()).stream()
                    .map(address -> reach(channel, address)))
        .map(reach -> recipient("OUTLET", outlet, reach))
        .toList();
  }

  /** The outlet's own people speak first; where it has none at the level, those above it do. */
  private List<Recipient> people(RoutingRule rule, Happening happening, Book book) {
    var outlet = book.outlet(happening.responsibleOutlet());
    while (outlet != null && outlet.peopleAt(happening.level()).isEmpty()) {
      outlet = book.outlet(outlet.parent());
    }
    if (outlet == null || !outlet.active()) {
      return List.of();
    }
    var found = outlet;
    return found.peopleAt(happening.level()).stream()
        .flatMap(person -> rule.by().stream().flatMap(channel -> person(channel, person)))
        .map(reach -> recipient("PEOPLE", found, reach))
        .toList();
  }

  private static Stream<Reach> person(MessageChannel channel, Person person) {
    var address = channel == MessageChannel.SMS ? person.phone() : person.email();
    return Stream.ofNullable(address).map(known -> reach(channel, known));
  }

  private static Reach reach(MessageChannel channel, String address) {
    return channel == MessageChannel.SMS
        ? new Reach(channel, new Phone(address, null), null)
        : new Reach(channel, null, address);
  }

  private Recipient recipient(String audience, Addressee addressee, Reach reach) {
    return recipient(
        audience, addressee.code(), reach, addressee.language(), addressee.quietTime());
  }

  private Recipient recipient(
      String audience, String outlet, Reach reach, String locale, QuietTime quiet) {
    var sms = reach.channel() == MessageChannel.SMS;
    return new Recipient(
        audience,
        outlet,
        reach.channel(),
        sms ? reach.phone().e164() : reach.email(),
        sms ? index.phone(reach.phone()) : index.email(reach.email()),
        sms ? Masks.phone(reach.phone().e164()) : Masks.email(reach.email()),
        reach.channel().lane(),
        locale,
        quiet,
        sms && !reach.phone().canReceiveSms() ? "not a mobile number" : null);
  }

  private List<Recipient> subscribers(Happening happening, Book book) {
    var type = happening.type().replace('-', '.');
    return book.endpoints().stream()
        .filter(endpoint -> happening.outlets().contains(endpoint.outlet()))
        .filter(endpoint -> endpoint.subscribesTo(type))
        .filter(endpoint -> book.outlet(endpoint.outlet()).active())
        .map(
            endpoint ->
                new Recipient(
                    "SUBSCRIBERS",
                    endpoint.outlet(),
                    MessageChannel.WEBHOOK,
                    endpoint.id().toString(),
                    endpoint.id().toString(),
                    URI.create(endpoint.url()).getHost(),
                    endpoint.lane(),
                    null,
                    null,
                    null))
        .toList();
  }
}
