package io.integrationshub.provisioner.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
    @ParameterizedTest
    @CsvSource({"899, 0", "900, 1", "1000, 1"})
    void manyPoolsComeNearTheQuota(int listed, int findings) {
        assertThat(Findings.ofNewPool(null, new PoolSearch.Found(null, listed, 0, false)))
                .hasSize(findings)
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("QUOTA_NEAR"));
    }
}
