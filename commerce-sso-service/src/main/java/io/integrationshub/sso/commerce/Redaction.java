package io.integrationshub.sso.commerce;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Takes the secrets in use out of a text from outside, in every form in which it may quote them, and keeps it short and plain. */
record Redaction(List<String> secrets) {
    private static final int LONGEST = 300;

    static Redaction of(String... secrets) {
        return new Redaction(Stream.of(secrets)
                .filter(secret -> secret != null && secret.length() >= 4)
                .toList());
    }

    String clean(String text) {
        String cleaned = text;
        for (String secret : secrets) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            cleaned = cleaned.replace(secret, "***")
                    .replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "***")
                    .replace(Base64.getEncoder().encodeToString(bytes), "***")
                    .replace(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "***");
        }
        String plain = cleaned.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }

    @Override
    public String toString() {
        return "Redaction[" + secrets.size() + "]";
    }
}
