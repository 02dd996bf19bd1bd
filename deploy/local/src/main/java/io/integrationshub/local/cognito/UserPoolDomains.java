package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operations on domains. A prefix belongs to one pool of one account in its region. */
final class UserPoolDomains {
    private static final String NAME = "^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$";
    private static final Pattern PREFIX = Pattern.compile(NAME);
    private static final List<String> RESERVED = List.of("cognito", "amazon", "aws");

    private UserPoolDomains() {}

    static ObjectNode create(Call call) {
        UserPool pool = call.pool();
        boolean custom = call.has("CustomDomainConfig");
        if (!custom) {
            checkPrefix(call.text("Domain"));
        }
        checkManagedLogin(call, pool);
        if (call.store()
                .domain(call.caller().region(), call.text("Domain"), call.now())
                .isPresent()) {
            throw AwsError.invalidParameter(
                    custom ? "Domain already exists." : "Domain already associated with another user pool.");
        }
        if (call.store().domainsOf(pool, call.now()).stream().anyMatch(domain -> domain.custom() == custom)) {
            throw AwsError.invalidParameter("User pool already has a domain configured.");
        }
        call.store().forgetGoneDomains(call.now());
        Domain domain = Domain.create(
                call.caller(), call.text("Domain"), call.input(), call.now().plus(call.domainDelay()));
        call.store().add(domain);
        return configured(domain);
    }

    static ObjectNode update(Call call) {
        UserPool pool = call.pool();
        Domain domain = ownDomain(call, pool);
        if (domain.custom() && !call.has("CustomDomainConfig")) {
            throw AwsError.invalidParameter("Cannot convert custom domain to prefix domain.");
        }
        if (!domain.custom() && call.has("CustomDomainConfig")) {
            throw AwsError.invalidParameter("Cannot convert prefix domain to custom domain.");
        }
        if (!domain.active(call.now())) {
            throw AwsError.invalidParameter("Domain is not in a state that can be updated.");
        }
        checkManagedLogin(call, pool);
        domain.configure(call.input());
        return configured(domain);
    }

    /** An unknown domain, or one of another account, is answered with status 200 and an empty description. */
    static ObjectNode describe(Call call) {
        ObjectNode reply = Json.object();
        ObjectNode description = reply.putObject("DomainDescription");
        find(call).ifPresent(domain -> {
            description
                    .put("UserPoolId", domain.userPoolId())
                    .put("AWSAccountId", call.caller().accountId())
                    .put("Domain", domain.name())
                    .put("S3Bucket", "aws-cognito-prod-" + domain.region() + "-assets")
                    .put("CloudFrontDistribution", cloudFront(domain))
                    .put("Version", domain.entry().path("ActiveAt").asText())
                    .put("Status", domain.status(call.now()))
                    .put("ManagedLoginVersion", domain.managedLoginVersion());
            description.putObject("CustomDomainConfig");
            if (domain.custom()) {
                description.set("CustomDomainConfig", domain.entry().get("CustomDomainConfig"));
            }
        });
        return reply;
    }

    static ObjectNode delete(Call call) {
        UserPool pool = call.pool();
        Domain domain = ownDomain(call, pool);
        if (domain.status(call.now()).equals("CREATING")) {
            throw AwsError.invalidParameter("Domain is not in a state that can be deleted.");
        }
        if (domain.active(call.now())) {
            domain.deleteAt(call.now().plus(call.domainDelay()));
        }
        return Json.object();
    }

    private static Domain ownDomain(Call call, UserPool pool) {
        return find(call)
                .filter(domain -> domain.userPoolId().equals(pool.id()))
                .orElseThrow(() -> AwsError.invalidParameter("No such domain or user pool exists."));
    }

    private static Optional<Domain> find(Call call) {
        return call.store()
                .domain(call.caller().region(), call.text("Domain"), call.now())
                .filter(domain -> Json.text(domain.entry(), "Account")
                        .equals(call.caller().accountId()));
    }

    private static void checkPrefix(String name) {
        RESERVED.stream().filter(name::contains).findFirst().ifPresent(word -> {
            throw AwsError.invalidParameter("Domain cannot contain reserved word: " + word);
        });
        if (!PREFIX.matcher(name).matches()) {
            throw AwsError.invalidParameter("The domain name contains an invalid character. Domain names can only"
                    + " contain lower-case letters, numbers, and hyphens. Please enter a different name that follows"
                    + " this format: " + NAME);
        }
    }

    private static void checkManagedLogin(Call call, UserPool pool) {
        int version = call.input().path("ManagedLoginVersion").asInt(1);
        if (version != 1 && version != 2) {
            throw AwsError.invalidParameter("ManagedLoginVersion must be 1 or 2.");
        }
        if (version == 2 && !TierRules.essentialsOrMore(pool.tier())) {
            throw AwsError.notInTier("Managed login", pool.tier());
        }
    }

    private static ObjectNode configured(Domain domain) {
        ObjectNode reply = Json.object().put("ManagedLoginVersion", domain.managedLoginVersion());
        if (domain.custom()) {
            reply.put("CloudFrontDomain", cloudFront(domain));
        }
        return reply;
    }

    private static String cloudFront(Domain domain) {
        return "d" + Integer.toHexString(domain.name().hashCode()) + ".cloudfront.net";
    }
}
