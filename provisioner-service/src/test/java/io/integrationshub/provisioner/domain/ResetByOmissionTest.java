package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResetByOmissionTest {
    private static final Document POOL = json("{'UserPoolId':'p','PoolName':'EPCC','UserPoolTier':'PLUS',"
            + "'DeletionProtection':'INACTIVE','LambdaConfig':{'PreSignUp':'arn'},"
            + "'Policies':{'PasswordPolicy':{'MinimumLength':14}}}");

    @Test
    void whatIsNotTheDefaultAndNotInTheTemplateIsLost() {
        assertThat(ResetByOmission.ofPool(POOL, json("{'UserPoolId':'p'}"), POOL))
                .contains("UserPoolTier", "LambdaConfig.PreSignUp")
                .doesNotContain("DeletionProtection", "PoolName", "UserPoolId");
    }

    @Test
    void policiesAreKeptByAws() {
        assertThat(ResetByOmission.ofPool(POOL, Document.empty(), POOL)).noneMatch(path -> path.startsWith("Policies"));
    }

    @Test
    void whatTheTemplateSaysIsNotLost() {
        Document template = json("{'UserPoolTier':'LITE'}");

        assertThat(ResetByOmission.ofPool(POOL, template, Overlay.merge(POOL, template)))
                .doesNotContain("UserPoolTier");
    }
}
