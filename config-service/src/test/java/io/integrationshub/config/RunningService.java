package io.integrationshub.config;

import io.integrationshub.local.test.HubInfra;
import io.integrationshub.local.test.SchemaCheck;
import io.integrationshub.local.test.TopicAudit;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import org.junit.jupiter.api.AfterAll;

/** Runs the service with a real broker and database; whatever it published has to fit the published schemas. */
@WithTestResource(
        value = HubInfra.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "service", value = "config"))
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
public abstract class RunningService {
    @AfterAll
    static void everyRecordFitsItsSchema() {
        new SchemaCheck()
                .requireValid(TopicAudit.read(HubInfra.kafka().address()).stream()
                        .filter(each -> each.topic().equals("hub.integration.events.v1"))
                        .toList());
    }
}
