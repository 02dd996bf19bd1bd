package io.integrationshub.sso.commerce;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request to Commerce. Shows neither headers nor body, as both carry secrets.
 *
 * @param target path and query
 * @param body empty for none
 */
record Call(String method, String target, Map<String, String> headers, byte[] body) {

    static Call of(String method, String target, Map<String, String> headers, String body) {
        return new Call(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
