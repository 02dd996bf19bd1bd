package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Deletion;
import io.integrationshub.contracts.DeletionPolicy;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalPlanTest {
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @ParameterizedTest
    @CsvSource({
        "0, false, false, false, true",
        "7, false, false, false, false",
        "7, false, true, false, true",
        "0, true, false, false, false",
        "0, true, true, false, false",
        "0, true, false, true, true",
        "7, true, false, true, false",
        "7, true, true, true, true"
    })
    void goesOnlyWithEveryConsentItNeeds(
            int users, boolean adopted, boolean withUsers, boolean withAdopted, boolean goes) {
        Document pool = pool(ID.toString()).with("EstimatedNumberOfUsers", users);

        RemovalPlan plan =
                RemovalPlan.of(pool, adopted, new Deletion(DeletionPolicy.DELETE, withUsers, withAdopted), ID);

        assertThat(plan instanceof RemovalPlan.Delete).isEqualTo(goes);
    }

    @Test
    void saysHowManyUsersKeptIt() {
        RemovalPlan plan = RemovalPlan.of(
                pool(ID.toString()).with("EstimatedNumberOfUsers", 7),
                false,
                new Deletion(DeletionPolicy.DELETE, false, false),
                ID);

        assertThat(plan)
                .isEqualTo(new RemovalPlan.Keep(
                        "User pool p was kept: it has about 7 users, and nobody agreed to their deletion"));
    }

    @Test
    void anotherIntegrationsPoolStaysWhateverWasAgreed() {
        RemovalPlan plan = RemovalPlan.of(
                pool(UUID.randomUUID().toString()), false, new Deletion(DeletionPolicy.DELETE, true, true), ID);

        assertThat(plan).isInstanceOf(RemovalPlan.Keep.class);
    }

    private static Document pool(String owner) {
        return json("{'Id':'p','UserPoolTags':{'" + Ownership.INTEGRATION_ID + "':'" + owner + "'}}");
    }
}
