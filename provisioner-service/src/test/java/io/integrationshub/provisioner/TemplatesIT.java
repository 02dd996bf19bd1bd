package io.integrationshub.provisioner;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.integrationshub.local.test.HubInfra;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnRealInfra
class TemplatesIT {
    private static final String DOCUMENTED = """
            {
              "UserPoolId": "{{userPoolId}}",
              "ClientName": "{{poolName}}"
            }
              "CallbackURLs": [
              {% for url in callbackUrl %}
              {% unless forloop.first %},{% endunless %}
              "{{url}}"
              {% endfor %}
              ]`
            """;

    @Test
    void theDefaultsOfEveryVersionAreShownAndValid() {
        RestAssured.given()
                .auth()
                .oauth2(HubInfra.token(Admin.STORE, "viewer"))
                .get("/api/templates")
                .then()
                .statusCode(200)
                .body("version", contains("1"))
                .body("[0].templates.find { it.name == 'createUserPool' }.protectedMembers", hasItem("PoolName"));

        check(Map.of()).body("errors.flatten().size()", equalTo(0)).body("[0].rendered.PoolName", equalTo("Shop"));
    }

    @Test
    void theDocumentedTemplateIsRecognisedAndTheRepairedOneIsValid() {
        String repaired = check(Map.of("updateUserPoolClient", DOCUMENTED))
                .body("[3].errors[0].code", equalTo("INVALID_TEMPLATE"))
                .extract()
                .path("[3].repaired");

        check(Map.of("updateUserPoolClient", repaired))
                .body("[3].errors.size()", equalTo(0))
                .body("[3].rendered.CallbackURLs", equalTo(List.of("https://a.example", "https://b.example")));
    }

    @Test
    void brokenJsonIsNamedWithItsPlaceAndNothingElseIsRepaired() {
        check(Map.of("createUserPool", "{\"PoolName\":\"{{poolName}}\",\n \"Policies\": }"))
                .body("[0].errors[0].line", equalTo(2))
                .body("[0].repaired", nullValue());
        check(Map.of("createUserPool", "{\"PoolName\":\"{{poolName}}\",\"DeletionProtection\":\"MAYBE\"}"))
                .body("[0].errors[0].message", containsString("DeletionProtection must be one of"));
    }

    @Test
    void everyMemberThatCognitoWouldRefuseIsNamedWithItsPlaceAndTheConstraint() {
        check(Map.of("createUserPool", """
                        {
                          "PoolName": "{{poolName}}",
                          "Policy": {},
                          "Policies": {"PasswordPolicy": {
                            "MinimumLength": 5,
                            "RequireNumbers": "yes"}}
                        }
                        """))
                .body("[0].errors.code", contains("INVALID_TEMPLATE", "INVALID_TEMPLATE", "INVALID_TEMPLATE"))
                .body(
                        "[0].errors.message",
                        contains(
                                containsString("Policy is unknown to AWS"),
                                containsString("MinimumLength must be at least 6"),
                                containsString("RequireNumbers must be a boolean")))
                .body("[0].errors.line", contains(3, 5, 6))
                .body("[0].errors.column", contains(3, 5, 5));
    }

    private static ValidatableResponse check(Map<String, String> templates) {
        return RestAssured.given()
                .auth()
                .oauth2(HubInfra.token(Admin.STORE, "admin"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "definitionVersion",
                        "1",
                        "poolName",
                        "Shop",
                        "templates",
                        templates,
                        "callbackUrls",
                        List.of("https://a.example", "https://b.example")))
                .post("/api/template-checks")
                .then()
                .statusCode(200);
    }
}
