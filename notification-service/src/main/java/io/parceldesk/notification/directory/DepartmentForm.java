package io.parceldesk.notification.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A department of the company: {@code PUT /departments/{code}}; creates it where it is new. */
record DepartmentForm(
    @NotBlank @Size(max = 100) String name,
    @Size(max = 100) String englishName,
    @Size(max = 20) List<@Valid ContactPointForm> contactPoints,
    @Size(max = 50) List<@Valid PersonForm> people) {}
