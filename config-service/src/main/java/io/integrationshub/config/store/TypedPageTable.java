package io.integrationshub.config.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.integrationshub.config.application.TypedPages;
import io.integrationshub.config.domain.PageName;
import io.integrationshub.contracts.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Typed pages in PostgreSQL; plain SQL, as an upsert is all there is to it. */
@ApplicationScoped
class TypedPageTable implements TypedPages {
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final EntityManager entities;

    TypedPageTable(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Optional<Map<String, List<String>>> find(UUID draftId, PageName page) {
        return entities.createNativeQuery(
                        "select cast(fields as text) from typed_page where draft_id = ?1 and page = ?2", String.class)
                .setParameter(1, draftId)
                .setParameter(2, page.name())
                .getResultStream()
                .findFirst()
                .map(text -> read((String) text));
    }

    @Override
    @Transactional
    public void put(UUID draftId, PageName page, Map<String, List<String>> fields) {
        entities.createNativeQuery("""
                        insert into typed_page (draft_id, page, fields)
                        select id, ?2, cast(?3 as jsonb) from draft where id = ?1
                        on conflict (draft_id, page) do update set fields = excluded.fields""")
                .setParameter(1, draftId)
                .setParameter(2, page.name())
                .setParameter(3, write(fields))
                .executeUpdate();
    }

    @Override
    @Transactional
    public void remove(UUID draftId, PageName page) {
        entities.createNativeQuery("delete from typed_page where draft_id = ?1 and page = ?2")
                .setParameter(1, draftId)
                .setParameter(2, page.name())
                .executeUpdate();
    }

    private static Map<String, List<String>> read(String text) {
        try {
            return Json.mapper().readValue(text, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A typed page cannot be read", e);
        }
    }

    private static String write(Map<String, List<String>> fields) {
        try {
            // PostgreSQL stores no NUL; whoever typed one is told so when the page is checked.
            return Json.mapper().writeValueAsString(fields).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A typed page cannot be written", e);
        }
    }
}
