package io.integrationshub.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "cognito.UserPool, cognito.UserPool, true",
        "cognito.UserPool, cognito.UserPool.Policies.PasswordPolicy, true",
        "cognito.UserPool.Policies, cognito.UserPool.Policies.PasswordPolicy, true",
        "cognito.UserPool.Policies, cognito.UserPool, false",
        "cognito.UserPool, cognito.UserPoolClient, false",
        "commerce.OidcProfile, commerce.OidcProfile[BUYER].name, true",
        "commerce.OidcProfile.name, commerce.OidcProfile[BUYER].name, true",
        "commerce.OidcProfile[BUYER], commerce.OidcProfile[BUYER].name, true",
        "commerce.OidcProfile[BUYER], commerce.OidcProfile[MERCHANT].name, false",
        "commerce.OidcProfile.client_id, commerce.OidcProfile[BUYER].name, false",
    })
    void anEntryIsAboutWhatItNamesAndAllBelowIt(String entry, String address, boolean ignored) {
        assertThat(new DriftPolicy(false, List.of(entry)).ignores(address)).isEqualTo(ignored);
    }
}
