package io.parceldesk.inquiry.pickup;

import static io.parceldesk.inquiry.PickupAction.CANCELLATION;
import static io.parceldesk.inquiry.PickupAction.COLLECTION;
import static io.parceldesk.inquiry.PickupAction.DISPATCH;
import static io.parceldesk.inquiry.PickupAction.FAILURE;
import static io.parceldesk.inquiry.PickupAction.REBOOKING;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.inquiry.Pickup;
import io.parceldesk.inquiry.Pickups;
import jakarta.enterprise.context.ApplicationScoped;

/** What desk, outlet and courier do with a pick-up. */
@ApplicationScoped
class PickupHandling {
  private final Pickups pickups;
  private final KnownOutlets outlets;
  private final CurrentCaller caller;
  private final Forms forms;

  PickupHandling(Pickups pickups, KnownOutlets outlets, CurrentCaller caller, Forms forms) {
    this.pickups = pickups;
    this.outlets = outlets;
    this.caller = caller;
    this.forms = forms;
  }

  CaseFile<Pickup> dispatch(CaseNumber number, IfMatch ifMatch, DispatchForm form) {
    return pickups.change(
        number, ifMatch, DISPATCH, (pickup, now) -> dispatch(pickup, forms.valid(form)));
  }

  /** An outlet names its courier; to hand it to another outlet is the desk's. */
  private Change dispatch(Pickup pickup, DispatchForm form) {
    var outlet = form.outlet() == null ? pickup.owner().outlet() : form.outlet();
    if (outlet == null) {
      throw new InvalidBody("/outlet", "is required: no outlet has it yet");
    }
    caller.get().requireAccessTo(outlet);
    outlets.require(form.outlet());
    return pickup.dispatch(outlet, form.courier());
  }

  CaseFile<Pickup> collect(CaseNumber number, IfMatch ifMatch, CollectionForm form) {
    return pickups.change(
        number,
        ifMatch,
        COLLECTION,
        (pickup, now) -> pickup.collect(form == null ? null : forms.valid(form).waybill(), now));
  }

  CaseFile<Pickup> fail(CaseNumber number, IfMatch ifMatch, ReasonForm form) {
    return pickups.change(
        number, ifMatch, FAILURE, (pickup, now) -> pickup.fail(forms.valid(form).reason()));
  }

  CaseFile<Pickup> rebook(CaseNumber number, IfMatch ifMatch, RebookingForm form) {
    return pickups.change(
        number,
        ifMatch,
        REBOOKING,
        (pickup, now) -> pickup.rebook(forms.valid(form).collectBy(), now));
  }

  CaseFile<Pickup> cancel(CaseNumber number, IfMatch ifMatch, ReasonForm form) {
    return pickups.change(
        number,
        ifMatch,
        CANCELLATION,
        (pickup, now) -> pickup.cancel(forms.valid(form).reason(), now));
  }
}
