package io.parceldesk.complaint.intake;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.complaint.Category;
import io.parceldesk.complaint.NewComplaint;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Seals the complainant before the complaint is made, so that the model never holds personal data
 * in clear.
 */
@ApplicationScoped
class Complainants {
  private final Seal seal;
  private final BlindIndex index;

  Complainants(Seal seal, BlindIndex index) {
    this.seal = seal;
    this.index = index;
  }

  NewComplaint complaintOf(Contact complainant, ComplaintIntakeResource.ComplaintForm form) {
    return complaintOf(
        complainant,
        seal.seal(complainant),
        new Matter(
            form.channel(),
            form.categoryOrMapped(),
            form.externalCategory(),
            form.waybill(),
            form.urgent(),
            form.againstPerson(),
            form.description(),
            form.demand()));
  }

  NewComplaint complaintOf(Contact complainant, String sealed, Matter matter) {
    return new NewComplaint(
        matter.channel(),
        matter.category(),
        matter.externalCategory(),
        matter.waybill(),
        matter.urgent(),
        complainant.tier(),
        sealed,
        index.phone(complainant.phone()),
        index.name(complainant.name()),
        matter.againstPerson(),
        matter.description(),
        matter.demand());
  }

  /** What a complaint is about, without who complains. */
  record Matter(
      Channel channel,
      Category category,
      String externalCategory,
      String waybill,
      boolean urgent,
      String againstPerson,
      String description,
      String demand) {}
}
