package io.parceldesk.chassis.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The POSTs of the resource honour an {@code Idempotency-Key}: the same key and body get the stored
 * answer for 24 hours, the same key with another body 422, a request that is still running 409. The
 * answer is stored in the transaction of the work itself.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {}
