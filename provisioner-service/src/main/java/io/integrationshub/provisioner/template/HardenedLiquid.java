package io.integrationshub.provisioner.template;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.integrationshub.provisioner.application.RequestTemplates.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.filters.Filter;
import liqp.filters.Filters;
import liqp.nodes.LNode;
import liqp.parser.Flavor;
import liqp.tags.Tag;

/**
 * The only place where liqp is set up. Its defaults read files ({@code include}), let text double without end and escape nothing, so
 * here a template gets only text and lists of text, already escaped for JSON, and only filters that neither grow a text nor cut an
 * escape in two. A parsed template is not thread-safe; parsing costs some tens of microseconds, so it is done for each rendering.
 */
final class HardenedLiquid {
    private static final int MOST_ITERATIONS = 1_000;
    private static final int LARGEST_RESULT = 64 * 1024;

    private static final Set<String> FILTERS =
            Set.of("upcase", "downcase", "capitalize", "strip", "default", "size", "sort", "uniq");

    private final TemplateParser parser = parser();

    String render(String text, Values values) {
        try {
            return parser.parse(text).render(model(values));
        } catch (LiquidException e) {
            throw new InvalidTemplateException(reason(e), e.line, e.charPositionInLine + 1);
        } catch (RuntimeException e) {
            throw new InvalidTemplateException(reason(e));
        } catch (StackOverflowError e) {
            throw new InvalidTemplateException("it is nested too deep");
        }
    }

    private static Map<String, Object> model(Values values) {
        Map<String, Object> model = new HashMap<>();
        values.texts().forEach((name, text) -> model.put(name, escaped(text)));
        values.lists()
                .forEach((name, texts) -> model.put(
                        name, texts.stream().map(HardenedLiquid::escaped).toList()));
        return model;
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static TemplateParser parser() {
        TemplateParser.Builder builder = new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withErrorMode(TemplateParser.ErrorMode.STRICT)
                .withStrictVariables(true)
                .withMaxTemplateSizeBytes(TemplateText.LARGEST)
                .withMaxIterations(MOST_ITERATIONS)
                .withMaxSizeRenderedString(LARGEST_RESULT)
                .withNameResolver(name -> {
                    throw new NotAvailableException("other templates are");
                });
        for (String tag : List.of("include", "include_relative", "render", "increment", "decrement")) {
            builder.withTag(new ForbiddenTag(tag));
        }
        Filters.DEFAULT_FILTERS.getMap().keySet().stream()
                .filter(name -> !FILTERS.contains(name))
                .forEach(name -> builder.withFilter(new ForbiddenFilter(name)));
        return builder.build();
    }

    /** Messages of the parser quote the template, and those of unknown origin may quote values. */
    private static String reason(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotAvailableException own) {
                return own.getMessage();
            }
        }
        return switch (e.getClass().getSimpleName()) {
            case "VariableNotExistException" -> "it uses a variable that there is none of";
            case "ExceededMaxIterationsException" -> "it loops more than " + MOST_ITERATIONS + " times";
            case "LiquidException" -> "Liquid cannot read it";
            default -> "it cannot be rendered, or the result is larger than " + LARGEST_RESULT + " characters";
        };
    }

    private static final class NotAvailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAvailableException(String what) {
            super(what + " not available");
        }
    }

    private static final class ForbiddenTag extends Tag {
        ForbiddenTag(String name) {
            super(name);
        }

        @Override
        public Object render(TemplateContext context, LNode... nodes) {
            throw new NotAvailableException("the tag '" + name + "' is");
        }
    }

    private static final class ForbiddenFilter extends Filter {
        ForbiddenFilter(String name) {
            super(name);
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... params) {
            throw new NotAvailableException("the filter '" + name + "' is");
        }
    }
}
