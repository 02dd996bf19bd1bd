package io.integrationshub.acceptance.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.integrationshub.acceptance.hub.Markers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretFormsTest {
    private static final String SECRET = Markers.commerceSecret();

    static Stream<String> hidingPlaces() {
        byte[] text = ("ab" + SECRET + "cdef").getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                SECRET,
                "x" + SECRET.substring(0, SECRET.length() - 3),
                new StringBuilder(SECRET).reverse().toString(),
                Base64.getEncoder().encodeToString(text),
                Base64.getEncoder().encodeToString(("-" + SECRET + "-").getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(text),
                HexFormat.of().formatHex(text),
                HexFormat.of().withUpperCase().formatHex(text),
                "client_secret=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                new ObjectMapper()
                        .valueToTree(JsonNodeFactory.instance.objectNode().put("s", SECRET))
                        .toString());
    }

    @ParameterizedTest
    @MethodSource("hidingPlaces")
    void aSecretIsRecognisedInEveryEncoding(String place) {
        assertThat(SecretForms.of(SECRET))
                .anySatisfy((name, form) -> assertThat(place).contains(form));
    }

    @ParameterizedTest
    @MethodSource("hidingPlaces")
    void anotherSecretIsNotTakenForIt(String place) {
        assertThat(SecretForms.of(Markers.commerceSecret()))
                .allSatisfy((name, form) -> assertThat(place).doesNotContain(form));
    }
}
