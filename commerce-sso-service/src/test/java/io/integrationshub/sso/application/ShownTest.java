package io.integrationshub.sso.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void whatFitsIsShownAsItIs() {
        assertThat(Shown.few(List.of("a", "b"))).containsExactly("a", "b");
    }

    @Test
    void aStoreFullOfUrlsStillFitsIntoAnEvent() {
        List<String> many = Collections.nCopies(10_000, "x".repeat(5_000));

        List<String> few = Shown.few(many);

        assertThat(few).hasSize(51).last().isEqualTo("… and 9950 more");
        assertThat(String.join("", few).length()).isLessThan(30_000);
    }
}
