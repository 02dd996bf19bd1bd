package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.UserPoolDomain;
import java.util.Optional;

/** The domain prefixes of the user pools of an AWS account in a region. */
public interface UserPoolDomains {

    /** DescribeUserPoolDomain; empty when no pool of this account has it, whoever else may. */
    Optional<UserPoolDomain> describe(String prefix);

    /**
     * CreateUserPoolDomain, sent once. Code DOMAIN_TAKEN when a pool has the prefix, which may be the same pool after a lost reply.
     *
     * @param managedLoginVersion 1 for the classic sign-in pages, 2 for managed login
     */
    void create(String prefix, String userPoolId, int managedLoginVersion);

    /** UpdateUserPoolDomain: other sign-in pages on a prefix of this pool. */
    void update(String prefix, String userPoolId, int managedLoginVersion);

    /** DeleteUserPoolDomain; a domain that the pool does not have is success. It takes a moment until it is gone. */
    void delete(String prefix, String userPoolId);
}
