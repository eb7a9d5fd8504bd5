package io.parceldesk.chassis.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Phone;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer's contact, and what the free texts of the case hide of whomever. */
public record Revealed(
    Contact.Role role,
    String name,
    Phone phone,
    String email,
    String locale,
    String zone,
    CustomerTier tier,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
            description = "As they were written, those in which views mask something",
            examples = "{\"description\": \"call 13800138000\"}")
        Map<String, String> texts) {

  static Revealed of(Contact contact, Map<String, String> texts) {
    return new Revealed(
        contact.role(),
        contact.name(),
        contact.phone(),
        contact.email(),
        contact.locale(),
        contact.zone(),
        contact.tier(),
        texts);
  }
}
