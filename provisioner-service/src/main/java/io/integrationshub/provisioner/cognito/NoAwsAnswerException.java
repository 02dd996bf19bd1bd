package io.integrationshub.provisioner.cognito;

import java.io.IOException;

/** Something answered that does not speak the AWS API: a proxy, a login page, another server. */
final class NoAwsAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    NoAwsAnswerException(String contentType) {
        super("The answer is " + contentType + ", which no AWS API sends");
    }
}
