package io.integrationshub.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.integrationshub.config.application.AwsQuestions;
import io.integrationshub.config.application.CommerceQuestions;
import io.integrationshub.contracts.DriftKind;
import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.contracts.Json;
import io.integrationshub.contracts.Plan;
import io.integrationshub.contracts.Realm;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers that were recorded from provisioner-service and commerce-sso-service, read as this service reads them. */
class NeighbourAnswersTest {
    @Test
    void whatAwsLetsKeysDo() {
        AwsQuestions.Connection answer = read("aws-connection-check", AwsQuestions.Connection.class);

        assertThat(answer.ok()).isTrue();
        assertThat(answer.account().id()).isEqualTo("111122223333");
        assertThat(answer.domain().status()).isEqualTo("FREE");
        assertThat(answer.checks()).extracting(AwsQuestions.Check::status).contains("GRANTED", "UNKNOWN");
        assertThat(answer.policy()).contains("cognito-idp:CreateUserPool");
    }

    @Test
    void whatAnExecutionWouldDoAtAws() {
        Plan plan = read("aws-plan", Plan.class);
        Plan refused = read("aws-plan-refused", Plan.class);

        assertThat(plan.applyable()).isTrue();
        assertThat(plan.planVersion()).isNotBlank();
        assertThat(plan.resourceChanges())
                .extracting(Plan.ResourceChange::address)
                .contains("cognito.UserPool", "cognito.UserPoolDomain", "cognito.UserPoolClient");
        assertThat(plan.resourceChanges().getFirst().requests().getFirst().operation())
                .isEqualTo("CreateUserPool");
        assertThat(refused.planVersion()).isNull();
        assertThat(refused.failure().errorClass()).isEqualTo(ErrorClass.CREDENTIALS);
    }

    @Test
    void theDefaultTemplates() {
        List<AwsQuestions.TemplateVersion> versions = list("aws-templates", AwsQuestions.TemplateVersion.class);

        assertThat(versions).extracting(AwsQuestions.TemplateVersion::version).containsExactly("1");
        assertThat(versions.getFirst().templates())
                .extracting(AwsQuestions.TemplateText::name)
                .containsExactly("createUserPool", "updateUserPool", "createUserPoolClient", "updateUserPoolClient");
    }

    @Test
    void whatTemplatesRenderTo() {
        AwsQuestions.TemplateResult broken = list("aws-template-check-broken", AwsQuestions.TemplateResult.class)
                .getFirst();
        List<AwsQuestions.TemplateResult> documented =
                list("aws-template-check-documented", AwsQuestions.TemplateResult.class);

        assertThat(broken.preview()).isNull();
        assertThat(broken.errors().getFirst().line()).isEqualTo(2);
        assertThat(documented.getFirst().preview()).contains("\"PoolName\" : \"Shop\"");
        assertThat(documented.get(3).repaired()).contains("CallbackURLs");
    }

    @Test
    void theUserPool() {
        AwsQuestions.Pool pool = read("aws-user-pool", AwsQuestions.Pool.class);

        assertThat(pool.estimatedUsers()).isZero();
        assertThat(pool.adopted()).isFalse();
        assertThat(pool.consoleUrl()).startsWith("https://eu-west-1.console.aws.amazon.com/");
    }

    @Test
    void drift() {
        AwsQuestions.DriftReport aws = read("aws-drift-check", AwsQuestions.DriftReport.class);
        AwsQuestions.DriftReport commerce = read("commerce-drift-check", AwsQuestions.DriftReport.class);

        assertThat(aws.findings())
                .extracting(AwsQuestions.DriftFinding::resource, AwsQuestions.DriftFinding::kind)
                .contains(org.assertj.core.groups.Tuple.tuple("cognito.UserPoolClient", DriftKind.CHANGED));
        assertThat(commerce.findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.resource()).startsWith("commerce."));
        assertThat(json("aws-drift-check-409").path("code").asText()).isEqualTo("NOTHING_TO_COMPARE");
        assertThat(json("aws-drift-check-409").path("detail").asText()).isNotBlank();
    }

    @Test
    void whatCommerceLetsKeysDo() {
        CommerceQuestions.Connection answer = read("commerce-connection-check", CommerceQuestions.Connection.class);

        assertThat(answer.ok()).isTrue();
        assertThat(answer.realms())
                .extracting(CommerceQuestions.FoundRealm::realm)
                .contains(Realm.BUYER);
        assertThat(answer.checks()).extracting(CommerceQuestions.Check::status).contains("GRANTED", "UNKNOWN");
    }

    @Test
    void whatAnExecutionWouldDoAtCommerce() {
        Plan plan = read("commerce-plan", Plan.class);

        assertThat(plan.planVersion()).isNotBlank();
        assertThat(plan.resourceChanges()).isNotEmpty();
    }

    @Test
    void signInTrials() {
        CommerceQuestions.Trials answer = read("commerce-sign-in-trials", CommerceQuestions.Trials.class);

        assertThat(answer.trials()).isNotEmpty().allSatisfy(trial -> {
            assertThat(trial.start()).isIn("COMMERCE", "IDENTITY_PROVIDER");
            assertThat(trial.hint()).isNotBlank();
        });
    }

    private static <T> T read(String name, Class<T> type) {
        JsonNode json = json(name);
        requireSaid(name, json, type);
        try {
            return Json.mapper().treeToValue(json, type);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static <T> List<T> list(String name, Class<T> type) {
        JsonNode json = json(name);
        json.forEach(each -> requireSaid(name, each, type));
        return Json.mapper()
                .convertValue(json, Json.mapper().getTypeFactory().constructCollectionType(List.class, type));
    }

    /** Every member that is read here is said there, under this name; the published language says nothing for null. */
    private static void requireSaid(String at, JsonNode json, Class<?> type) {
        if (type.getPackage().equals(Plan.class.getPackage())) {
            return;
        }
        for (RecordComponent member : type.getRecordComponents()) {
            String place = at + "/" + member.getName();
            assertThat(json.has(member.getName())).as(place).isTrue();
            JsonNode value = json.get(member.getName());
            if (member.getType().isRecord() && value.isObject()) {
                requireSaid(place, value, member.getType());
            } else if (value.isArray()
                    && element(member.getGenericType()) instanceof Class<?> element
                    && element.isRecord()) {
                value.forEach(each -> requireSaid(place, each, element));
            }
        }
    }

    private static Type element(Type list) {
        return list instanceof ParameterizedType typed ? typed.getActualTypeArguments()[0] : list;
    }

    private static JsonNode json(String name) {
        try (InputStream file = NeighbourAnswersTest.class.getResourceAsStream("/neighbours/" + name + ".json")) {
            assertThat(file).as(name).isNotNull();
            return Json.mapper().readValue(file, new TypeReference<JsonNode>() {});
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
