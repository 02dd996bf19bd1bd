package io.integrationshub.config.web;

import io.integrationshub.runtime.web.RefusalPages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.ext.Provider;

/** How a page looks that says why there is no other. */
@Provider
public class Refusals extends RefusalPages {

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance refusal(Refusal refusal);
    }

    @Override
    protected String page(Refusal refusal) {
        return Templates.refusal(refusal).render();
    }

    @Override
    protected boolean isPage(Object entity) {
        return entity instanceof TemplateInstance;
    }
}
