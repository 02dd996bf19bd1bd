package io.integrationshub.config;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.integrationshub.local.test.Walls;

@AnalyzeClasses(packages = "io.integrationshub.config", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests WALLS = ArchTests.in(Walls.class);

    @ArchTest
    static final ArchRule ONLY_THE_STORE_KNOWS_THE_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackage("io.integrationshub.config.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..");

    @ArchTest
    static final ArchRule USE_CASES_KNOW_NO_HTTP = noClasses()
            .that()
            .resideInAPackage("io.integrationshub.config.application..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");
}
