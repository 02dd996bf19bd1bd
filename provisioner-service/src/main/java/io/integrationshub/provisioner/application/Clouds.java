package io.integrationshub.provisioner.application;

/** AWS, seen with somebody's keys. */
public interface Clouds {

    /**
     * Nothing is sent yet.
     *
     * @throws io.integrationshub.provisioner.domain.ProvisioningException INPUT when the region is none that has Cognito
     */
    Cloud open(AwsKeys keys);
}
