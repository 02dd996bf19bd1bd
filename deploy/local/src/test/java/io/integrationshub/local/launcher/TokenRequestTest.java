package io.integrationshub.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenRequestTest {
    @Test
    void storeRolesAndPortBaseAreUnderstood() {
        assertThat(Token.Request.parse("--store", "s", "--role", "viewer,admin", "--port-base", "9000"))
                .isEqualTo(new Token.Request("s", List.of("viewer", "admin"), 9000));
    }

    @Test
    void aRoleTheHubDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> Token.Request.parse("--store", "s", "--role", "viewer,root"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'root'");
    }

    @Test
    void withoutStoreOrRoleTheUsageIsShown() {
        assertThatThrownBy(() -> Token.Request.parse("--store", "s")).hasMessageStartingWith("Usage:");
        assertThatThrownBy(() -> Token.Request.parse("--role", "viewer")).hasMessageStartingWith("Usage:");
    }
}
