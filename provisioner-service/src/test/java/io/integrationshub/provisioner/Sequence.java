package io.integrationshub.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Execution;
import io.integrationshub.contracts.HostedUi;
import io.integrationshub.contracts.Mfa;
import io.integrationshub.contracts.Plan;
import io.integrationshub.contracts.Templates;
import io.integrationshub.local.test.HubInfra;
import io.integrationshub.provisioner.application.AwsKeys;
import io.integrationshub.provisioner.application.PlanPreview;
import io.integrationshub.provisioner.domain.Provisioning;
import io.integrationshub.runtime.secrets.OpenedSecret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** One integration with an AWS account of its own, and what happens to it; decided by its seed. */
final class Sequence {
    private static final List<String> FAULTS = List.of("throttle", "error500", "html", "drop-reply");
    private static final List<String> OPERATIONS = List.of(
            "ListUserPools",
            "DescribeUserPool",
            "CreateUserPool",
            "UpdateUserPool",
            "CreateUserPoolDomain",
            "DeleteUserPoolDomain",
            "CreateUserPoolClient",
            "UpdateUserPoolClient",
            "SetUserPoolMfaConfig",
            "SetUICustomization",
            "*");

    final Admin admin = new Admin().replacingTheDomain();
    Execution latest;
    private final int seed;
    private final Random random;
    private final String accessKeyId;
    private final String secretAccessKey;
    private final SomebodyElse somebodyElse;
    private final List<String> steps = new ArrayList<>();
    private String name;
    private String domain;
    private int passwordLength;
    private Mfa mfa;
    private String css;
    private List<String> storefronts;
    private Plan promised;

    Sequence(int seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.accessKeyId = "AKIASEQUENCE%08d".formatted(seed);
        this.secretAccessKey = "secret/of/sequence/" + seed;
        HubInfra.cognito()
                .control(
                        "POST",
                        "accounts",
                        "{\"accountId\":\"9%011d\",\"accessKeyId\":\"%s\",\"secretAccessKey\":\"%s\"}"
                                .formatted(seed, accessKeyId, secretAccessKey));
        this.somebodyElse = new SomebodyElse(accessKeyId, secretAccessKey, admin.integration);
        admin.keys(accessKeyId, secretAccessKey);
    }

    /** What happened, to read and to run again. */
    String story() {
        return "sequence %d (run it alone with -Dsequence=%d):%n%s"
                .formatted(seed, seed, String.join(System.lineSeparator(), steps));
    }

    void editAtAws() {
        live();
        steps.add(somebodyElse.edit(random));
    }

    void disturb() {
        String operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        String kind = FAULTS.get(random.nextInt(FAULTS.size()));
        steps.add("fault " + kind + " of " + operation);
        Aws.misbehave(operation, kind, 1);
        if (random.nextInt(3) == 0) {
            int write = 1 + random.nextInt(16);
            boolean after = random.nextBoolean();
            steps.add("dies " + (after ? "after" : "before") + " write " + write);
            Crashes.at(admin.integration.toString(), accessKeyId, write, after);
        }
        want();
        configure();
    }

    /** No more deaths. */
    void live() {
        Crashes.none(admin.integration.toString(), accessKeyId);
    }

    void configure() {
        latest = admin.configure();
    }

    void wire() {
        admin.wire(latest);
    }

    private void want() {
        name = "EPCC " + random.nextInt(3);
        domain = admin.prefix + "-" + random.nextInt(2);
        passwordLength = 8 + random.nextInt(4);
        mfa = Arrays.asList(null, Mfa.OFF, Mfa.OPTIONAL, Mfa.ON).get(random.nextInt(4));
        css = random.nextBoolean() ? null : ".logo-customizable { max-width: " + (10 + random.nextInt(3)) + "%; }";
        storefronts = Stream.of("a", "b", "c")
                .filter(path -> random.nextBoolean())
                .map("https://shop.example/"::concat)
                .toList();
        String policy = "\"Policies\": {\"PasswordPolicy\": {\"MinimumLength\": " + passwordLength + "}}}";
        admin.poolName(name)
                .domain(domain)
                .mfa(mfa)
                .hostedUi(css == null ? null : new HostedUi(css, null))
                .storefronts(storefronts.toArray(String[]::new))
                .templates(new Templates(
                        "{\"PoolName\": \"{{poolName}}\", " + policy,
                        "{\"UserPoolId\": \"{{userPoolId}}\", " + policy,
                        null,
                        null));
        steps.add("wants pool '%s', domain %s, passwords of %d, MFA %s, CSS %s, storefronts %s"
                .formatted(name, domain, passwordLength, mfa, css, storefronts));
    }

