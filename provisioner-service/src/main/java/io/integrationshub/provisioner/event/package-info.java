/** Kafka in. */
package io.integrationshub.provisioner.event;
