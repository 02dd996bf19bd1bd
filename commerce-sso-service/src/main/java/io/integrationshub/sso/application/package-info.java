/** The use cases: take events in, wire, say what came of it. Knows the domain and the ports that the adapters implement. */
package io.integrationshub.sso.application;
