package io.integrationshub.log.domain;

import io.integrationshub.contracts.AwsAccess;
import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.CloudEvents;
import io.integrationshub.contracts.CommerceAccess;
import io.integrationshub.contracts.Envelope;
import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.IntegrationConfigured;
import io.integrationshub.contracts.IntegrationDeleted;
import io.integrationshub.contracts.IntegrationSpec;
import io.integrationshub.contracts.Masked;
import io.integrationshub.contracts.MerchantOrganization;
import io.integrationshub.contracts.PoolRemoved;
import io.integrationshub.contracts.Publisher;
import io.integrationshub.contracts.SignInReady;
import io.integrationshub.contracts.Templates;
import io.integrationshub.contracts.UnreadableEvent;
import io.integrationshub.contracts.UserPool;
import io.integrationshub.contracts.UserPoolSpec;
import io.integrationshub.contracts.WiredRealm;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What may be shown of a configuration and of a result. Every member is written down here by name: a member that a later version
 * adds is not shown until somebody adds it here.
 */
final class Payload {
    private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/?#]*@");

    /** Stands in for the execution where only the revision matters. */
    private static final Execution NOBODY = new Execution(new UUID(0, 0), 0, null, null, null, null, null);

    private Payload() {}

    /** The name on screen. */
    static String instance(IntegrationSpec spec) {
        if (spec == null || spec.userPool() == null) {
            throw new UnreadableEvent("spec.userPool is missing");
        }
        return spec.userPool().name();
    }

    /** SHA-256 of the whole revision as it is published, sealed secrets and templates included. */
    static String hash(UUID integrationId, IntegrationSpec spec) {
        byte[] published = CloudEvents.value(Envelope.of(
                Publisher.CONFIG, Instant.EPOCH, "", integrationId, null, new IntegrationConfigured(0, NOBODY, spec)));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(published));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static Map<String, Object> of(IntegrationConfigured event) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("generation", event.generation());
        payload.putAll(of(event.spec()));
        return payload;
    }

    static Map<String, Object> of(IntegrationDeleted event) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("generation", event.generation());
        payload.put("deletionPolicy", name(event.deletion().policy()));
        payload.putAll(of(event.spec()));
        return payload;
    }

    static Map<String, Object> of(SignInReady event) {
        Map<String, Object> output = new LinkedHashMap<>();
        UserPool pool = event.userPool();
        if (pool != null) {
            output.put("userPoolId", pool.id());
            output.put("userPoolClientId", pool.clientId());
            output.put("region", pool.region());
            output.put("domainPrefix", pool.domainPrefix());
            output.put("issuer", pool.issuer());
            output.put("discoveryUrl", pool.discoveryUrl());
        }
        output.put("signInHost", event.signInHost());
        output.put("realms", event.realms().stream().map(Payload::of).toList());
        return output;
    }

    static Map<String, Object> of(PoolRemoved event) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("userPoolId", event.userPoolId());
        output.put("outcome", name(event.outcome()));
        output.put("message", event.message());
        return output;
    }

    private static Map<String, Object> of(WiredRealm realm) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("realm", name(realm.realm()));
        shown.put("realmId", realm.realmId());
        shown.put("profileId", realm.profileId());
        shown.put("profileName", realm.profileName());
        shown.put("callbackEndpoint", realm.callbackEndpoint());
        shown.put("authorizationEndpoint", realm.authorizationEndpoint());
        return shown;
    }

    private static Map<String, Object> of(IntegrationSpec spec) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("definitionVersion", spec.definitionVersion());
        CommerceAccess commerce = spec.commerce();
        if (commerce != null) {
            Map<String, Object> access = new LinkedHashMap<>();
            access.put("clientId", Masked.id(commerce.clientId()));
            access.put("tokenUrl", url(commerce.tokenUrl()));
            shown.put("commerce", access);
        }
        AwsAccess aws = spec.aws();
        if (aws != null) {
            Map<String, Object> access = new LinkedHashMap<>();
            access.put("accessKeyId", Masked.id(aws.accessKeyId()));
            access.put("region", aws.region());
            shown.put("aws", access);
        }
        shown.put("userPool", of(spec.userPool()));
        BuyerOrganization buyer = spec.buyer();
        if (buyer != null) {
            Map<String, Object> organization = new LinkedHashMap<>();
            organization.put("enabled", buyer.enabled());
            organization.put(
                    "callbackUrls",
                    buyer.callbackUrls().stream().map(Payload::url).toList());
            shown.put("buyerOrganization", organization);
        }
        MerchantOrganization merchant = spec.merchant();
        if (merchant != null) {
            Map<String, Object> organization = new LinkedHashMap<>();
            organization.put("enabled", merchant.enabled());
            organization.put("prefix", merchant.prefix());
            organization.put("replacePrefix", merchant.replacePrefix());
            shown.put("merchantOrganization", organization);
        }
        if (spec.templates() != null) {
            shown.put("templates", of(spec.templates()));
        }
        return shown;
    }

    private static Map<String, Object> of(UserPoolSpec pool) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", pool.name());
        shown.put("domainPrefix", pool.domainPrefix());
        shown.put("oidcProfileName", pool.oidcProfileName());
        return shown;
    }

    private static Map<String, Object> of(Templates templates) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("createUserPool", kind(templates.createUserPool()));
        shown.put("updateUserPool", kind(templates.updateUserPool()));
        shown.put("createUserPoolClient", kind(templates.createUserPoolClient()));
        shown.put("updateUserPoolClient", kind(templates.updateUserPoolClient()));
        return shown;
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String kind(String template) {
        return template == null ? "default" : "custom";
    }

    /** Without a user and password that somebody may have put into it. */
    private static String url(String url) {
        return url == null ? null : USER_INFO.matcher(url).replaceFirst("");
    }
}
