package io.integrationshub.runtime.secrets;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a secret belongs. Bound into the ciphertext, so a blob that is moved to another store, integration or field does not open.
 *
 * @param field for example {@code aws.secretAccessKey}
 */
public record SecretContext(String storeId, UUID integrationId, String field) {

    /** AWS secret access key, sealed to the provisioner. */
    public static final String AWS_SECRET_ACCESS_KEY = "aws.secretAccessKey";

    /** Commerce client secret, sealed to commerce-sso. */
    public static final String COMMERCE_CLIENT_SECRET = "commerce.clientSecret";

    /** The app client's secret, sealed to commerce-sso. */
    public static final String USER_POOL_CLIENT_SECRET = "userPool.clientSecret";

    byte[] bytes() {
        // The store id is length-prefixed so that no two contexts give the same bytes.
        return (storeId.length() + ":" + storeId + "|" + integrationId + "|" + field).getBytes(StandardCharsets.UTF_8);
    }
}
