package io.integrationshub.provisioner.domain;

/**
 * An app client with its secret.
 *
 * @param settings as DescribeUserPoolClient shows them, without the secret
 * @param secret null when the client was made without one, or AWS no longer shows it
 */
public record AppClient(Document settings, String secret) {

    public String id() {
        return settings.text("ClientId").orElseThrow();
    }

    @Override
    public String toString() {
        return "AppClient[" + id() + "]";
    }
}
