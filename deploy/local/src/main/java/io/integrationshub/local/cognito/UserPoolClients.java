package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/** The operations on app clients. Names are not unique, ids are. */
final class UserPoolClients {
    private static final int LARGEST = 1_000;

    private UserPoolClients() {}

    static ObjectNode create(Call call) {
        UserPool pool = call.pool();
        if (call.has("ClientSecret") && call.input().path("GenerateSecret").asBoolean()) {
            throw AwsError.invalidParameter("ClientSecret cannot be given when GenerateSecret is true.");
        }
        ObjectNode client = Json.object()
                .put("UserPoolId", pool.id())
                .put("ClientName", call.text("ClientName"))
                .put("ClientId", Identifiers.clientId());
        if (call.has("ClientSecret")) {
            client.put("ClientSecret", call.text("ClientSecret"));
        } else if (call.input().path("GenerateSecret").asBoolean()) {
            client.put("ClientSecret", Identifiers.clientSecret());
        }
        ClientDocument.configure(client, call.input());
        ClientRules.check(pool, client, "creating");
        if (pool.clients().size() >= LARGEST) {
            throw new AwsError("LimitExceededException", "The maximum number of user pool clients has been reached.");
        }
        client.set("CreationDate", Json.time(call.now()));
        client.set("LastModifiedDate", Json.time(call.now()));
        pool.clients().set(Json.text(client, "ClientId"), client);
        pool.entry()
                .withObject("/ClientSequence")
                .put(Json.text(client, "ClientId"), call.store().nextSequence());
        return reply(client);
    }

    /** Everything that is left out goes back to its default; only the name, the id and the secret are kept. */
    static ObjectNode update(Call call) {
        UserPool pool = call.pool();
        ObjectNode current = pool.client(call.text("ClientId"));
        ObjectNode client = Json.object();
        for (String kept : new String[] {"UserPoolId", "ClientName", "ClientId", "ClientSecret", "CreationDate"}) {
            if (current.has(kept)) {
                client.set(kept, current.get(kept));
            }
        }
        if (call.has("ClientName")) {
            client.put("ClientName", call.text("ClientName"));
        }
        ClientDocument.configure(client, call.input());
        ClientRules.check(pool, client, "updating");
        client.set("LastModifiedDate", Json.time(call.now()));
        pool.clients().set(call.text("ClientId"), client);
        return reply(client);
    }

    static ObjectNode describe(Call call) {
        return reply(call.pool().client(call.text("ClientId")));
    }

    static ObjectNode list(Call call) {
        UserPool pool = call.pool();
        return Page.of(
                        StreamSupport.stream(pool.clients().spliterator(), false)
                                .map(ObjectNode.class::cast),
                        client -> sequence(pool, client),
                        call.input(),
                        "clients:" + pool.id())
                .toJson("UserPoolClients", UserPoolClients::summary);
    }

    static ObjectNode delete(Call call) {
        UserPool pool = call.pool();
        pool.client(call.text("ClientId"));
        pool.clients().remove(call.text("ClientId"));
        pool.uiCustomizations().remove(call.text("ClientId"));
        pool.brandings().remove(call.text("ClientId"));
        pool.entry().withObject("/ClientSequence").remove(call.text("ClientId"));
        return Json.object();
    }

    private static long sequence(UserPool pool, ObjectNode client) {
        return pool.entry()
                .path("ClientSequence")
                .path(Json.text(client, "ClientId"))
                .asLong();
    }

    private static ObjectNode summary(ObjectNode client) {
        return Json.object()
                .put("ClientId", Json.text(client, "ClientId"))
                .put("UserPoolId", Json.text(client, "UserPoolId"))
                .put("ClientName", Json.text(client, "ClientName"));
    }

    private static ObjectNode reply(ObjectNode client) {
        ObjectNode reply = Json.object();
        reply.set("UserPoolClient", client.deepCopy());
        return reply;
    }
}
