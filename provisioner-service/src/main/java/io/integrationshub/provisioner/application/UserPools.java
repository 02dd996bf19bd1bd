package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.Document;
import java.util.List;
import java.util.Optional;

/** The user pools of an AWS account in a region. */
public interface UserPools {

    /** All of them, in pages of 60 (ListUserPools). Names are not unique; tags are not told here. */
    List<Summary> list();

    /** One of them, if there is any (ListUserPools with one item): the cheapest question that shows region and permission. */
    Optional<Summary> first();

    /** GetUserPoolMfaConfig; empty when there is no such pool. */
    Optional<Document> mfa(String userPoolId);

    /** SetUserPoolMfaConfig, which replaces the whole configuration; may be repeated. */
    void setMfa(Document request);

    /** DescribeUserPool; empty when there is no such pool. */
    Optional<Document> describe(String userPoolId);

    /**
     * CreateUserPool, sent once.
     *
     * @return the pool, as DescribeUserPool would show it
     */
    Document create(Document request);

    /** UpdateUserPool with a complete body; may be repeated. */
    void update(Document request);

    /** DeleteUserPool; a pool that is gone already is success. Refused while it has a domain or is protected from deletion. */
    void delete(String userPoolId);

    /** What a list tells. */
    record Summary(String id, String name) {}
}
