/** PostgreSQL. */
package io.integrationshub.provisioner.store;
