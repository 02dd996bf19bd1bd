package io.integrationshub.sso;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.integrationshub.local.test.Walls;

@AnalyzeClasses(packages = "io.integrationshub.sso", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.integrationshub.sso.";

    @ArchTest
    static final ArchTests WALLS = ArchTests.in(Walls.class);

    @ArchTest
    static final ArchRule ONLY_THE_COMMERCE_PACKAGE_TALKS_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "commerce..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.core.http..", "java.net..", "java.net.http..");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_PACKAGE_TALKS_SQL = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "store..", BASE + "application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");
}
