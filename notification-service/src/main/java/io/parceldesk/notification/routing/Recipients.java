package io.parceldesk.notification.routing;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.BrokenSeal;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.notification.Addressee;
import io.parceldesk.notification.Department;
import io.parceldesk.notification.DepartmentRepository;
import io.parceldesk.notification.Happening;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.Outlet;
import io.parceldesk.notification.OutletRepository;
import io.parceldesk.notification.Person;
import io.parceldesk.notification.QuietTime;
import io.parceldesk.notification.SmsLanes;
import io.parceldesk.notification.WebhookEndpoint;
import io.parceldesk.notification.WebhookEndpointRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Finds whom a rule reaches: in the event's contact, and in the directory read once per batch. */
@ApplicationScoped
class Recipients {
  private static final Logger LOG = Logger.getLogger(Recipients.class);

  private final OutletRepository outlets;
  private final DepartmentRepository departments;
  private final WebhookEndpointRepository endpoints;
  private final Seal seal;
  private final BlindIndex index;
  private final SmsLanes lanes;

  Recipients(
      OutletRepository outlets,
      DepartmentRepository departments,
      WebhookEndpointRepository endpoints,
      Seal seal,
      BlindIndex index,
      SmsLanes lanes) {
    this.outlets = outlets;
    this.departments = departments;
    this.endpoints = endpoints;
    this.seal = seal;
    this.index = index;
    this.lanes = lanes;
  }

  /** The part of the directory that a batch of events is about. */
  record Book(
      Map<String, Outlet> outlets,
      Map<String, Department> departments,
      List<WebhookEndpoint> endpoints) {
    /** Null for no code, and for one that the directory does not have. */
    Outlet outlet(String code) {
      return code == null ? null : outlets.get(code);
    }

    Department department(String code) {
      return code == null ? null : departments.get(code);
    }

    String nameOf(String code, String locale) {
      var known = outlet(code);
      return known == null ? code : known.nameIn(locale);
    }
  }

  Book bookFor(Collection<Happening> happenings) {
    Set<String> codes =
        happenings.stream().flatMap(h -> h.outlets().stream()).collect(Collectors.toSet());
    return new Book(
        outlets.withAncestors(codes),
        departments.named(
            happenings.stream()
                .map(Happening::responsibleDepartment)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())),
        endpoints.activeOf(codes));
  }

  List<Recipient> of(RoutingRule rule, Happening happening, Book book) {
    return switch (rule.to()) {
      case CUSTOMER -> customers(rule, happening);
      case OUTLET -> outlet(rule, happening, happening.responsibleOutlet(), book);
      case FILING_OUTLET -> outlet(rule, happening, happening.filingOutlet(), book);
      case DEPARTMENT -> department(rule, book.department(happening.responsibleDepartment()));
      case PEOPLE -> people(rule, happening, book);
      case SUBSCRIBERS -> subscribers(happening, book);
    };
  }

  private List<Recipient> customers(RoutingRule rule, Happening happening) {
    return happening.contacts().stream()
        .flatMap(contact -> customer(rule, open(contact)).stream())
        .toList();
  }

  private List<Recipient> customer(RoutingRule rule, Contact contact) {
    var quiet = new QuietTime(QuietTime.NIGHT, ZoneId.of(contact.zone()));
    var byMail = byMail(rule, contact, quiet);
    var reached =
        rule.by().stream()
            .flatMap(channel -> customer(channel, contact))
            .map(reach -> recipient("CUSTOMER", null, reach, contact.locale(), quiet))
            .map(to -> to.obstacle() == null ? to.orElse(byMail) : to)
            .toList();
    return byMail != null && reached.stream().noneMatch(to -> to.fallback() != null)
        ? Stream.concat(reached.stream(), Stream.of(byMail)).toList() // there is no SMS to wait for
        : reached;
  }

  private Recipient byMail(RoutingRule rule, Contact contact, QuietTime quiet) {
    return rule.fallback() != MessageChannel.EMAIL || contact.email() == null
        ? null
        : recipient(
            "CUSTOMER",
            null,
            new Reach(MessageChannel.EMAIL, null, contact.email()),
            contact.locale(),
            quiet);
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

  private List<Recipient> outlet(RoutingRule rule, Happening happening, String code, Book book) {
    var outlet = book.outlet(code);
    if (outlet == null || !outlet.active()) {
      if (code != null) {
        LOG.warnf(
            "Outlet %s is closed or not in the directory: it is not told of %s %s",
            code, happening.type(), happening.facts().number());
      }
      return List.of();
    }
    return reaches(rule, outlet)
        .map(reach -> recipient(rule.to().name(), outlet.code(), outlet, reach))
        .toList();
  }

  /** No outlet's people see what a department is told. */
  private List<Recipient> department(RoutingRule rule, Department department) {
    return department == null
        ? List.of()
        : reaches(rule, department)
            .map(reach -> recipient(rule.to().name(), null, department, reach))
            .toList();
  }

  private static Stream<Reach> reaches(RoutingRule rule, Addressee addressee) {
    return rule.by().stream()
        .flatMap(
            channel ->
                addressee.addresses(channel, rule.purpose()).stream()
                    .map(address -> reach(channel, address)));
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
        .map(reach -> recipient("PEOPLE", found.code(), found, reach))
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

  private Recipient recipient(String audience, String outlet, Addressee addressee, Reach reach) {
    return recipient(audience, outlet, reach, addressee.language(), addressee.quietTime());
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
        sms ? lanes.laneFor(index.phone(reach.phone())) : reach.channel().lane(),
        locale,
        quiet,
        sms && !reach.phone().canReceiveSms() ? "not a mobile number" : null,
        null);
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
                    null,
                    null))
        .toList();
  }
}
