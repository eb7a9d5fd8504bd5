package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.deadline.OpeningClocks;
import io.parceldesk.contracts.CaseRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The cases of one kind, and the one way to open, read and change them. Whatever a change does to
 * aggregate, deadlines, timeline, links and outbox is written in one transaction that holds the
 * lock of the case's {@code case_stream} row.
 */
public abstract class Cases<C extends Case> {
  private final CaseKind kind;
  private final String table;
  private final String path;
  private final PanacheRepositoryBase<C, UUID> repository;
  private final CaseDesk desk;

  /**
   * @param table has at least the columns id, number, status, waybill, opened_at, closed_at,
   *     outlet, department, assignee, tier, priority and category, and {@code next_due_at
   *     timestamptz not null default '9999-12-31Z'}, which the chassis keeps and no entity maps
   * @param path of the resource, such as /complaints
   */
  protected Cases(
      CaseKind kind,
      String table,
      String path,
      PanacheRepositoryBase<C, UUID> repository,
      CaseDesk desk) {
    this.kind = kind;
    this.table = table;
    this.path = path;
    this.repository = repository;
    this.desk = desk;
  }

  public CaseKind kind() {
    return kind;
  }

  /** What its profile's category can be, so that no policy waits for another; empty: anything. */
  public Set<String> categories() {
    return Set.of();
  }

  /** What its list can be searched by beyond what all lists can. */
  public Set<ListFilter> filters() {
    return Set.of();
  }

  /** The names of an enum that is the category. */
  protected static Set<String> names(Enum<?>... categories) {
    return Arrays.stream(categories).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Opens a case; {@code announcement} says what its opening means once its deadlines are known.
   */
  public CaseFile<C> open(
      OpeningRequest request,
      Function<Ticket, C> opening,
      BiFunction<C, OpeningClocks, Change> announcement) {
    return desk.opening().open(this, request, opening, announcement, (found, now) -> null);
  }

  /**
   * Opens a case because of what happened elsewhere, or attaches its origin to the one that is open
   * on the waybill; {@code attachment} says what that means, once for each origin.
   */
  public CaseFile<C> openOrAttach(
      OpeningRequest request,
      Function<Ticket, C> opening,
      BiFunction<C, OpeningClocks, Change> announcement,
      BiFunction<C, Instant, Change> attachment) {
    return desk.opening().open(this, request, opening, announcement, attachment);
  }

  /** Changes a case on somebody's request, if its status and the caller's If-Match allow. */
  public CaseFile<C> change(
      CaseNumber number,
      IfMatch ifMatch,
      CaseAction action,
      BiFunction<C, Instant, Change> decision) {
    return desk.changes().change(this, number, ifMatch, action, decision);
  }

  /**
   * Changes a case because of what happened elsewhere; {@code null} means there is nothing to do.
   * What concerns a case that was merged reaches its survivor, or is kept there and told to the
   * survivor.
   */
  public void note(CaseNumber number, BiFunction<C, Instant, Change> decision) {
    desk.changes().note(this, number, decision);
  }

  /**
   * Ends a case that is the same matter as another one, which goes on: with the earlier of both due
   * times (conformance 10), with the links of both. The file is that of the merged case.
   *
   * @param into asked for once it is known that the case may be merged at all
   */
  public CaseFile<C> merge(
      CaseNumber number,
      Supplier<CaseNumber> into,
      IfMatch ifMatch,
      CaseAction action,
      Merger.Decision<C> decision) {
    return desk.merging().merge(this, number, into, ifMatch, action, decision);
  }

  /** Tells the open cases on a waybill that their customer got in touch in another case. */
  public void hearFromCustomer(String waybill, CaseRef elsewhere) {
    desk.changes().hearFromCustomer(this, waybill, elsewhere);
  }

  /** Changes a case whose lock the current transaction holds already, as after a fired rung. */
  public void changeLocked(C subject, Instant now, BiFunction<C, Instant, Change> decision) {
    desk.changes().changeLocked(this, subject, now, decision);
  }

  /** Remembers a related case; knowing it already is fine. */
  public void link(CaseNumber number, CaseRef other, CaseLink.Relation relation) {
    desk.changes().link(number, other, relation);
  }

  public CaseFile<C> file(CaseNumber number) {
    return desk.files().read(this, number);
  }

  public List<CaseFile<C>> files(List<UUID> ids) {
    return desk.files().of(this, ids);
  }

  /** Loads what the current transaction has locked. */
  public C load(UUID id) {
    return repository.findById(id);
  }

  public List<C> loadAll(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : repository.list("id in ?1", List.copyOf(ids));
  }

  /**
   * The rows that a caller of an outlet sees, as a condition on {@code c}; each parameter is the
   * outlet's code.
   */
  public String ofOutlet() {
    return "c.outlet = ?";
  }

  /** What names or quotes somebody; a kind that does not say so is never anonymised. */
  public PersonalColumns personal() {
    return PersonalColumns.UNDECLARED;
  }

  /** Where it names people besides its customer, in columns of {@link #personal}. */
  public List<NamedPerson> named() {
    return List.of();
  }

  /** Whether somebody is named as soon as a case is opened, and not by what follows. */
  protected boolean namesAtTheOpening() {
    return false;
  }

  /** What keeps a closed case of this kind, beyond what keeps all kinds. */
  public List<Obstacle> obstacles() {
    return List.of();
  }

  /** What else of a case goes with its anonymisation; its lock is held. */
  protected void clearBesides(UUID id, Instant now) {
    // most kinds have nothing but their row
  }

  /**
   * What is this case's own affair stays with it, whatever it was merged into. 410 where it was
   * anonymised.
   */
  void noteHere(CaseNumber number, BiFunction<C, Instant, Change> decision) {
    if (!desk.changes().noteHere(this, number, decision)) {
      file(number).subject().requireNotAnonymised();
    }
  }

  /**
   * What a decision means once what the aggregate cannot know is added, such as whom the directory
   * names; called before anything is written.
   */
  protected Change completed(C subject, Change decided) {
    return decided;
  }

  public String table() {
    return table;
  }

  String path() {
    return path;
  }
}
