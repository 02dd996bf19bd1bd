/** The other services of the hub, asked over REST in the name of a person who waits. */
package io.integrationshub.config.neighbours;
