package io.integrationshub.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** The RSA key of a pool, made when its key set is first asked for and kept with the pool. */
final class SigningKeys {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private SigningKeys() {}

    static boolean missing(UserPool pool) {
        return !pool.entry().has("SigningKey");
    }

    static void create(UserPool pool) {
        if (missing(pool)) {
            pool.entry()
                    .put("SigningKeyId", UUID.randomUUID().toString())
                    .put("SigningKey", Base64.getEncoder().encodeToString(generate()));
        }
    }

    /** The JSON Web Key Set with the public half. */
    static ObjectNode keySet(UserPool pool) {
        RSAPrivateCrtKey key = parse(Base64.getDecoder().decode(Json.text(pool.entry(), "SigningKey")));
        ObjectNode set = Json.object();
        set.putArray("keys")
                .addObject()
                .put("alg", "RS256")
                .put("e", unsigned(key.getPublicExponent()))
                .put("kid", Json.text(pool.entry(), "SigningKeyId"))
                .put("kty", "RSA")
                .put("n", unsigned(key.getModulus()))
                .put("use", "sig");
        return set;
    }

    private static byte[] generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    private static RSAPrivateCrtKey parse(byte[] encoded) {
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The state file holds a damaged signing key", e);
        }
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0;
        return URL.encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }
}
