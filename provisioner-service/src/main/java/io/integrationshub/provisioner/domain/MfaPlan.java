package io.integrationshub.provisioner.domain;

import io.integrationshub.contracts.Mfa;
import java.util.List;
import java.util.Optional;

/**
 * The complete body of a SetUserPoolMfaConfig: it replaces everything, so factors that are set up already are sent again.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html">
 *     SetUserPoolMfaConfig</a>
 */
public final class MfaPlan {
    private static final String MODE = "MfaConfiguration";
    private static final String TOTP = "SoftwareTokenMfaConfiguration";
    private static final String SMS = "SmsMfaConfiguration";
    private static final String MAIL = "EmailMfaConfiguration";
    private static final String PASSKEYS = "WebAuthnConfiguration";

    private MfaPlan() {}

    /**
     * What is wanted.
     *
     * @param totp authenticator apps are a factor in any case, not only when there is no other
     */
    public record Wanted(Mfa mode, boolean totp) {}

    /**
     * What has to be sent; empty when it is as wanted.
     *
     * @param pool as DescribeUserPool shows it
     * @param shown by GetUserPoolMfaConfig
     */
    public static Optional<Document> plan(Document pool, Document shown, Wanted wanted) {
        Document current = current(pool, shown);
        if (wanted.mode() == Mfa.OFF) {
            boolean off = current.text(MODE).filter("OFF"::equals).isPresent();
            return off ? Optional.empty() : Optional.of(withMode(current.without(TOTP, SMS, MAIL), Mfa.OFF));
        }
        Document body = withMode(current, wanted.mode());
        if (!body.has(SMS) && usable(pool.object("SmsConfiguration"))) {
            // Once a pool has an SMS configuration, Cognito refuses to leave this factor out.
            body = body.with(SMS, sms(pool));
        }
        if (wanted.totp() || (!body.has(SMS) && !body.has(MAIL))) {
            body = body.with(TOTP, Document.empty().with("Enabled", true));
        }
        return Difference.paths(current, body).isEmpty() ? Optional.empty() : Optional.of(body);
    }

    /** The request that would change nothing. */
    public static Document current(Document pool, Document shown) {
        return withId(shown.only(List.of(MODE, TOTP, SMS, MAIL, PASSKEYS)), pool)
                .with(MODE, shown.text(MODE).orElse("OFF"));
    }

    private static Document withId(Document body, Document pool) {
        return body.with("UserPoolId", pool.text("Id").orElseThrow());
    }

    private static Document withMode(Document body, Mfa mode) {
        return body.with(MODE, mode.name());
    }

    private static Document sms(Document pool) {
        Document block = Document.empty().with("SmsConfiguration", pool.object("SmsConfiguration"));
        return pool.text("SmsAuthenticationMessage")
                .map(message -> block.with("SmsAuthenticationMessage", message))
                .orElse(block);
    }

    private static boolean usable(Document sms) {
        return sms.text("SnsCallerArn").filter(arn -> !arn.isEmpty()).isPresent();
    }
}
