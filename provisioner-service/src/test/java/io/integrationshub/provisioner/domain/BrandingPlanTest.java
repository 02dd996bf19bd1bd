package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.ManagedLogin;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrandingPlanTest {
    private static final ManagedLogin OWN = new ManagedLogin(null);
    private static final ManagedLogin STYLED = new ManagedLogin(Map.of("categories", Map.of("form", "CENTER")));
    private static final Document SHOWN =
            json("{'ManagedLoginBrandingId':'b','UserPoolId':'p','UseCognitoProvidedValues':false,"
                    + "'Settings':{'categories':{'form':'CENTER','more':1}}}");

    @Test
    void aClientWithoutAStyleGetsCognitosOwn() {
        assertThat(plan(OWN, null, null))
                .contains(json("{'UserPoolId':'p','ClientId':'c','UseCognitoProvidedValues':true}"));
    }

    @Test
    void aClientWithoutAStyleGetsTheWantedOne() {
        assertThat(plan(STYLED, null, null))
                .contains(json("{'UserPoolId':'p','ClientId':'c','UseCognitoProvidedValues':false,"
                        + "'Settings':{'categories':{'form':'CENTER'}}}"));
    }

    @Test
    void anotherStyleIsReplacedAsAWhole() {
        Document body = plan(OWN, SHOWN, null).orElseThrow();

        assertThat(BrandingPlan.isUpdate(body)).isTrue();
        assertThat(body)
                .isEqualTo(json("{'UserPoolId':'p','UseCognitoProvidedValues':true,'ManagedLoginBrandingId':'b'}"));
    }

    @Test
    void nothingIsSentWhileItShowsWhatItShowedAfterTheLastTime() {
        AppliedPage applied = BrandingPlan.applied(STYLED, SHOWN);

        assertThat(plan(STYLED, SHOWN, applied)).isEmpty();
        assertThat(plan(STYLED, SHOWN.with("Settings", Map.of()), applied)).isPresent();
        assertThat(plan(new ManagedLogin(Map.of("other", 1)), SHOWN, applied)).isPresent();
    }

    @Test
    void cognitosOwnStyleIsKnownWithoutAMemory() {
        assertThat(plan(OWN, SHOWN.with("UseCognitoProvidedValues", true), null))
                .isEmpty();
    }

    private static Optional<Document> plan(ManagedLogin wanted, Document shown, AppliedPage applied) {
        return BrandingPlan.plan(wanted, shown, applied, "p", "c");
    }
}
