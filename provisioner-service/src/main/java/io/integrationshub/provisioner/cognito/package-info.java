/** Amazon Cognito and STS through the AWS SDK: the only place of the hub that talks to AWS. */
package io.integrationshub.provisioner.cognito;