    void promise(PlanPreview preview, Provisioning known) {
        promised = plan(preview, known);
        assertThat(promised.errored()).as("%s%n%s", story(), promised).isFalse();
    }

    /** Whatever the preview showed as the state after, and knew already, is seen now. */
    void assertAsPromised(PlanPreview preview, Provisioning known) {
        Plan now = plan(preview, known);
        assertThat(now.resourceChanges())
                .as(story())
                .allSatisfy(change -> assertThat(change.change().actions())
                        .as(change.address())
                        .containsExactly("no-op"));
        promised.resourceChanges().forEach(change -> {
            Plan.Change seen = now.resourceChanges().stream()
                    .filter(other -> other.address().equals(change.address()))
                    .findFirst()
                    .orElseThrow()
                    .change();
            change.change().after().forEach((member, value) -> {
                if (!change.change().afterUnknown().containsKey(member)) {
                    assertThat(holds(seen.before().get(member), value))
                            .as(
                                    "%s.%s is %s, promised was %s, %s",
                                    change.address(), member, seen.before().get(member), value, story())
                            .isTrue();
                }
            });
        });
    }

    private Plan plan(PlanPreview preview, Provisioning known) {
        AwsKeys keys = new AwsKeys(accessKeyId, new OpenedSecret(secretAccessKey), Aws.REGION);
        return preview.preview(
                new PlanPreview.Subject(Admin.STORE, admin.integration, null, admin.spec(), keys, known));
    }

    /** A create names some members only, the others get Cognito's defaults. */
    private static boolean holds(Object seen, Object promised) {
        return switch (promised) {
            case Map<?, ?> members ->
                seen instanceof Map<?, ?> there
                        && members.entrySet().stream()
                                .allMatch(entry -> holds(there.get(entry.getKey()), entry.getValue()));
            case List<?> items ->
                seen instanceof List<?> there && Set.copyOf(there).equals(Set.copyOf(items));
            case null, default -> Objects.equals(String.valueOf(seen), String.valueOf(promised));
        };
    }

    /** By the spec, not by the code under test. */
    void assertAsWanted() {
        SomebodyElse.Seen seen = somebodyElse.look();
        assertThat(seen.pool().name()).as(story()).isEqualTo(name);
        assertThat(seen.pool().domain()).as(story()).isEqualTo(domain);
        assertThat(seen.pool().policies().passwordPolicy().minimumLength())
                .as(story())
                .isEqualTo(passwordLength);
        assertThat(seen.clients()).as(story()).hasSize(1);
        Set<String> callbacks = new HashSet<>(storefronts);
        callbacks.add(Admin.CALLBACK + "buyer");
        callbacks.add(Admin.CALLBACK + "merchant");
        callbacks.addAll(somebodyElse.callbacksOf(seen.clients().getFirst().clientId()));
        assertThat(seen.clients().getFirst().callbackURLs()).as(story()).containsExactlyInAnyOrderElementsOf(callbacks);
        assertThat(seen.clients().getFirst().allowedOAuthFlowsAsStrings())
                .as(story())
                .contains("code");
        assertThat(seen.clients().getFirst().allowedOAuthFlowsUserPoolClient())
                .as(story())
                .isTrue();
        if (mfa != null) {
            assertThat(seen.mfa()).as(story()).isEqualTo(mfa.name());
        }
        if (css != null) {
            assertThat(seen.css()).as(story()).isEqualTo(css);
        }
        assertThat(seen.foreignPools()).as(story()).isEqualTo(somebodyElse.poolsMade());
    }
}
