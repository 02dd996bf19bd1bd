package io.integrationshub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Notes about vulnerabilities are of the versions in use, and name tests that there are. */
class VexTest {
    private static final Path FILE = Checkout.ROOT.resolve("deploy/sbom/vex.json");
    private static final Pattern PACKAGE = Pattern.compile("pkg:maven/([^/]+)/([^@]+)@(.+)");
    private static final Path POM = Checkout.ROOT.resolve("pom.xml");

    @Test
    void everyNoteNamesATestThatProvesIt() throws JsonProcessingException {
        assertThat(notes()).isNotEmpty().allSatisfy(note -> {
            List<JsonNode> tests = new ArrayList<>();
            note.path("properties").forEach(tests::add);
            assertThat(note.at("/analysis/detail").asText()).isNotBlank();
            assertThat(tests).isNotEmpty().allSatisfy(test -> {
                assertThat(test.path("name").asText()).isEqualTo("hub:test");
                assertThat(Checkout.ROOT.resolve(test.path("value").asText())).isRegularFile();
            });
        });
    }

    /** Whoever takes another version has to look at the note again. */
    @Test
    void notesAreOfTheVersionsInUse() throws JsonProcessingException {
        assertThat(notes())
                .allSatisfy(note -> note.path("affects").forEach(affected -> {
                    Matcher name = PACKAGE.matcher(affected.path("ref").asText());
                    assertThat(name.matches()).isTrue();
                    switch (name.group(1)) {
                        case "io.quarkus" -> assertThat(name.group(3)).isEqualTo(version("quarkus.version"));
                        case "nl.big-o" -> assertThat(name.group(3)).isEqualTo(version("liqp.version"));
                        default ->
                            assertThat(name.group(1)).as("managed by Quarkus").startsWith("io.smallrye");
                    }
                }));
    }

    private static String version(String property) {
        Matcher found = Pattern.compile("<" + property + ">([^<]+)<").matcher(Checkout.text(POM));
        assertThat(found.find()).as(property).isTrue();
        return found.group(1);
    }

    private static List<JsonNode> notes() throws JsonProcessingException {
        List<JsonNode> notes = new ArrayList<>();
        new ObjectMapper().readTree(Checkout.text(FILE)).path("vulnerabilities").forEach(notes::add);
        return notes;
    }
}
