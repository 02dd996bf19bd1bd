package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a':1}            | {'b':2}            | {'a':1,'b':2}",
                "{'a':1}            | {'a':2}            | {'a':2}",
                "{'o':{'a':1,'b':2}}| {'o':{'a':3}}      | {'o':{'a':3,'b':2}}",
                "{'l':['x','y']}    | {'l':['z']}        | {'l':['z']}",
                "{'a':1,'b':2}      | {'a':null}         | {'b':2}",
                "{'o':{'a':1,'b':2}}| {'o':{'a':null}}   | {'o':{'b':2}}",
                "{'o':'text'}       | {'o':{'a':1}}      | {'o':{'a':1}}",
                "{'o':{'a':1}}      | {'o':{}}           | {'o':{'a':1}}",
                "{}                 | {'o':{'a':null}}   | {'o':{}}"
            })
    void mergesMemberByMember(String existing, String template, String merged) {
        assertThat(Overlay.merge(json(existing), json(template))).isEqualTo(json(merged));
    }
}
