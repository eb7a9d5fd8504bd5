package io.parceldesk.chassis.view;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A view of what is written for everybody and edited as it is shown, such as an article or a
 * template: a phone number in it is nobody's secret, and a mask would be saved with the next edit.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AsWritten {}
