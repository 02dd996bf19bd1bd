/** PostgreSQL. */
package io.integrationshub.sso.store;
