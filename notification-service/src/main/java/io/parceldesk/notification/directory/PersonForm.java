package io.parceldesk.notification.directory;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** {@code {"level": 1, "role": "SUPERVISOR", "person": "li.wei", "name", "phone", "email"}}. */
record PersonForm(
    @Min(1) @Max(3) int level,
    @NotBlank @Size(max = 50) String role,
    @NotBlank @Size(max = 100) String person,
    @Size(max = 100) String name,
    @Size(max = 30) String phone,
    @Email @Size(max = 200) String email) {}
