package io.integrationshub.provisioner.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.integrationshub.contracts.Json;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.TemplateKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

class SdkDocumentsTest {
    private final CognitoRequestShapes shapes = new CognitoRequestShapes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'PoolName':'EPCC'}",
                "{'PoolName':'EPCC','Policies':{'PasswordPolicy':{'MinimumLength':12,'RequireNumbers':true}}}",
                "{'PoolName':'EPCC','UsernameAttributes':['email'],'AutoVerifiedAttributes':['email']}",
                "{'PoolName':'EPCC','UserPoolTags':{'a':'b','c':''}}",
                "{'PoolName':'EPCC','Schema':[{'Name':'tier','AttributeDataType':'String','Mutable':true,"
                        + "'StringAttributeConstraints':{'MinLength':'1'}}]}",
                "{'PoolName':'EPCC','AccountRecoverySetting':{'RecoveryMechanisms':[{'Priority':1,'Name':'verified_email'}]}}",
                "{'PoolName':'EPCC','UserPoolTier':'PLUS','DeviceConfiguration':{}}"
            })
    void whatIsWrittenIsReadAgain(String json) {
        Document document = json(json);

        assertThat(shapes.violations(TemplateKind.CREATE_USER_POOL, document)).isEmpty();
        CreateUserPoolRequest request =
                SdkDocuments.write(CreateUserPoolRequest.builder(), document).build();

        assertThat(SdkDocuments.read(request)).isEqualTo(document);
    }

    @Test
    void whatAwsLeftOutIsAbsent() {
        assertThat(SdkDocuments.read(UserPoolType.builder().id("p").build()).members())
                .isEqualTo(Map.of("Id", "p"));
    }

    @Test
    void nullsAreNotSent() {
        assertThat(SdkDocuments.read(SdkDocuments.write(CreateUserPoolRequest.builder(), json("{'UserPoolTier':null}"))
                                .build())
                        .members())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'PoolName':'EPCC','poolname':'x'} | poolname is unknown to AWS",
                "{'PoolName':'EPCC','Policies':{'PasswordPolicy':{'Length':5}}} | Policies.PasswordPolicy.Length is unknown",
                "{'PoolName':5} | PoolName must be a string",
                "{'PoolName':'EPCC','Policies':[]} | Policies must be a structure",
                "{'PoolName':'EPCC','Policies':{'PasswordPolicy':{'MinimumLength':'8'}}} | MinimumLength must be an integer",
                "{'PoolName':'EPCC','Policies':{'PasswordPolicy':{'MinimumLength':8.5}}} | MinimumLength must be an integer",
                "{'PoolName':'EPCC','Policies':{'PasswordPolicy':{'MinimumLength':99999999999}}} | MinimumLength must be an integer",
                "{'PoolName':'EPCC','Policies':{'PasswordPolicy':{'MinimumLength':100}}} | must be at most 99",
                "{'PoolName':'EPCC','Policies':{'PasswordPolicy':{'RequireNumbers':'true'}}} | must be a boolean",
                "{'PoolName':'EPCC','UserPoolTier':'GOLD'} | must be one of LITE, ESSENTIALS, PLUS",
                "{'PoolName':'EP\"CC'} | PoolName must match",
                "{'PoolName':''} | PoolName must be at least 1 characters",
                "{'UserPoolTier':'LITE'} | PoolName is missing",
                "{'PoolName':'EPCC','UsernameConfiguration':{}} | UsernameConfiguration.CaseSensitive is missing",
                "{'PoolName':'EPCC','UserPoolTags':{'a':1}} | UserPoolTags.a must be a string",
                "{'PoolName':'EPCC','Schema':[]} | Schema must be at least 1 items",
                "{'PoolName':'EPCC','LambdaConfig':{'PreSignUp':'arn:aws:lambda'}} | LambdaConfig.PreSignUp must"
            })
    void whatAwsWouldNotTakeIsNamedBeforeItIsSent(String json, String message) {
        assertThat(shapes.violations(TemplateKind.CREATE_USER_POOL, json(json)))
                .anySatisfy(violation -> assertThat(violation.message()).contains(message));
    }

    @Test
    void anUpdateMayLeaveOutTheClientId() {
        assertThat(shapes.violations(
                        TemplateKind.UPDATE_USER_POOL_CLIENT, json("{'UserPoolId':'eu-west-1_a','CallbackURLs':[]}")))
                .isEmpty();
    }

    @Test
    void aViolationSaysWhichMemberItIsAbout() {
        assertThat(shapes.violations(
                        TemplateKind.UPDATE_USER_POOL_CLIENT,
                        new Document(Map.of("UserPoolId", "eu-west-1_a", "CallbackURLs", List.of("a b")))))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.member()).isEqualTo("CallbackURLs[0]");
                    assertThat(violation.message()).startsWith("CallbackURLs[0] must match");
                });
        assertThat(shapes.violations(
                        TemplateKind.CREATE_USER_POOL, json("{'PoolName':'EPCC','UsernameConfiguration':{}}")))
                .singleElement()
                .satisfies(violation -> assertThat(violation.member()).isEqualTo("UsernameConfiguration"));
    }

    @Test
    void theMarshallerItselfRefusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> SdkDocuments.write(CreateUserPoolRequest.builder(), json("{'Policies':{'Nope':1}}")))
                .hasMessageContaining("Policies.Nope");
        assertThatThrownBy(() -> SdkDocuments.write(CreateUserPoolRequest.builder(), json("{'PoolName':1}")))
                .hasMessageContaining("PoolName");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eu-west-1.evil.com/",
                "../",
                "eu-west-1#",
                "eu-west-99",
                "EU-WEST-1",
                "",
                "aws-global",
                "cn-north-1"
            })
    void aRegionIsOneThatHasCognito(String region) {
        assertThatThrownBy(() -> Regions.require(region)).hasMessageContaining("REGION_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-west-1", "us-gov-west-1", "ap-southeast-2", "mx-central-1"})
    void knownRegionsAreLetThrough(String region) {
        assertThat(Regions.require(region).id()).isEqualTo(region);
    }

    private static Document json(String text) {
        try {
            Map<String, Object> members = Json.mapper()
                    .readValue(text.replace('\'', '"').replace("EP\"CC", "EP\\\"CC"), new TypeReference<>() {});
            return new Document(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
