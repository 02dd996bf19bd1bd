package io.integrationshub.sso.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.sso.application.CommerceException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {
    @Test
    void withoutATurnNothingIsSentAndTheCallIsTriedAgainLater() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        Traffic traffic = new Traffic(null, (origin, clientId) -> false, metrics);
        Origin europe = new Origin("https://a.example", "a.example", 443, false);

        assertThatThrownBy(() -> traffic.send(europe, "client", Call.of("GET", "/v2/settings", Map.of(), "")))
                .isInstanceOfSatisfying(CommerceException.class, refused -> {
                    assertThat(refused.failure().errorClass()).isEqualTo(ErrorClass.THROTTLED);
                    assertThat(refused.failure().code()).isEqualTo("REQUEST_BUDGET");
                });
        assertThat(metrics.get("hub.commerce.requests")
                        .tag("status", "over-budget")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
