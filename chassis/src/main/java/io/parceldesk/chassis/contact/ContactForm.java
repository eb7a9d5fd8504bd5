package io.parceldesk.chassis.contact;

import io.parceldesk.chassis.cases.CustomerTier;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A contact as a request gives it. {@code phone} is read as people write it, extension included.
 */
public record ContactForm(
    @NotNull Contact.Role role,
    @NotBlank @Size(max = 100) String name,
    @NotBlank @Size(max = 40) String phone,
    @Email @Size(max = 200) String email,
    @Pattern(
            regexp = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*",
            message = "must be a language tag such as zh-CN")
        String locale,
    CustomerTier tier) {

  /** {@code pointer} is where the form stands in the body, such as /complainant. */
  public Contact toContact(String pointer) {
    return new Contact(
        role, name.strip(), Phone.parse(phone, pointer + "/phone"), email, locale, null, tier);
  }
}
