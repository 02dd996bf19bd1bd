package io.integrationshub.config.application;

import io.integrationshub.config.domain.observed.Condition;
import io.integrationshub.config.domain.observed.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says how an integration is. */
@ApplicationScoped
public class DescribeIntegration {
    private final Definitions definitions;

    DescribeIntegration(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Its conditions, in the order of their types. */
    public List<Condition> conditions(Integrations.Overview overview) {
        return Conditions.of(
                overview.integration(),
                overview.latest().pages().definition(),
                definitions.latest(),
                overview.observed());
    }
}
