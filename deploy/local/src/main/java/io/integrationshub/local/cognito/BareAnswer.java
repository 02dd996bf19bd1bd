package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/** What an implementation of the API that keeps little shows: of the pool or client in an answer, ids and names only. */
final class BareAnswer {
    private static final Set<String> KEPT =
            Set.of("Id", "Name", "UserPoolId", "ClientId", "ClientName", "ClientSecret");

    private BareAnswer() {}

    static byte[] of(byte[] body) {
        try {
            ObjectNode answer = Json.read(body);
            answer.forEach(member -> {
                if (member instanceof ObjectNode resource) {
                    resource.retain(KEPT);
                }
            });
            return Json.write(answer);
        } catch (IOException e) {
            throw new IllegalStateException("An answer is a JSON object", e);
        }
    }
}
