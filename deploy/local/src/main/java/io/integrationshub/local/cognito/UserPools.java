package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The operations on user pools themselves. */
final class UserPools {
    private static final int LARGEST = 1_000;

    private UserPools() {}

    static ObjectNode create(Call call) {
        ObjectNode document = PoolDocument.created(call.input());
        PoolRules.check(document, call.input());
        MfaRules.checkCreate(document);
        if (call.store().poolsOf(call.caller()).count() >= LARGEST) {
            throw new AwsError("LimitExceededException", "The maximum number of user pools has been reached.");
        }
        String id = Identifiers.userPoolId(call.caller().region());
        document.put("Id", id).put("Arn", call.caller().userPoolArn(id));
        document.set("CreationDate", Json.time(call.now()));
        document.set("LastModifiedDate", Json.time(call.now()));
        UserPool pool = UserPool.create(call.caller(), call.store().nextSequence(), document);
        call.store().add(pool);
        return described(call, pool);
    }

    /** Answers with an empty body, as the real operation does. */
    static ObjectNode update(Call call) {
        UserPool pool = call.pool();
        ObjectNode document = PoolDocument.updated(pool.document(), call.input());
        MfaRules.checkUpdate(pool.document(), document, call.input());
        PoolRules.check(document, call.input());
        document.set("LastModifiedDate", Json.time(call.now()));
        pool.replaceDocument(document);
        return Json.object();
    }

    static ObjectNode describe(Call call) {
        return described(call, call.pool());
    }

    static ObjectNode list(Call call) {
        String list = "pools:" + call.caller().accountId() + ":" + call.caller().region();
        return Page.of(call.store().poolsOf(call.caller()), UserPool::sequence, call.input(), list)
                .toJson("UserPools", UserPools::summary);
    }

    static ObjectNode delete(Call call) {
        UserPool pool = call.pool();
        if (!call.store().domainsOf(pool, call.now()).isEmpty()) {
            throw AwsError.invalidParameter(
                    "User pool cannot be deleted. It has a domain configured that should be deleted first.");
        }
        if (Json.text(pool.document(), "DeletionProtection").equals("ACTIVE")) {
            throw AwsError.invalidParameter("The user pool cannot be deleted because deletion protection is activated."
                    + " Deletion protection must be inactivated first.");
        }
        call.store().remove(pool);
        return Json.object();
    }

    static ObjectNode addCustomAttributes(Call call) {
        ObjectNode document = call.pool().document();
        ArrayNode schema = (ArrayNode) document.get("SchemaAttributes");
        document.set(
                "SchemaAttributes", SchemaAttributes.extend(schema, call.input().get("CustomAttributes")));
        document.set("LastModifiedDate", Json.time(call.now()));
        return Json.object();
    }

    /** No tags and no ARN here: finding one's own pool needs a describe of each candidate. */
    private static ObjectNode summary(UserPool pool) {
        ObjectNode summary = Json.object();
        for (String member : new String[] {"Id", "Name", "LambdaConfig", "LastModifiedDate", "CreationDate"}) {
            summary.set(member, pool.document().get(member));
        }
        return summary;
    }

    private static ObjectNode described(Call call, UserPool pool) {
        ObjectNode document = pool.document().deepCopy();
        call.store()
                .domainsOf(pool, call.now())
                .forEach(domain -> document.put(domain.custom() ? "CustomDomain" : "Domain", domain.name()));
        ObjectNode reply = Json.object();
        reply.set("UserPool", document);
        return reply;
    }
}
