package io.integrationshub.provisioner.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Failure;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.runtime.secrets.OpenedSecret;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Causes that cannot be had from a stand-in: the SDK corrects a wrong clock by itself as far as it can. */
class KeyTroubleTest {
    private static final AwsKeys KEYS = new AwsKeys("AKIALOCALHUB00000001", new OpenedSecret("secret"), "me-central-1");

    @ParameterizedTest
    @CsvSource({
        "SignatureDoesNotMatch, hub-clock, CLOCK_SKEW",
        "RequestExpired, hub-clock, CLOCK_SKEW",
        "SignatureDoesNotMatch, aws-credentials, SECRET_KEY_WRONG",
        "ExpiredToken, aws-credentials, KEYS_EXPIRED",
        "InvalidClientTokenId, aws-credentials, ACCESS_KEY_UNKNOWN",
        "IncompleteSignature, aws-credentials, IncompleteSignature",
    })
    void eachAnswerOfAwsHasItsOwnCause(String code, String remedy, String cause) {
        Failure told = KeyTrouble.explain(
                failure(code, remedy),
                KEYS,
                keys -> {
                    throw new ProvisioningException(failure("InvalidClientTokenId", "aws-credentials"));
                },
                new Question(Duration.ofSeconds(5)));

        assertThat(told.code()).isEqualTo(cause);
        assertThat(told.remedyId()).isEqualTo(remedy);
    }

    @Test
    void aTimeLimitIsKeptWhateverACallDoes() {
        Question question = new Question(Duration.ofMillis(50));
        Object never = new Object();

        assertThatThrownBy(() -> question.ask(() -> {
                    synchronized (never) {
                        try {
                            never.wait();
                        } catch (InterruptedException given) {
                            Thread.currentThread().interrupt();
                        }
                        return null;
                    }
                }))
                .isInstanceOf(ProvisioningException.class)
                .hasMessageContaining("QUESTION_TIMED_OUT");
    }

    private static Failure failure(String code, String remedy) {
        return new Failure(ErrorClass.CREDENTIALS, code, "sts", "said AWS", remedy, null);
    }
}
