package io.integrationshub.provisioner.domain;

import static io.integrationshub.provisioner.domain.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'l':['a','b']} | {'l':['b','a']}",
                "{'l':[]}        | {}",
                "{'o':{'l':[]}}  | {'o':{}}",
                "{'l':[{'a':1,'x':['p','q']},{'a':2}]} | {'l':[{'a':2},{'x':['q','p'],'a':1}]}",
                "{'a':null}      | {}"
            })
    void theSameSaidDifferently(String one, String other) {
        assertThat(Difference.paths(json(one), json(other))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a':1}          | {'a':2}          | a",
                "{'o':{'p':{'a':1}}} | {'o':{'p':{}}} | o.p.a",
                "{'l':['a']}      | {'l':['a','b']}  | l",
                "{'d':{}}         | {}               | d",
                "{'a':true}       | {'a':'true'}     | a"
            })
    void namesWhereTheyDiffer(String one, String other, String path) {
        assertThat(Difference.paths(json(one), json(other))).containsExactly(path);
    }

    @Test
    void numbersAreTheirValue() {
        assertThat(Difference.paths(new Document(Map.of("a", 5)), new Document(Map.of("a", 5L))))
                .isEmpty();
    }
}
