package io.integrationshub.sso;

import io.integrationshub.local.test.HubInfra;
import io.integrationshub.sso.fixtures.Provider;
import io.integrationshub.sso.fixtures.PublishedOpenApi;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the service on a real broker, a real database and the strict stand-in for Commerce, which holds every exchange against
 * the published OpenAPI files.
 */
@QuarkusTest
@WithTestResource(
        value = HubInfra.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = {
            @ResourceArg(name = "service", value = "commerce-sso"),
            @ResourceArg(name = "standins", value = "commerce")
        })
@WithTestResource(value = Provider.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(PublishedOpenApi.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnRealInfra {}
