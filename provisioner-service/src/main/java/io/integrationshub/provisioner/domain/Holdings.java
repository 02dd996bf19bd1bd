package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.contracts.UserPool;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What we know to have at AWS for an integration, kept over all its executions. Members are null while there is no such thing.
 *
 * @param accountId AWS account everything lives in
 * @param region AWS region everything lives in
 * @param poolIntent name in a CreateUserPool that may have been sent and whose result is not recorded yet
 * @param poolCreatedByUs false for a pool that existed before and was only adopted
 * @param clientIntent the same for CreateUserPoolClient
 * @param clientSecret sealed to commerce-sso-service
 * @param callbackUrls callback URLs that we registered at the app client; others there are not ours
 * @param userPool as last announced by PoolReady
 * @param page the look of the sign-in page as last applied
 */
public record Holdings(
        String accountId,
        String region,
        String userPoolId,
        String poolIntent,
        boolean poolCreatedByUs,
        String clientId,
        String clientIntent,
        SealedSecret clientSecret,
        List<String> callbackUrls,
        UserPool userPool,
        AppliedPage page) {
    public static final Holdings NONE =
            new Holdings(null, null, null, null, false, null, null, null, List.of(), null, null);

    public Holdings {
        callbackUrls = List.copyOf(callbackUrls);
    }

    /** True when there may be something at AWS. */
    public boolean anything() {
        return userPoolId != null || poolIntent != null;
    }

    /** About to create a pool in this account and region; whatever hung on an earlier pool is gone. */
    public Holdings poolIntended(String account, String inRegion, String name) {
        return new Holdings(account, inRegion, null, name, false, null, null, null, List.of(), null, null);
    }

    /**
     * This pool is ours. Another one than before has no client of ours yet.
     *
     * @param createdByUs of a pool that was not held before; what is known of a held one stays
     */
    public Holdings poolHeld(String account, String inRegion, String id, boolean createdByUs) {
        return id.equals(userPoolId)
                ? new Holdings(
                        account,
                        inRegion,
                        id,
                        null,
                        poolCreatedByUs,
                        clientId,
                        clientIntent,
                        clientSecret,
                        callbackUrls,
                        userPool,
                        page)
                : new Holdings(account, inRegion, id, null, createdByUs, null, null, null, List.of(), null, null);
    }

    public Holdings clientIntended(String name) {
        return new Holdings(
                accountId, region, userPoolId, null, poolCreatedByUs, null, name, null, List.of(), userPool, null);
    }

    public Holdings clientHeld(String id, SealedSecret secret) {
        boolean same = id.equals(clientId) || clientId == null;
        return new Holdings(
                accountId,
                region,
                userPoolId,
                poolIntent,
                poolCreatedByUs,
                id,
                null,
                secret,
                same ? callbackUrls : List.of(),
                userPool,
                same ? page : null);
    }

    public Holdings announced(UserPool pool) {
        return changed(callbackUrls, pool, page);
    }

    /** About to register these; until that is known to be done, the earlier ones count as ours too. */
    public Holdings callbacksIntended(List<String> urls) {
        Set<String> all = new LinkedHashSet<>(callbackUrls);
        all.addAll(urls);
        return callbacksRegistered(List.copyOf(all));
    }

    public Holdings callbacksRegistered(List<String> urls) {
        return changed(urls, userPool, page);
    }

    /** The sign-in page looks as wanted. */
    public Holdings pageApplied(AppliedPage applied) {
        return changed(callbackUrls, userPool, applied);
    }

    private Holdings changed(List<String> urls, UserPool pool, AppliedPage applied) {
        return new Holdings(
                accountId,
                region,
                userPoolId,
                poolIntent,
                poolCreatedByUs,
                clientId,
                clientIntent,
                clientSecret,
                urls,
                pool,
                applied);
    }
}
