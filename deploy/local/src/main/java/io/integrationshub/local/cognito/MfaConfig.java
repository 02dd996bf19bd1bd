package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** SetUserPoolMfaConfig, a full replacement, and GetUserPoolMfaConfig. */
final class MfaConfig {
    private MfaConfig() {}

    static ObjectNode set(Call call) {
        UserPool pool = call.pool();
        MfaRules.checkSet(pool.document(), call.input());
        ObjectNode sms = (ObjectNode) call.input().get("SmsMfaConfiguration");
        if (sms != null) {
            Stream.of("SmsConfiguration", "SmsAuthenticationMessage")
                    .filter(sms::has)
                    .forEach(member ->
                            pool.document().set(member, sms.get(member).deepCopy()));
        }
        ObjectNode mfa = Json.object();
        mfa.put("Sms", sms != null);
        Stream.of("SoftwareTokenMfaConfiguration", "EmailMfaConfiguration", "WebAuthnConfiguration")
                .filter(call.input()::has)
                .forEach(member -> mfa.set(member, call.input().get(member).deepCopy()));
        pool.replaceMfa(mfa);
        pool.document()
                .put("MfaConfiguration", call.input().path("MfaConfiguration").asText("OFF"));
        pool.document().set("LastModifiedDate", Json.time(call.now()));
        return get(call);
    }

    static ObjectNode get(Call call) {
        UserPool pool = call.pool();
        ObjectNode reply = pool.mfa().deepCopy();
        reply.remove("Sms");
        if (pool.mfa().path("Sms").asBoolean()) {
            ObjectNode sms = reply.putObject("SmsMfaConfiguration");
            Stream.of("SmsConfiguration", "SmsAuthenticationMessage")
                    .filter(pool.document()::has)
                    .forEach(member -> sms.set(member, pool.document().get(member)));
        }
        reply.set("MfaConfiguration", pool.document().get("MfaConfiguration"));
        return reply;
    }
}
