/** Kafka in. What goes out is published by the platform's announcements. */
package io.integrationshub.sso.event;
