package io.integrationshub.config.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.integrationshub.config.domain.CallbackUrls;
import io.integrationshub.config.domain.Checked;
import io.integrationshub.config.domain.ConfigurationPage;
import io.integrationshub.config.domain.EnteredConfiguration;
import io.integrationshub.config.domain.EnteredSecret;
import io.integrationshub.config.domain.MerchantPrefix;
import io.integrationshub.config.domain.Pages;
import io.integrationshub.contracts.AutomaticRetry;
import io.integrationshub.contracts.BuyerOrganization;
import io.integrationshub.contracts.DriftPolicy;
import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.MerchantOrganization;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.contracts.Templates;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between pages as they are stored and the fields of their forms. */
final class Fields {
    private static final String PAGES = "userPool.hostedUi.pages";
    private static final String CLASSIC = "CLASSIC";
    private static final String MANAGED = "MANAGED";
    private static final String SETTINGS = "userPool.hostedUi.managedLogin.settings";

    private Fields() {}

    /** The fields of a step as the draft has it; those of a page that was never stored are at their defaults. */
    static Map<String, List<String>> of(Step step, Pages pages) {
        return switch (step) {
            case CONFIGURATION ->
                pages.configuration() == null ? Map.of("userPool.name", List.of("EPCC")) : of(pages.configuration());
            case BUYER_ORGANIZATION -> of(pages.buyer());
            case MERCHANT_ORGANIZATION -> of(pages.merchant());
            case TEMPLATES -> of(pages.templates());
            case TRIGGER_DETAILS, PLAN, FINISH -> Map.of();
        };
    }

