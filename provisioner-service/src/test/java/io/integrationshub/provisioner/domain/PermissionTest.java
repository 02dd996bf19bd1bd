package io.integrationshub.provisioner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private final String policy =
            Permission.policy("arn:aws-us-gov:iam::111122223333:user/hub", "111122223333", "us-gov-west-1");

    @Test
    void thePolicyIsJsonAndAllowsEachPermissionOnce() throws IOException {
        JsonNode statements = Json.mapper().readTree(policy).path("Statement");

        assertThat(StreamSupport.stream(statements.spliterator(), false)
                        .flatMap(statement ->
                                StreamSupport.stream(statement.path("Action").spliterator(), false))
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Permission.values())
                        .map(Permission::action)
                        .toList());
    }

    @Test
    void theDocumentationShowsTheSame() throws IOException {
        String page = Files.readString(Path.of("../deploy/docs/real-aws-and-commerce.md"));

        assertThat(page)
                .contains(
                        "```json\n" + Permission.policy("arn:aws:iam::ACCOUNT:user/hub", "ACCOUNT", "REGION") + "```");
    }

    @Test
    void whatHasAResourceIsLimitedToThePoolsOfTheAccountInItsPartition() throws IOException {
        JsonNode statements = Json.mapper().readTree(policy).path("Statement");

        assertThat(statements.at("/1/Resource").asText())
                .isEqualTo("arn:aws-us-gov:cognito-idp:us-gov-west-1:111122223333:userpool/*");
        assertThat(statements.at("/2/Resource").asText())
                .isEqualTo(statements.at("/1/Resource").asText());
    }

    @Test
    void deletingIsLimitedToPoolsWithTheTagOfTheHub() throws IOException {
        JsonNode delete = Json.mapper().readTree(policy).at("/Statement/2");

        assertThat(delete.at("/Action").toString()).contains("DeleteUserPool");
        assertThat(delete.at("/Condition/StringLike").fieldNames().next())
                .isEqualTo("aws:ResourceTag/" + Ownership.INTEGRATION_ID);
    }
}
