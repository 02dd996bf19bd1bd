package io.integrationshub.log.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.log.HubService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@HubService
class DatabaseIT {
    @Inject
    Database database;

    @Test
    void onlyASlowAnswerIsWaitedForWithoutALimit() {
        List<Integer> limits = new ArrayList<>();

        QuarkusTransaction.requiringNew().run(() -> {
            database.query("select 1", asked -> limits.add(asked.getConnection().getNetworkTimeout()), row -> 1);
            database.slowly(
                    "select 1", asked -> limits.add(asked.getConnection().getNetworkTimeout()), row -> 1);
            database.query("select 1", asked -> limits.add(asked.getConnection().getNetworkTimeout()), row -> 1);
        });

        assertThat(limits).containsExactly(70_000, 0, 70_000);
    }
}
