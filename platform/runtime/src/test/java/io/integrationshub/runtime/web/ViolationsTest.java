package io.integrationshub.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.integrationshub.contracts.SealedSecret;
import io.integrationshub.runtime.web.Problems.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ViolationsTest {
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");

    @Test
    void whatIsRightIsNotRefused() {
        Violations violations = new Violations()
                .missing("/a", "x")
                .missing("/b", 1)
                .missing("/i", new SealedSecret("x"))
                .longerThan(3, "/c", "abc")
                .longerThan(3, "/d", null)
                .moreThan(1, "/e", List.of("x"))
                .moreThan(1, "/f", null)
                .unlike(LETTERS, "/g", "abc", "Letters.")
                .unlike(LETTERS, "/h", null, "Letters.");

        assertThatCode(violations::refuse).doesNotThrowAnyException();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Violations violations = new Violations()
                .missing("/a", null)
                .missing("/b", " ", "Give the name.")
                .longerThan(3, "/c", "abcd")
                .moreThan(1, "/d", List.of("x", "y"))
                .unlike(LETTERS, "/e", "abc1", "Letters.")
                .wrong("/f", "TAKEN", "Take another one.")
                .missing("/g", new SealedSecret(""));

        HttpProblem problem = catchThrowableOfType(HttpProblem.class, violations::refuse);

        assertThat(problem.getStatusCode()).isEqualTo(422);
        assertThat(problem.getParameters()).containsEntry("code", "INVALID");
        assertThat(problem.getParameters().get("errors"))
                .isEqualTo(List.of(
                        new FieldError("/a", "REQUIRED", "A value is needed here."),
                        new FieldError("/b", "REQUIRED", "Give the name."),
                        new FieldError("/c", "TOO_LONG", "Here are at most 3 characters."),
                        new FieldError("/d", "TOO_MANY", "Here are at most 1. Leave some out."),
                        new FieldError("/e", "MALFORMED", "Letters."),
                        new FieldError("/f", "TAKEN", "Take another one."),
                        new FieldError("/g", "REQUIRED", "A value is needed here.")));
    }
}
