package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.UserPoolDomain;
import java.util.Optional;

/** The domain prefixes of the user pools of an AWS account in a region. */
public interface UserPoolDomains {

    /** DescribeUserPoolDomain; empty when no pool of this account has it, whoever else may. */
    Optional<UserPoolDomain> describe(String prefix);

    /**
     * CreateUserPoolDomain with the classic sign-in pages, sent once. Code DOMAIN_TAKEN when a pool has the prefix, which may be the
     * same pool after a lost reply.
     */
    void create(String prefix, String userPoolId);

    /** DeleteUserPoolDomain; a domain that the pool does not have is success. It takes a moment until it is gone. */
    void delete(String prefix, String userPoolId);
}
