package io.integrationshub.provisioner.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The complete body of an UpdateUserPool. Cognito sets whatever an update leaves out back to its default, so the body is always what
 * DescribeUserPool shows, as an update takes it, with the template laid over it.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html">Updating user pools</a>
 */
public final class UserPoolUpdate {
    /** MfaConfiguration is left out on purpose: it is kept when absent and refused when ON; SetUserPoolMfaConfig changes it. */
    private static final List<String> COPIED = List.of(
            "Policies",
            "DeletionProtection",
            "LambdaConfig",
            "AutoVerifiedAttributes",
            "VerificationMessageTemplate",
            "SmsAuthenticationMessage",
            "UserAttributeUpdateSettings",
            "DeviceConfiguration",
            "EmailConfiguration",
            "SmsConfiguration",
            "UserPoolTags",
            "AdminCreateUserConfig",
            "UserPoolAddOns",
            "AccountRecoverySetting",
            "UserPoolTier",
            "KeyConfiguration",
            "IssuerConfiguration");

    /** The older members that Cognito mirrors into VerificationMessageTemplate, and their names there. */
    private static final Map<String, String> MIRRORED = Map.of(
            "SmsVerificationMessage", "SmsMessage",
            "EmailVerificationMessage", "EmailMessage",
            "EmailVerificationSubject", "EmailSubject");

    private static final String[] DEVELOPER_MAIL_ONLY = {"From", "SourceArn", "ConfigurationSet"};

    private UserPoolUpdate() {}

    /**
     * What has to be sent; empty when the pool already is as wanted.
     *
     * @param pool as DescribeUserPool shows it
     * @param template rendered, without create-only members
     */
    public static Optional<Document> plan(Document pool, Document template, String poolName, UUID integrationId) {
        Document current = current(pool);
        Document wanted = Overlay.merge(current, mirrored(template))
                .with("UserPoolId", pool.text("Id").orElseThrow())
                .with("PoolName", poolName);
        wanted = wanted.with(
                "UserPoolTags",
                Overlay.merge(wanted.object("UserPoolTags"), new Document(Ownership.tags(integrationId))));
        wanted = withoutForeignMail(wanted);
        return differences(current, wanted).isEmpty() ? Optional.empty() : Optional.of(wanted);
    }

    /** Paths of the members in which two bodies differ; a default that is written out is none. */
    public static List<String> differences(Document one, Document other) {
        return AwsDefaults.differencesOfPools(one, other);
    }

    /** The update that would change nothing. */
    public static Document current(Document pool) {
        Document body = pool.only(COPIED)
                .with("UserPoolId", pool.text("Id").orElseThrow())
                .with("PoolName", pool.text("Name").orElseThrow());
        body = withVerificationMessages(body, pool);
        body = withoutUnusedAccountValidity(body);
        if (!body.object("SmsConfiguration")
                        .text("SnsCallerArn")
                        .filter(arn -> !arn.isEmpty())
                        .isPresent()
                && !body.object("SmsConfiguration").has("EumsSms")) {
            body = body.without("SmsConfiguration");
        }
        if (!body.object("UserPoolAddOns").has("AdvancedSecurityMode")) {
            body = body.without("UserPoolAddOns");
        }
        return withoutForeignMail(body);
    }

    /** Describe shows it, but Update refuses it next to the newer TemporaryPasswordValidityDays. */
    private static Document withoutUnusedAccountValidity(Document body) {
        boolean newer = body.object("Policies").object("PasswordPolicy").has("TemporaryPasswordValidityDays");
        return newer && body.has("AdminCreateUserConfig")
                ? body.with(
                        "AdminCreateUserConfig",
                        body.object("AdminCreateUserConfig").without("UnusedAccountValidityDays"))
                : body;
    }

    private static Document withVerificationMessages(Document body, Document pool) {
        Document messages = body.object("VerificationMessageTemplate");
        for (Map.Entry<String, String> member : MIRRORED.entrySet()) {
            if (pool.has(member.getKey()) && !messages.has(member.getValue())) {
                messages = messages.with(member.getValue(), pool.members().get(member.getKey()));
            }
        }
        return messages.members().isEmpty() ? body : body.with("VerificationMessageTemplate", messages);
    }

    /** A template may use the older names; an update with both would say the same thing twice, perhaps differently. */
    private static Document mirrored(Document template) {
        Document body = template;
        Document messages = template.object("VerificationMessageTemplate");
        for (Map.Entry<String, String> member : MIRRORED.entrySet()) {
            if (template.members().containsKey(member.getKey())) {
                messages = messages.with(member.getValue(), template.members().get(member.getKey()));
                body = body.without(member.getKey());
            }
        }
        return messages.members().isEmpty() ? body : body.with("VerificationMessageTemplate", messages);
    }

    private static Document withoutForeignMail(Document body) {
        Document mail = body.object("EmailConfiguration");
        return mail.text("EmailSendingAccount")
                        .filter("COGNITO_DEFAULT"::equals)
                        .isPresent()
                ? body.with("EmailConfiguration", mail.without(DEVELOPER_MAIL_ONLY))
                : body;
    }
}
