package io.integrationshub.config.web;

import io.integrationshub.config.RunningService;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Anna, admin of a store that nobody else uses, at the hub's pages. */
abstract class AtTheBrowser extends RunningService {
    final String store = "store-" + UUID.randomUUID();

    @TestHTTPResource("/")
    URI base;

    Admin anna;

    @BeforeEach
    void signIn() {
        anna = Admin.signedIn(base, store, "admin");
    }

    @AfterEach
    void leave() {
        if (anna != null) {
            anna.close();
        }
    }
}
