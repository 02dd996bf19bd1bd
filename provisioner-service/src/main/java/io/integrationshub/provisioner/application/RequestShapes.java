package io.integrationshub.provisioner.application;

import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.TemplateKind;

/** What AWS's service model allows in the body of an operation. The AWS SDK sends whatever it is given, so it is checked here. */
public interface RequestShapes {

    /**
     * @throws io.integrationshub.provisioner.domain.ProvisioningException INPUT, INVALID_TEMPLATE, naming each member that is unknown,
     *     of the wrong type or out of range
     */
    void require(TemplateKind kind, Document body);
}
