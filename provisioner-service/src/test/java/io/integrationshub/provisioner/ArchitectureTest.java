package io.integrationshub.provisioner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.integrationshub.local.test.Walls;

@AnalyzeClasses(packages = "io.integrationshub.provisioner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.integrationshub.provisioner.";

    @ArchTest
    static final ArchTests WALLS = ArchTests.in(Walls.class);

    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_TALKS_TO_AWS = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "cognito..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_RENDERS_LIQUID = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "template..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("liqp..");
}
