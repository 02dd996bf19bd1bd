package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * CreateManagedLoginBranding, UpdateManagedLoginBranding and DescribeManagedLoginBrandingByClient: the style of managed login, one for
 * each client. Without one, managed login serves no page for the client.
 */
final class ManagedLoginBrandings {
    private static final int MOST_IN_A_POOL = 20;
    private static final String COGNITOS_OWN = "UseCognitoProvidedValues";
    private static final String ID = "ManagedLoginBrandingId";

    private ManagedLoginBrandings() {}

    static ObjectNode create(Call call) {
        UserPool pool = call.pool();
        String clientId = Json.text(pool.client(call.text("ClientId")), "ClientId");
        ObjectNode brandings = pool.brandings();
        if (brandings.has(clientId)) {
            throw new AwsError(
                    "ManagedLoginBrandingExistsException", "Managed login branding already exists for client.");
        }
        checkStyle(call);
        if (brandings.size() >= MOST_IN_A_POOL) {
            throw new AwsError("LimitExceededException", "Too many managed login branding styles in this user pool.");
        }
        ObjectNode branding =
                Json.object().put(ID, UUID.randomUUID().toString()).put("UserPoolId", pool.id());
        branding.set("CreationDate", Json.time(call.now()));
        return style(call, branding, brandings, clientId);
    }

    /** What is left out goes, as everywhere in Cognito. */
    static ObjectNode update(Call call) {
        ObjectNode brandings = call.pool().brandings();
        String clientId = brandings
                .propertyStream()
                .filter(entry -> Json.text(entry.getValue(), ID).equals(call.text(ID)))
                .findFirst()
                .orElseThrow(() -> AwsError.notFound("Managed login branding does not exist."))
                .getKey();
        checkStyle(call);
        return style(call, (ObjectNode) brandings.get(clientId), brandings, clientId);
    }

    static ObjectNode describe(Call call) {
        UserPool pool = call.pool();
        String clientId = Json.text(pool.client(call.text("ClientId")), "ClientId");
        return Optional.ofNullable((ObjectNode) pool.brandings().get(clientId))
                .map(ManagedLoginBrandings::reply)
                .orElseThrow(() -> AwsError.notFound("Managed login branding does not exist for client."));
    }

    /** Cognito's own style, or one of the request; not both and not neither. */
    private static void checkStyle(Call call) {
        boolean own = call.input().path(COGNITOS_OWN).asBoolean();
        boolean given = call.has("Settings") || call.has("Assets");
        if (own == given) {
            throw AwsError.invalidParameter(
                    own
                            ? "Settings and Assets cannot be given together with UseCognitoProvidedValues."
                            : "Settings or Assets are required when UseCognitoProvidedValues is false.");
        }
    }

    private static ObjectNode style(Call call, ObjectNode branding, ObjectNode brandings, String clientId) {
        branding.put(COGNITOS_OWN, call.input().path(COGNITOS_OWN).asBoolean());
        branding.set("LastModifiedDate", Json.time(call.now()));
        Stream.of("Settings", "Assets").forEach(member -> {
            branding.remove(member);
            if (call.has(member)) {
                branding.set(member, call.input().get(member).deepCopy());
            }
        });
        brandings.set(clientId, branding);
        return reply(branding);
    }

    private static ObjectNode reply(ObjectNode branding) {
        ObjectNode reply = Json.object();
        reply.set("ManagedLoginBranding", branding.deepCopy());
        return reply;
    }
}
