package io.integrationshub.config.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayTest {
    @ParameterizedTest
    @CsvSource({
        "CREDENTIALS, UnrecognizedClientException, aws-credentials,    CONFIGURATION",
        "CREDENTIALS, RequestExpired,              hub-clock,          RETRY",
        "PERMISSION,  AccessDeniedException,       aws-permissions,    RETRY",
        "CONFLICT,    DOMAIN_TAKEN,                domain-taken,       CONFIGURATION",
        "INPUT,       INVALID_TEMPLATE,            template,           TEMPLATES",
        "INPUT,       PROTECTED_PARAMETER,         template-protected-parameter, TEMPLATES",
        "CONFLICT,    PREFIX_TAKEN,                merchant-prefix,    MERCHANT_ORGANIZATION",
        "INPUT,       NO_STOREFRONT_URL,           sign-in-callback,   BUYER_ORGANIZATION",
        "TRANSIENT,   commerce-503,                commerce-unavailable, RETRY",
        "INTERNAL,    INTERNAL,                    hub-defect,         RETRY",
    })
    void everyFailureHasOneWayOut(ErrorClass errorClass, String code, String remedy, Way way) {
        assertThat(Way.of(new Failure(errorClass, code, "hub", "why", remedy, null)))
                .isEqualTo(way);
    }
}
