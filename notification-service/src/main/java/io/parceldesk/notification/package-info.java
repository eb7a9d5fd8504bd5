/**
 * The model of notification-service: outlets and how to reach them, messages on their way, the
 * words they are made of. The sub-packages are what is done with it.
 */
package io.parceldesk.notification;
