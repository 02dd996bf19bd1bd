/** Questions over REST: nothing here changes anything. */
package io.integrationshub.sso.rest;
