package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.AppClient;
import io.integrationshub.provisioner.domain.Document;
import java.util.List;
import java.util.Optional;

/** The app clients of user pools. */
public interface AppClients {

    /** Ids of the clients with this name, which is not unique (ListUserPoolClients, all pages). */
    List<String> named(String userPoolId, String name);

    /** Id of one of the pool's clients, if it has any (ListUserPoolClients with one item). */
    Optional<String> first(String userPoolId);

    /** DescribeUserPoolClient; empty when there is no such client. */
    Optional<AppClient> describe(String userPoolId, String clientId);

    /** CreateUserPoolClient, sent once. */
    AppClient create(Document request);

    /** UpdateUserPoolClient with a complete body; may be repeated. */
    void update(Document request);
}
