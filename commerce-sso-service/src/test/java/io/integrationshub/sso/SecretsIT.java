package io.integrationshub.sso;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Realm;
import io.integrationshub.runtime.secrets.Secrets;
import io.integrationshub.sso.application.CommerceStores;
import io.integrationshub.sso.application.Wirings;
import io.integrationshub.sso.fixtures.CommerceControl;
import io.integrationshub.sso.fixtures.EventLog;
import io.integrationshub.sso.fixtures.LogCapture;
import io.integrationshub.sso.fixtures.Shop;
import io.integrationshub.sso.fixtures.Tables;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@OnRealInfra
class SecretsIT {
    @Inject
    Secrets secrets;

    @Inject
    CommerceStores stores;

    @Inject
    Wirings wirings;

    @Inject
    DataSource database;

    @Test
    void noSecretIsLeftInAnyTopicTableOrLog() {
        Shop shop = new Shop(secrets, stores);
        shop.poolSecret = "Marker/Pool+Secret=&" + shop.integration;
        String rightKey = shop.commerceSecret;
        String wrongKey = "Marker/Wrong+Key=&" + shop.integration;

        try (LogCapture log = new LogCapture()) {
            CommerceControl.fault("drop-reply", "POST", shop.profilesPath(shop.buyerRealm), 1);
            CommerceControl.fault("error500", "PUT", ".*" + shop.buyerRealm, 1);
            shop.wired();
            shop.commerceSecret = wrongKey;
            shop.failed();

            String everywhere = EventLog.all() + "\n" + Tables.everything(database) + "\n" + log.text();
            // Proves that the search would find something: what may be shown is found in all three places.
            assertThat(log.text()).contains(shop.integration.toString());
            assertThat(Tables.everything(database)).contains(shop.poolClient);
            for (String secret : List.of(shop.poolSecret, rightKey, wrongKey)) {
                assertThat(forms(secret))
                        .allSatisfy(form -> assertThat(everywhere.contains(form))
                                .as("found in the form %d characters long", form.length())
                                .isFalse());
            }
        }
        assertThat(wirings.realm(shop.integration, Realm.BUYER).secretDigest()).hasSize(64);
    }

    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                        HexFormat.of().formatHex(bytes),
                        HexFormat.of().withUpperCase().formatHex(bytes),
                        new StringBuilder(secret).reverse().toString())
                .distinct()
                .toList();
    }
}
