package io.integrationshub.config.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The default texts of the templates. Those of a definition version never change, so they are asked for once. */
@ApplicationScoped
public class DefaultTemplates {
    private final AwsQuestions aws;
    private final Map<String, List<AwsQuestions.TemplateText>> known = new ConcurrentHashMap<>();

    DefaultTemplates(AwsQuestions aws) {
        this.aws = aws;
    }

    /**
     * Those of a version; none when provisioner-service does not know it.
     *
     * @throws ServiceSilentException when provisioner-service does not answer
     */
    public List<AwsQuestions.TemplateText> of(String definitionVersion) {
        if (!known.containsKey(definitionVersion)) {
            aws.templates().forEach(each -> known.put(each.version(), each.templates()));
        }
        return known.getOrDefault(definitionVersion, List.of());
    }
}
