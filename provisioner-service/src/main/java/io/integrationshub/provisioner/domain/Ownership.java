package io.integrationshub.provisioner.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The tag by which a user pool is known to be an integration's own. It is part of CreateUserPool itself, so there is no moment in
 * which a pool of ours does not carry it.
 */
public final class Ownership {
    /** Keys of tags with this beginning are the hub's. */
    public static final String NAMESPACE = "integrationshub:";

    /** Its value is the integration id. */
    public static final String INTEGRATION_ID = NAMESPACE + "integration-id";

    private Ownership() {}

    /** The tags of an integration's pool. */
    public static Map<String, Object> tags(UUID integrationId) {
        return Map.of(INTEGRATION_ID, integrationId.toString());
    }

    /** The id of the integration whose tag a pool carries. */
    public static Optional<String> owner(Document pool) {
        return pool.object("UserPoolTags").text(INTEGRATION_ID);
    }

    public static boolean isOurs(Document pool, UUID integrationId) {
        return owner(pool).filter(integrationId.toString()::equals).isPresent();
    }

    /**
     * Which of several pools with our tag is the one: the one that has the wanted domain, else the oldest. A second one can only
     * come from a create whose reply was lost and whose pool was not listed for a while.
     */
    public static Optional<Document> choose(List<Document> ours, String domainPrefix) {
        return ours.stream()
                .filter(pool -> pool.text("Domain").filter(domainPrefix::equals).isPresent())
                .findFirst()
                .or(() -> ours.stream()
                        .min(Comparator.comparing(
                                pool -> pool.text("CreationDate").orElse(""))));
    }
}
