package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.UserPoolDomain;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at AWS.
 *
 * @param domainOwner of the wanted prefix; null when no pool of the account has it
 * @param client settings of our app client; null when there is none
 * @param mfa as GetUserPoolMfaConfig shows it; null when there is no pool, or nothing is wanted of it
 * @param page as GetUICustomization shows it, or DescribeManagedLoginBrandingByClient when managed login is wanted, or nothing is
 *     said of the look of a domain to be made; null when there is no client or no style, or nothing is wanted of it
 */
record Observed(
        String accountId,
        PoolSearch.Found search,
        @Nullable UserPoolDomain domainOwner,
        @Nullable Document client,
        @Nullable Document mfa,
        @Nullable Document page) {

    /** The pool, or one that is known only when it is made. */
    Document poolOr(String region) {
        return search.asOptional().orElseGet(() -> Document.empty().with("Id", Unknowns.poolId(region)));
    }

    /** What a plan depends on. Users that come and go do not change it. */
    List<Object> state() {
        return Arrays.asList(
                accountId,
                search.pool() == null ? null : search.pool().without("EstimatedNumberOfUsers", "LastModifiedDate"),
                domainOwner == null ? null : Arrays.asList(domainOwner.userPoolId(), domainOwner.managedLoginVersion()),
                client == null ? null : client.without("LastModifiedDate"),
                mfa,
                page == null ? null : page.without("LastModifiedDate"));
    }
}
