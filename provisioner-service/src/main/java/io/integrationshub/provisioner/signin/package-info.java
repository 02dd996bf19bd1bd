/** The sign-in pages over HTTP, as a browser meets them. */
package io.integrationshub.provisioner.signin;
