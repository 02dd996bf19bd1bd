package io.integrationshub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.acceptance.hub.HubExtension;
import io.integrationshub.acceptance.hub.HubService;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.acceptance.hub.StoreAdmin;
import io.integrationshub.acceptance.hub.Tenant;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} in the middle of an execution: it goes on where it was, and nothing is made twice. */
@Order(4)
@ExtendWith(HubExtension.class)
class KillIT {
    private static final Duration DELAY = Duration.ofSeconds(3);

    private final RunningHub hub;

    KillIT(RunningHub hub) {
        this.hub = hub;
    }

    /** When who is killed. Requests that are slow are executed by the other side all the same. */
    enum Moment {
        CONFIG_RIGHT_AFTER_FINISH(HubService.CONFIG) {
            @Override
            void arm(RunningHub hub) {
                // Nothing outside has to be slow: the answer to Finish is the moment.
            }

            @Override
            void await(RunningHub hub) {
                // It has come.
            }
        },
        PROVISIONER_WHILE_THE_POOL_IS_CREATED("CreateUserPool", HubService.PROVISIONER),
        PROVISIONER_WHILE_THE_APP_CLIENT_IS_CREATED("CreateUserPoolClient", HubService.PROVISIONER),
        PROVISIONER_WHILE_CALLBACKS_ARE_REGISTERED("UpdateUserPoolClient", HubService.PROVISIONER),
        COMMERCE_SSO_WHILE_A_PROFILE_IS_CREATED(HubService.COMMERCE_SSO) {
            @Override
            void arm(RunningHub hub) {
                hub.commerce().slow("POST", ".*/oidc-profiles", DELAY);
            }

            @Override
            void await(RunningHub hub) {
                hub.commerce().awaitFaultsMet();
            }
        },
        EXECUTION_LOG_WHILE_THE_POOL_IS_CREATED("CreateUserPool", HubService.EXECUTION_LOG),
        ALL_WHILE_THE_DOMAIN_IS_CREATED("CreateUserPoolDomain", HubService.values());

        private final String operation;
        private final Set<HubService> victims;

        Moment(HubService... victims) {
            this("", victims);
        }

        Moment(String operation, HubService... victims) {
            this.operation = operation;
            this.victims = Set.of(victims);
        }

        void arm(RunningHub hub) {
            hub.cognito().slow(operation, DELAY);
        }

        void await(RunningHub hub) {
            hub.cognito().awaitFaultsMet();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExecutionSucceedsAndNothingIsMadeTwice(Moment moment) {
        Tenant tenant = hub.knownTenant("kill-"
                + moment.name().toLowerCase(Locale.ROOT).split("_while", 2)[0].replace('_', '-'));
        StoreAdmin admin = hub.admin(tenant.store());
        Map<HubService, Long> before = moment.victims.stream().collect(Collectors.toMap(service -> service, this::pid));
        moment.arm(hub);
        StoreAdmin.Started started = admin.configure(tenant.pages());
        moment.await(hub);

        moment.victims.forEach(hub::kill);

        JsonNode execution = admin.awaitEnd(started.executionId());
        assertThat(execution.path("status").asText()).as(execution.toString()).isEqualTo("SUCCEEDED");
        assertThat(admin.steps(started.executionId(), "SUCCEEDED"))
                .startsWith("Integration Trigger", "Check AWS Connection", "List User Pool")
                .endsWith("Update User Pool Client", "Check Sign-in");
        Outside.complete(hub, tenant, started.integrationId());
        hub.awaitReady();
        before.forEach((service, pid) -> assertThat(pid(service)).isNotEqualTo(pid));
    }

    private long pid(HubService service) {
        return hub.process(service).pid();
    }
}
