package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.PoolUrls;

/**
 * One AWS account in one region. Every call throws {@link io.integrationshub.provisioner.domain.ProvisioningException} with the class
 * of the trouble: reads and updates are repeated for a moment when it passes by itself, creates never are.
 */
public interface Cloud extends AutoCloseable {

    /** Whose keys these are (STS GetCallerIdentity; needs no permission). */
    CallerIdentity identity();

    UserPools userPools();

    UserPoolDomains domains();

    AppClients appClients();

    UiCustomizations uiCustomizations();

    ManagedLoginBrandings brandings();

    /** Where the world finds a pool. */
    PoolUrls urls(Document pool);

    /** Host name of the sign-in pages of a domain prefix. */
    String signInHost(String prefix);

    /** Address of a pool in the AWS console, for a person. */
    String consoleUrl(String userPoolId);

    @Override
    void close();

    /**
     * @param accountId twelve digits
     * @param arn of the user or role
     */
    record CallerIdentity(String accountId, String arn) {
        /** Keys of the account's root user, which should have none. */
        public boolean isRoot() {
            return arn.endsWith(":root");
        }
    }
}
