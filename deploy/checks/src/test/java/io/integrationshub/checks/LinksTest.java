package io.integrationshub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every relative link of every Markdown file leads to a file, and every anchor to a heading. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

    @Test
    void everyRelativeLinkIsAlive() {
        List<Path> pages = Checkout.files(Checkout.ROOT, ".md");

        List<String> dead = pages.stream().flatMap(page -> dead(page).stream()).toList();

        assertThat(pages).hasSizeGreaterThan(5);
        assertThat(dead).isEmpty();
    }

    private static List<String> dead(Path page) {
        List<String> dead = new ArrayList<>();
        Matcher link = LINK.matcher(Checkout.text(page).replaceAll("(?s)```.*?```", ""));
        while (link.find()) {
            String target = link.group(1);
            if (!target.matches("[a-z]+:.*") && !alive(page, target)) {
                dead.add(Checkout.ROOT.relativize(page) + " -> " + target);
            }
        }
        return dead;
    }

    private static boolean alive(Path page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    private static Set<String> anchors(Path file) {
        return HEADING.matcher(Checkout.text(file))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
