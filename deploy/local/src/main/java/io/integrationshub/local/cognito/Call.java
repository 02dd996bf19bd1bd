package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * One validated request of an operation.
 *
 * @param domainDelay how long a domain stays in CREATING or DELETING
 */
record Call(Caller caller, ObjectNode input, Store store, Instant now, Duration domainDelay) {

    String text(String member) {
        return Json.text(input, member);
    }

    boolean has(String member) {
        return Json.has(input, member);
    }

    /** The pool that {@code UserPoolId} names, if the caller's account has it in this region. */
    UserPool pool() {
        return store.pool(caller, text("UserPoolId"));
    }
}
