package io.integrationshub.log.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.log.domain.ExecutionError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {
    @ParameterizedTest
    @CsvSource({
        "aws-credentials, RECONFIGURE",
        "commerce-token-url, RECONFIGURE",
        "domain-taken, RECONFIGURE",
        "template-locked-field, RECONFIGURE",
        "merchant-prefix-taken, RECONFIGURE",
        "aws-throttled, RETRY",
        "commerce-unavailable, RETRY",
        "sign-in-check, RETRY",
        "aws-permissions, AWS_PERMISSIONS",
        "aws-quota, AWS_QUOTAS",
        "user-pool-tier, AWS_USER_POOLS",
        "hub-defect, EVIDENCE",
        "of-a-newer-version, RETRY",
        ", RETRY"
    })
    void everyErrorHasANextClick(String id, Remedy.Action action) {
        Remedy remedy = Remedy.of(new ExecutionError(ErrorClass.INPUT, "X", "hub", "x", id, null, null));

        assertThat(remedy.action()).isEqualTo(action);
        assertThat(remedy.advice()).isNotBlank();
    }
}
