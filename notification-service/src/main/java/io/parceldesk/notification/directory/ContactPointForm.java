package io.parceldesk.notification.directory;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.notification.ContactPoint;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.Purpose;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code {"channel": "SMS", "purpose": "ESCALATION", "address": "13800138000"}}.
 *
 * @param channel SMS or EMAIL; webhooks are registered at {@code /webhook-endpoints}
 * @param purpose GENERAL where it is missing
 * @param address for SMS a mobile number as people write it
 */
record ContactPointForm(
    @NotNull MessageChannel channel, Purpose purpose, @NotBlank @Size(max = 200) String address) {

  static Set<ContactPoint> toPoints(List<ContactPointForm> forms) {
    var points = new LinkedHashSet<ContactPoint>();
    for (var i = 0; forms != null && i < forms.size(); i++) {
      points.add(forms.get(i).toPoint("/contactPoints/" + i));
    }
    return points;
  }

  private ContactPoint toPoint(String pointer) {
    var reached =
        switch (channel) {
          case SMS -> mobile(pointer + "/address");
          case EMAIL -> mailbox(pointer + "/address");
          case WEBHOOK ->
              throw new InvalidBody(pointer + "/channel", "is registered at /webhook-endpoints");
        };
    return new ContactPoint(channel, purpose == null ? Purpose.GENERAL : purpose, reached);
  }

  private String mobile(String pointer) {
    var phone = Phone.parse(address, pointer);
    if (!phone.canReceiveSms()) {
      throw new InvalidBody(pointer, "is not a mobile number");
    }
    return phone.e164();
  }

  private String mailbox(String pointer) {
    if (!address.matches("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+")) {
      throw new InvalidBody(pointer, "is not an e-mail address");
    }
    return address;
  }
}
