package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.problem.FieldError;
import io.parceldesk.inquiry.Party;
import java.util.List;

/**
 * One line of a delivery of parcels: either right, with its form and parties, or wrong, with
 * errors.
 */
record ParcelLine(
    int number, ParcelForm form, Party sender, Party recipient, List<FieldError> errors) {

  static ParcelLine right(int number, ParcelForm form) {
    return new ParcelLine(
        number,
        form,
        form.sender().toParty("/sender"),
        form.recipient().toParty("/recipient"),
        List.of());
  }

  static ParcelLine wrong(int number, List<FieldError> errors) {
    return new ParcelLine(number, null, null, null, errors);
  }

  boolean isRight() {
    return errors.isEmpty();
  }
}
