package io.integrationshub.local.test;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The walls inside a service, the same in all four; see the README for the rooms. A service's {@code ArchitectureTest} takes them in
 * with {@code ArchTests.in(Walls.class)} and adds what only it has.
 */
public final class Walls {
    private static final String DOMAIN = "io.integrationshub.*.domain..";
    private static final String APPLICATION = "io.integrationshub.*.application..";

    private static final String LISTING = "io.integrationshub.*.listing..";
    private static final String RUNTIME = "io.integrationshub.runtime..";

    private Walls() {}

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_JAVA_AND_THE_PUBLISHED_LANGUAGE = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "io.integrationshub.contracts..", DOMAIN);

    @ArchTest
    static final ArchRule USE_CASES_KNOW_NO_ADAPTER = noClasses()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.integrationshub.*.*..")
                    .and(not(resideInAnyPackage(APPLICATION, DOMAIN, RUNTIME, "io.integrationshub.contracts.."))));

    /** {@code listing} is how both the REST interface and the pages of a service read a query. */
    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = slices().matching("io.integrationshub.*.(*)..")
            .namingSlices("$1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage(APPLICATION, DOMAIN, LISTING, RUNTIME));

    @ArchTest
    static final ArchRule NOTHING_NEEDS_THE_LOCAL_SETUP =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.integrationshub.local..");

    /** An interface with these annotations is a client: another service's endpoints, which says itself who may use them. */
    @ArchTest
    static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_USE_IT = methods()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.GET")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.POST")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.PUT")
            .or()
            .areAnnotatedWith("jakarta.ws.rs.DELETE")
            .and()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith("jakarta.annotation.security.RolesAllowed");
}
