package io.integrationshub.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
    @ParameterizedTest
    @CsvSource({"AKIAIOSFODNN7EXAMPLE, ****MPLE", "short-id, ****", "'', ****", ","})
    void showsLittleOfTheWhole(String id, String shown) {
        assertThat(Masked.id(id)).isEqualTo(shown);
    }
}
