package io.integrationshub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiPageTest {

    @Test
    void thePageIsWhatTheDocumentsSay() throws IOException {
        String page = ApiPage.render();
        if (Boolean.getBoolean("api.write")) {
            Files.writeString(ApiPage.FILE, page);
        }

        assertThat(Checkout.text(ApiPage.FILE))
                .as("deploy/docs/api.md is old: run ./mvnw -pl deploy/checks test -Dtest=ApiPageTest -Dapi.write=true")
                .isEqualTo(page);
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhoMay() {
        assertThat(ApiPage.operations()).hasSizeGreaterThan(60).allSatisfy(operation -> {
            assertThat(operation.summary()).as(operation.path()).isNotBlank();
            assertThat(operation.roles())
                    .as(operation.path())
                    .isNotEmpty()
                    .isSubsetOf("viewer", "operator", "admin", "auditor");
        });
    }

    @Test
    void rolesAndSummaryAreFound() {
        assertThat(ApiPage.operations())
                .contains(new ApiPage.Operation(
                        "config-service",
                        "GET",
                        "/api/catalog",
                        List.of("viewer", "operator", "admin"),
                        "The catalog: what can be configured"));
    }
}