    private static Map<String, List<String>> of(ConfigurationPage page) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        put(fields, "commerce.clientId", page.clientId());
        put(fields, "commerce.tokenUrl", page.tokenUrl());
        put(fields, "aws.accessKeyId", page.accessKeyId());
        put(fields, "aws.region", page.region());
        put(fields, "userPool.name", page.userPool().name());
        put(fields, "userPool.domainPrefix", page.userPool().domainPrefix());
        put(fields, "userPool.oidcProfileName", page.userPool().oidcProfileName());
        put(fields, "userPool.existingPoolId", page.userPool().existingPoolId());
        put(fields, "userPool.replaceDomain", page.userPool().replaceDomain());
        put(fields, "userPool.mfa", page.userPool().mfa());
        HostedUi look = page.userPool().hostedUi();
        if (look != null) {
            put(fields, "userPool.hostedUi.css", look.css());
            put(fields, "storedLogo", look.logo() != null);
            put(fields, PAGES, look.managedLogin() == null ? CLASSIC : MANAGED);
            if (look.managedLogin() != null && look.managedLogin().settings() != null) {
                put(
                        fields,
                        SETTINGS,
                        Json.mapper()
                                .valueToTree(look.managedLogin().settings())
                                .toPrettyString());
            }
        }
        DriftPolicy drift = page.drift();
        if (drift != null) {
            put(fields, "drift.heal", drift.heal());
            put(fields, "drift.ignore", String.join("\n", drift.ignore()));
        }
        AutomaticRetry retry = page.automaticRetry();
        if (retry != null) {
            put(fields, "retry", true);
            put(fields, "automaticRetry.attempts", retry.attempts());
            put(fields, "automaticRetry.minutes", retry.minutes());
            put(fields, "automaticRetry.exponential", retry.exponential());
        }
        return fields;
    }

    private static Map<String, List<String>> of(@Nullable BuyerOrganization page) {
        return page == null
                ? Map.of("callbackUrls", List.of(""))
                : Map.of(
                        "enabled",
                        List.of(String.valueOf(page.enabled())),
                        "callbackUrls",
                        page.callbackUrls().isEmpty() ? List.of("") : page.callbackUrls());
    }

    private static Map<String, List<String>> of(@Nullable MerchantOrganization page) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (page != null) {
            put(fields, "enabled", page.enabled());
            put(fields, "prefix", page.prefix());
            put(fields, "replacePrefix", page.replacePrefix());
        }
        return fields;
    }

    private static Map<String, List<String>> of(@Nullable Templates page) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (page != null) {
            put(fields, "createUserPool", page.createUserPool());
            put(fields, "updateUserPool", page.updateUserPool());
            put(fields, "createUserPoolClient", page.createUserPoolClient());
            put(fields, "updateUserPoolClient", page.updateUserPoolClient());
        }
        return fields;
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, List.of(value.toString()));
        }
    }

    /**
     * The page Configuration as it was typed.
     *
     * @param logo a new logo in Base64, empty to take the stored one away, null to keep it
     */
    static EnteredConfiguration configuration(Map<String, List<String>> fields, @Nullable String logo) {
        String css = one(fields, "userPool.hostedUi.css");
        EnteredConfiguration.Managed managed = managed(fields);
        boolean look = managed != null
                || one(fields, PAGES).equals(CLASSIC)
                || !css.isBlank()
                || logo != null
                || one(fields, "storedLogo").equals("true");
        List<String> ignore = one(fields, "drift.ignore")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        boolean heal = on(fields, "drift.heal");
        return new EnteredConfiguration(
                new EnteredConfiguration.Commerce(
                        one(fields, "commerce.clientId"),
                        new EnteredSecret(one(fields, "commerce.clientSecret")),
                        one(fields, "commerce.tokenUrl")),
                aws(fields),
                new EnteredConfiguration.Pool(
                        one(fields, "userPool.name"),
                        one(fields, "userPool.domainPrefix"),
                        one(fields, "userPool.oidcProfileName"),
                        one(fields, "userPool.existingPoolId"),
                        on(fields, "userPool.replaceDomain"),
                        mfa(one(fields, "userPool.mfa")),
                        look ? new EnteredConfiguration.LookOfPages(css, logo, managed) : null),
                heal || !ignore.isEmpty() ? new EnteredConfiguration.Drift(heal, List.copyOf(ignore)) : null,
                on(fields, "retry")
                        ? new EnteredConfiguration.Retry(
                                number(one(fields, "automaticRetry.attempts")),
                                number(one(fields, "automaticRetry.minutes")),
                                on(fields, "automaticRetry.exponential"))
                        : null);
    }

    /** Whoever writes a style wants it, if nothing else was chosen. What is no JSON is left for the rules to refuse. */
    private static EnteredConfiguration.@Nullable Managed managed(Map<String, List<String>> fields) {
        String pages = one(fields, PAGES);
        String settings = one(fields, SETTINGS);
        if (pages.equals(CLASSIC) || (!pages.equals(MANAGED) && settings.isBlank())) {
            return null;
        }
        try {
            return new EnteredConfiguration.Managed(
                    settings.isBlank() ? null : Json.mapper().readValue(settings, Object.class));
        } catch (JsonProcessingException e) {
            return new EnteredConfiguration.Managed(settings);
        }
    }

    private static EnteredConfiguration.Aws aws(Map<String, List<String>> fields) {
        return new EnteredConfiguration.Aws(
                one(fields, "aws.accessKeyId"),
                new EnteredSecret(one(fields, "aws.secretAccessKey")),
                one(fields, "aws.region"));
    }

    /** A single line left empty is no line: nobody has to remove it. */
    static Checked<BuyerOrganization> buyer(Map<String, List<String>> fields) {
        List<String> urls = fields.getOrDefault("callbackUrls", List.of());
        boolean none = urls.stream().allMatch(String::isBlank);
        return CallbackUrls.check(on(fields, "enabled"), none ? List.of() : List.copyOf(urls));
    }

    static Checked<MerchantOrganization> merchant(Map<String, List<String>> fields) {
        return MerchantPrefix.check(on(fields, "enabled"), one(fields, "prefix"), on(fields, "replacePrefix"));
    }

    /** A text left empty is the default. Browsers send line breaks as CR LF. */
    static Templates templates(Map<String, List<String>> fields) {
        return new Templates(
                template(fields, "createUserPool"),
                template(fields, "updateUserPool"),
                template(fields, "createUserPoolClient"),
                template(fields, "updateUserPoolClient"));
    }

    private static @Nullable String template(Map<String, List<String>> fields, String name) {
        String text = one(fields, name).replace("\r\n", "\n");
        return text.isBlank() ? null : text;
    }

    private static String one(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    private static boolean on(Map<String, List<String>> fields, String name) {
        return one(fields, name).equals("true");
    }

    private static @Nullable Mfa mfa(String word) {
        return Arrays.stream(Mfa.values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** Null, which is refused with a sentence, for what is no number. */
    private static @Nullable Integer number(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
