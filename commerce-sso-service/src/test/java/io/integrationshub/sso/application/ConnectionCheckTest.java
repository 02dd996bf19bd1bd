package io.integrationshub.sso.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.runtime.secrets.OpenedSecret;
import io.integrationshub.sso.application.ConnectionReport.Warning;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionCheckTest {
    private static final Failure REFUSED =
            new Failure(ErrorClass.INPUT, "ORIGIN_NOT_ALLOWED", "hub", "Not allowed.", "commerce-token-url", null);

    @ParameterizedTest
    @CsvSource({
        "euwest.api.elasticpath.com, eu-west-1, EU West (Ireland), false",
        "euwest.api.elasticpath.com, eu-central-2, EU West (Ireland), false",
        "euwest.api.elasticpath.com, us-east-2, EU West (Ireland), true",
        "euwest.api.elasticpath.com, , EU West (Ireland), false",
        "useast.api.elasticpath.com, us-west-2, US East (Ohio), false",
        "useast.api.elasticpath.com, ca-central-1, US East (Ohio), false",
        "useast.api.elasticpath.com, ap-southeast-2, US East (Ohio), true",
        "commerce.shop.example, ap-southeast-2, , false",
    })
    void warnsWhenTheUserPoolIsOnAnotherContinent(String host, String awsRegion, String region, boolean far) {
        ConnectionReport report = check(host, awsRegion);

        assertThat(report.region()).isEqualTo(region);
        assertThat(report.warnings()).extracting(Warning::code).hasSize(far ? 1 : 0);
        assertThat(report.failure()).isEqualTo(REFUSED);
        assertThat(report.ok()).isFalse();
    }

    private static ConnectionReport check(String host, String awsRegion) {
        StoreKeys keys = new StoreKeys("https://" + host, "client", new OpenedSecret("secret"));
        return new ConnectionCheck(new NoStores(), new Patience())
                .check(new ConnectionCheck.Subject(keys, host, awsRegion));
    }

    private static final class NoStores implements CommerceStores {
        @Override
        public CommerceStore open(StoreKeys keys) {
            return tryOut(keys);
        }

        @Override
        public CommerceStore tryOut(StoreKeys keys) {
            throw new CommerceException(REFUSED, CommerceException.Outcome.NOT_DONE, 0, null);
        }
    }

    private record Patience() implements WiringConfig {
        @Override
        public Duration driftEvery() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Duration createSettle() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration questionTimeout() {
            return Duration.ofSeconds(1);
        }
    }
}
