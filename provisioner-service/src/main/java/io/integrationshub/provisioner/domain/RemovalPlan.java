package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.Deletion;
import java.util.UUID;

/** Whether a user pool is deleted with its integration. Users are gone with it for ever, so a missing consent keeps it. */
public sealed interface RemovalPlan {
    /** It goes. */
    record Delete() implements RemovalPlan {}

    /** It stays, and why, for a person. */
    record Keep(String message) implements RemovalPlan {}

    /**
     * @param pool as DescribeUserPool shows it; its number of users is an estimate of AWS
     * @param adopted it existed before the hub knew it
     */
    static RemovalPlan of(Document pool, boolean adopted, Deletion deletion, UUID integrationId) {
        String id = pool.text("Id").orElseThrow();
        boolean foreign = Ownership.owner(pool)
                .filter(owner -> !owner.equals(integrationId.toString()))
                .isPresent();
        if (foreign) {
            return new Keep("User pool " + id + " was kept: it carries the tag of another integration");
        }
        if (adopted && !deletion.withAdopted()) {
            return new Keep("User pool " + id + " was kept: it existed before the hub adopted it, and nobody agreed to"
                    + " its deletion. The app client and the domain of this integration are still in it");
        }
        long users = users(pool);
        if (users > 0 && !deletion.withUsers()) {
            return new Keep("User pool " + id + " was kept: it has about " + users + (users == 1 ? " user" : " users")
                    + ", and nobody agreed to their deletion");
        }
        return new Delete();
    }

    /** How many users the pool has, as AWS estimates it. */
    static long users(Document pool) {
        return pool.members().get("EstimatedNumberOfUsers") instanceof Number number ? number.longValue() : 0;
    }
}
