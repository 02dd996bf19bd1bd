package io.integrationshub.provisioner.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.integrationshub.contracts.ErrorClass;
import io.integrationshub.provisioner.application.RequestTemplates.Rendered;
import io.integrationshub.provisioner.application.RequestTemplates.Values;
import io.integrationshub.provisioner.domain.Document;
import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.ProvisioningException.Place;
import io.integrationshub.provisioner.domain.TemplateKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidTemplatesTest {
    private final LiquidTemplates templates = new LiquidTemplates();

    @ParameterizedTest
    @EnumSource(TemplateKind.class)
    void everyDefaultRendersForNoOneAndFiveUrls(TemplateKind kind) {
        for (int count : new int[] {0, 1, 5}) {
            List<String> urls = IntStream.range(0, count)
                    .mapToObj(i -> "https://shop" + i + ".example/cb")
                    .toList();

            Document body =
                    templates.render(kind, "1", null, values("EPCC", urls)).body();

            if (kind == TemplateKind.UPDATE_USER_POOL_CLIENT) {
                assertThat(body.texts("CallbackURLs")).isEqualTo(urls);
            }
            assertThat(body.members()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\",\"AdminCreateUserConfig\":{\"x\":1},\"y\":\"",
                "back\\slash\\",
                "line\nbreak\tand\u0001control",
                "{{poolName}}{% include 'x' %}",
                "<b>&amp;</b>",
                "Größe 😀 \u2028"
            })
    void aValueStaysOneString(String value) {
        assertThat(render("{\"PoolName\":\"{{poolName}}\"}", value).members()).isEqualTo(Map.of("PoolName", value));
        assertThat(render("{\"L\":[{% for u in callbackUrl %}\"{{u}}\"{% endfor %}]}", value)
                        .texts("L"))
                .containsExactly(value);
    }

    @Test
    void conditionsAndFiltersThatDoNoHarmWork() {
        assertThat(render(
                                "{\"A\":\"{% if poolName == 'EPCC' %}{{ poolName | downcase }}{% else %}x{% endif %}\"}",
                                "EPCC")
                        .text("A"))
                .contains("epcc");
    }

    static Stream<String> refused() {
        return Stream.of(
                "{% include '/etc/passwd' %}",
                "{% include_relative '../x' %}",
                "{% render 'x' %}",
                "{%- include 'x' -%}",
                "{% capture a %}x{% endcapture %}{}",
                "{% tablerow i in (1..3) %}{% endtablerow %}",
                "{% cycle 'a','b' %}",
                "{% increment x %}",
                "{% nonsense %}",
                "{\"a\":\"{{ poolName | append: 'x' }}\"}",
                "{\"a\":\"{{ poolName | replace: 'E','EE' }}\"}",
                "{\"a\":\"{{ poolName | truncate: 2 }}\"}",
                "{\"a\":\"{{ poolName | slice: 0 }}\"}",
                "{\"a\":\"{{ poolName | strip_html }}\"}",
                "{\"a\":{{ poolName | json }}}",
                "{\"a\":\"{{ callbackUrl | join: ',' }}\"}",
                "{\"a\":\"{{ 'now' | date: '%99999999d' }}\"}",
                "{\"a\":\"{{ poolName | nonsense }}\"}",
                "{\"a\":\"{{ unknown }}\"}",
                "{\"a\":\"{{ poolName.class.name }}\"}",
                "{\"a\":\"{{ poolName",
                "{% if poolName %}{}",
                "{% for i in (1..9000) %}{% for j in (1..9000) %}{% endfor %}{% endfor %}{}",
                "{% for i in (1..2000000000) %}{% endfor %}{}",
                "{% if true %}".repeat(3_000) + "{% endif %}".repeat(3_000) + "{}",
                "{{ " + "[".repeat(4_000) + " }}",
                "{{ poolName" + "[0]".repeat(4_000) + " }}",
                "{{".repeat(16_000),
                "{%".repeat(16_000),
                "x".repeat(TemplateText.LARGEST + 1),
                "{\"a\":\"" + "{% for u in callbackUrl %}{% for i in (1..900) %}" + "y".repeat(100)
                        + "{% endfor %}{% endfor %}\"}",
                "{\"a\":\"\u0000\"}",
                "\uFEFF{}",
                "{\"a\":\"\uD800\"}",
                "",
                "null",
                "[]",
                "\"text\"",
                "{} }",
                "{}{}",
                "{\"a\":1,\"a\":2}",
                "{\"o\":{\"a\":1,\"\\u0061\":2}}",
                "{\"a\":1e999999}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":1,}",
                "{/**/}",
                "{\"a\":" + "[".repeat(30) + "]".repeat(30) + "}",
                "{\"a\":" + "9".repeat(50) + "}");
    }

    @ParameterizedTest
    @MethodSource("refused")
    @Timeout(20)
    void whatCouldDoHarmOrIsNoJsonIsRefused(String template) {
        assertThatThrownBy(() -> render(template, "EPCC")).isInstanceOfSatisfying(ProvisioningException.class, e -> {
            assertThat(e.failure().errorClass()).isIn(ErrorClass.INPUT);
            assertThat(e.failure().code()).isEqualTo("INVALID_TEMPLATE");
            assertThat(e.failure().message()).hasSizeLessThan(300).doesNotContain("EPCC");
        });
    }

    @Test
    void textThatDoublesIsStoppedBeforeItFillsTheMemory() {
        String doubling = "{% assign s = poolName %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}{}";

        assertThatThrownBy(() -> render(doubling, "EPCC")).hasMessageContaining("append");
    }

    @Test
    void namesLineAndColumnOfATag() {
        assertThatThrownBy(() -> render("{\n  \"a\": {% include 'x' %}\n}", "EPCC"))
                .hasMessageContaining("'include'")
                .hasMessageContaining("line 2, column 8");
    }

    @Test
    void namesLineAndColumnOfWhatIsNoJson() {
        assertThatThrownBy(() -> render("{\n  \"a\": \"b\"\n}, \"CallbackURLs\": []", "EPCC"))
                .hasMessageContaining("not valid JSON here (line 3, column 2)");
    }

    @Test
    void knowsWhereEachMemberBegins() {
        Map<String, Place> places = rendered("""
                        {
                          "PoolName": "{{poolName}}",
                          "Policies": {"PasswordPolicy": {
                              "MinimumLength": 8
                          }},
                          "Schema": [{"Name": "a"},
                            {"Name": "b"}]
                        }
                        """, "EPCC").places();

        assertThat(places)
                .containsEntry("", new Place(1, 1))
                .containsEntry("PoolName", new Place(2, 3))
                .containsEntry("Policies.PasswordPolicy", new Place(3, 16))
                .containsEntry("Policies.PasswordPolicy.MinimumLength", new Place(4, 7))
                .containsEntry("Schema[1]", new Place(7, 5))
                .containsEntry("Schema[1].Name", new Place(7, 6));
    }

    @Test
    void anUnknownDefinitionVersionIsRefused() {
        assertThatThrownBy(() -> templates.render(TemplateKind.CREATE_USER_POOL, "../1", null, values("x", List.of())))
                .hasMessageContaining("UNKNOWN_DEFINITION");
    }

    /** A parsed template of liqp mixes the values of threads that render it at a time. */
    @Test
    void renderingsOfManyThreadsDoNotMix() throws Exception {
        String text = "{\"PoolName\":\"{{poolName}}\"{% for u in callbackUrl %},\"{{u}}\":1{% endfor %}}";
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> work = IntStream.range(0, 2_000)
                    .<Callable<Boolean>>mapToObj(i -> () ->
                            render(text, "pool" + i).members().equals(Map.of("PoolName", "pool" + i, "pool" + i, 1)))
                    .toList();

            for (Future<Boolean> own : threads.invokeAll(work)) {
                assertThat(own.get()).isTrue();
            }
        }
    }

    private Document render(String template, String value) {
        return rendered(template, value).body();
    }

    private Rendered rendered(String template, String value) {
        return templates.render(TemplateKind.CREATE_USER_POOL, "1", template, values(value, List.of(value)));
    }

    private static Values values(String value, List<String> urls) {
        return new Values(
                Map.of("poolName", value, "userPoolId", value, "clientId", value), Map.of("callbackUrl", urls));
    }
}
