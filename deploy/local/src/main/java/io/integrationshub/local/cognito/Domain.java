package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A prefix or custom domain of a pool; its status follows from the time. */
record Domain(ObjectNode entry) {
    static Domain create(Caller owner, String name, ObjectNode input, Instant activeAt) {
        ObjectNode entry = Json.object()
                .put("Account", owner.accountId())
                .put("Region", owner.region())
                .put("Domain", name)
                .put("UserPoolId", Json.text(input, "UserPoolId"))
                .put("ActiveAt", activeAt.toEpochMilli());
        Domain domain = new Domain(entry);
        domain.configure(input);
        return domain;
    }

    void configure(ObjectNode input) {
        entry.put("ManagedLoginVersion", input.path("ManagedLoginVersion").asInt(1));
        for (String member : new String[] {"CustomDomainConfig", "Routing"}) {
            if (input.has(member)) {
                entry.set(member, input.get(member).deepCopy());
            }
        }
    }

    String name() {
        return Json.text(entry, "Domain");
    }

    String userPoolId() {
        return Json.text(entry, "UserPoolId");
    }

    String region() {
        return Json.text(entry, "Region");
    }

    int managedLoginVersion() {
        return entry.path("ManagedLoginVersion").asInt();
    }

    boolean custom() {
        return entry.has("CustomDomainConfig");
    }

    void deleteAt(Instant gone) {
        entry.put("GoneAt", gone.toEpochMilli());
    }

    boolean gone(Instant now) {
        return entry.has("GoneAt") && entry.get("GoneAt").asLong() <= now.toEpochMilli();
    }

    String status(Instant now) {
        if (entry.has("GoneAt")) {
            return "DELETING";
        }
        return now.toEpochMilli() < entry.path("ActiveAt").asLong() ? "CREATING" : "ACTIVE";
    }

    boolean active(Instant now) {
        return status(now).equals("ACTIVE");
    }
}
