/** What the provisioner does: taking in wishes, and bringing Cognito to where they want it, step by step. */
package io.integrationshub.provisioner.application;
