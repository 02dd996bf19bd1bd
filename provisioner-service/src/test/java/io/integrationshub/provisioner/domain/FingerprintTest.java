package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void orderMakesNoDifference() {
        assertThat(Fingerprint.of(json("{'a':1,'b':['x','y']}")))
                .isEqualTo(Fingerprint.of(json("{'b':['y','x'],'a':1}")));
    }

    @Test
    void valuesAndTheirTypesDo() {
        assertThat(Fingerprint.of(json("{'a':1}")))
                .isNotEqualTo(Fingerprint.of(json("{'a':'1'}")))
                .isNotEqualTo(Fingerprint.of(json("{'a':2}")));
    }
}
