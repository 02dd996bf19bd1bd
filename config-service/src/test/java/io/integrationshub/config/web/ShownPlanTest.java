package io.integrationshub.config.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.contracts.Plan;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShownPlanTest {
    @Test
    void resourcesStandUnderWhatBecomesOfThem() {
        ShownPlan plan = plan(
                Map.of(),
                resource("cognito.UserPool", List.of("no-op"), Map.of("a", 1), Map.of("a", 1)),
                resource("cognito.UserPoolDomain", List.of("delete", "create"), Map.of("a", 1), Map.of("a", 2)),
                resource("cognito.UserPoolClient", List.of("create"), null, Map.of("a", 1)));

        assertThat(plan.sections())
                .extracting(ShownPlan.Section::heading)
                .containsExactly("Deleted and made anew", "Created", "Left as it is");
        assertThat(plan.sections().getFirst().lines())
                .allMatch(line -> Shown.irreversible(line.resource()) && !line.news());
    }

    @Test
    void whatChangedSinceItWasSeenIsNewsAndWhatIsGoneIsTold() {
        Plan.ResourceChange same = resource("cognito.UserPool", List.of("create"), null, Map.of("a", 1));
        Plan.ResourceChange before = resource("cognito.UserPoolClient", List.of("create"), null, Map.of("a", 1));
        Plan.ResourceChange now = resource("cognito.UserPoolClient", List.of("create"), null, Map.of("a", 2));
        Map<String, String> seen = Seal.all(List.of(
                "cognito.UserPool " + Seal.of(same),
                "cognito.UserPoolClient " + Seal.of(before),
                "commerce.OidcProfile[BUYER] abc",
                "broken"));

        ShownPlan plan = plan(seen, same, now);

        assertThat(plan.lines()).extracting(ShownPlan.Line::news).containsExactly(false, true);
        assertThat(plan.gone()).containsExactly("commerce.OidcProfile[BUYER]");
        assertThat(Shown.resource(plan.gone().getFirst())).isEqualTo("OIDC profile, Buyer");
    }

    @Test
    void membersTellWhatChangesWithoutSecrets() {
        Plan.Change change = new Plan.Change(
                List.of("update"),
                Map.of("Name", "old", "Secret", "s1"),
                Map.of("Name", "new", "Secret", "s2"),
                Map.of("Id", true),
                Map.of("Secret", true),
                Map.of("Secret", true));

        assertThat(Shown.members(change))
                .containsExactlyInAnyOrder(
                        new ShownPlan.Member("Name", "old", "new"),
                        new ShownPlan.Member("Secret", "not shown", "not shown"),
                        new ShownPlan.Member("Id", "", "known when it is done"));
    }

    private static ShownPlan plan(Map<String, String> seen, Plan.ResourceChange... resources) {
        Plan plan =
                new Plan(Plan.FORMAT_VERSION, "p1", new UUID(0, 1), 1L, true, true, false, List.of(resources), null, 3);
        return new ShownPlan("p1", List.of(plan), seen, "");
    }

    private static Plan.ResourceChange resource(
            String address, List<String> actions, Map<String, Object> before, Map<String, Object> after) {
        Plan.Change change = new Plan.Change(actions, before, after, Map.of(), Map.of(), Map.of());
        return new Plan.ResourceChange(address, address, change, List.of(), List.of());
    }
}
