package io.integrationshub.provisioner.template;

import io.integrationshub.provisioner.domain.ProvisioningException;
import io.integrationshub.provisioner.domain.TemplateKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The templates of each definition version, in {@code templates/<version>/<name>.liquid}. */
final class DefaultTemplates {
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}");

    String text(String definitionVersion, TemplateKind kind) {
        if (!VERSION.matcher(definitionVersion).matches()) {
            throw unknown(definitionVersion);
        }
        String path = path(definitionVersion, kind);
        try (InputStream file = DefaultTemplates.class.getResourceAsStream(path)) {
            if (file == null) {
                throw unknown(definitionVersion);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /** They are numbered from 1 without a gap. */
    List<String> versions() {
        return IntStream.iterate(1, version -> version + 1)
                .mapToObj(String::valueOf)
                .takeWhile(version ->
                        DefaultTemplates.class.getResource(path(version, TemplateKind.CREATE_USER_POOL)) != null)
                .toList();
    }

    private static String path(String version, TemplateKind kind) {
        return "/templates/" + version + "/" + kind.resource() + ".liquid";
    }

    private static ProvisioningException unknown(String version) {
        return ProvisioningException.input(
                "UNKNOWN_DEFINITION",
                "This version of the hub does not know integration definition " + version,
                "update-integration");
    }
}
