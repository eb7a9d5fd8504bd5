package io.parceldesk.notification.directory;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.notification.Person;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code {"level": 1, "role": "SUPERVISOR", "person": "li.wei", "name", "phone", "email"}}.
 *
 * @param level 1 supervisor, 2 department head, 3 headquarters
 * @param person staff id
 */
record PersonForm(
    @Min(1) @Max(3) int level,
    @NotBlank @Size(max = 50) String role,
    @NotBlank @Size(max = 100) String person,
    @Size(max = 100) String name,
    @Size(max = 30) String phone,
    @Email @Size(max = 200) String email) {

  static Set<Person> toPeople(List<PersonForm> forms) {
    var people = new LinkedHashSet<Person>();
    for (var i = 0; forms != null && i < forms.size(); i++) {
      people.add(forms.get(i).toPerson("/people/" + i));
    }
    return people;
  }

  private Person toPerson(String pointer) {
    var number = phone == null ? null : Phone.parse(phone, pointer + "/phone").e164();
    return new Person(level, role, person, name, number, email);
  }
}
