package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DomainPlanTest {
    private static final Document WITHOUT = json("{'Id':'p'}");
    private static final Document WITH_OTHER = json("{'Id':'p','Domain':'other'}");

    @Test
    void nothingWhenThePoolHasIt() {
        UserPoolDomain domain = new UserPoolDomain("shop", "p", "CREATING");

        assertThat(DomainPlan.of(json("{'Id':'p','Domain':'shop'}"), "shop", domain))
                .isEqualTo(new DomainPlan.Present(domain));
    }

    @Test
    void aCreateWhenNobodyHasIt() {
        assertThat(DomainPlan.of(WITHOUT, "shop", null)).isEqualTo(new DomainPlan.Create());
    }

    @Test
    void takenWhenAnotherPoolOfTheAccountHasIt() {
        assertThat(DomainPlan.of(WITHOUT, "shop", new UserPoolDomain("shop", "q", "ACTIVE")))
                .isEqualTo(new DomainPlan.Taken());
    }

    @Test
    void neverAMove() {
        assertThat(DomainPlan.of(WITH_OTHER, "shop", null)).isEqualTo(new DomainPlan.Moved("other"));
    }
}
